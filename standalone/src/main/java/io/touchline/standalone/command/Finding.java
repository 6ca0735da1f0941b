package io.touchline.standalone.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One thing the doctor looked at. */
record Finding(String name, State state, String detail) {

    /** WARNING: it will run, perhaps not as expected. BAD: it will not run. */
    enum State {
        GOOD,
        WARNING,
        BAD;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding good(String name, String detail) {
        return new Finding(name, State.GOOD, detail);
    }

    static Finding warning(String name, String detail) {
        return new Finding(name, State.WARNING, detail);
    }

    static Finding bad(String name, String detail) {
        return new Finding(name, State.BAD, detail);
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("state", state.word());
        map.put("detail", detail);
        return map;
    }
}
