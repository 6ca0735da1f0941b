package io.touchline.platform.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The column names of a file and where they stand. Names are stripped; a column without a name cannot be asked for; of two columns with one
 * name the first counts.
 */
public final class CsvHeader {

    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();

    CsvHeader(List<String> names) {
        this.names = List.copyOf(names);
        for (int i = 0; i < this.names.size(); i++) {
            String name = this.names.get(i);
            if (!name.isEmpty()) {
                places.putIfAbsent(name, i);
            }
        }
    }

    /** The names in the order of the file; empty text for a column without a name. */
    public List<String> names() {
        return names;
    }

    /** How many columns, nameless ones included. */
    public int size() {
        return names.size();
    }

    public boolean has(String column) {
        return places.containsKey(column);
    }

    /** Where a column stands, from 0; -1 where there is none of that name. */
    public int place(String column) {
        Integer place = places.get(column);
        return place == null ? -1 : place;
    }
}
