package io.touchline.odds.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of one book, each once: a quote knows the place of its names, and equal names are one object. */
final class NameTable {

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    /** The place of a name; the next free one where it is new. */
    int place(String name) {
        Integer known = places.get(name);
        if (known != null) {
            return known;
        }
        places.put(name, names.size());
        names.add(name);
        return names.size() - 1;
    }

    String at(int place) {
        return names.get(place);
    }

    List<String> all() {
        return names;
    }

    void clear() {
        names.clear();
        places.clear();
    }
}
