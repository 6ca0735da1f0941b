package io.touchline.platform.vendor;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers what has been said, so that an answer that repeats the same fault every half minute is one rejection and not thousands. For one
 * thread; forgets the oldest when full.
 */
public final class OnceOnly {

    private final Map<String, Boolean> said;

    public OnceOnly(int most) {
        this.said = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > most;
            }
        };
    }

    /** True the first time. */
    public boolean isNew(String what) {
        return said.put(what, Boolean.TRUE) == null;
    }
}
