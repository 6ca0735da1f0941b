package io.touchline.odds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which fixtures have changes that no snapshot tells yet, and from when on one may. Of one partition; for one thread. Times are the machine's, in milliseconds. */
final class DueFixtures {

    private final long window;
    private final long confirmation;

    /** From when on each is due. */
    private final Map<String, Long> waiting = new LinkedHashMap<>();

    private final Map<String, Long> toldAt = new HashMap<>();

    DueFixtures(Pace pace) {
        window = pace.window().toMillis();
        confirmation = pace.confirmation().toMillis();
    }

    /**
     * Notes a change.
     *
     * @return true where it may be told at once
     */
    boolean changed(String fixtureId, boolean priceMoved, long now) {
        long told = toldAt.getOrDefault(fixtureId, now - confirmation);
        long due = told + (priceMoved ? window : confirmation);
        if (priceMoved && due <= now && waiting.isEmpty()) {
            return true;
        }
        waiting.merge(fixtureId, due, Math::min);
        return false;
    }

    /** Notes that one has to be told, whenever it was told last. */
    void add(String fixtureId) {
        waiting.put(fixtureId, Long.MIN_VALUE);
    }

    /** Those that are due, in the order in which they changed; they wait no more. */
    List<String> take(long now) {
        List<String> due = new ArrayList<>();
        waiting.entrySet().removeIf(entry -> {
            boolean isDue = entry.getValue() <= now;
            if (isDue) {
                due.add(entry.getKey());
            }
            return isDue;
        });
        return due;
    }

    void told(String fixtureId, long now) {
        toldAt.put(fixtureId, now);
    }

    void forget(String fixtureId) {
        waiting.remove(fixtureId);
        toldAt.remove(fixtureId);
    }

    /** What was told longer ago than any window needs no memory. */
    void tidy(long now) {
        toldAt.values().removeIf(told -> told < now - confirmation);
    }
}
