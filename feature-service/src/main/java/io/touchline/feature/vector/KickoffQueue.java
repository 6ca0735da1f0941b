package io.touchline.feature.vector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Fixtures in the order of kickoff, so that the oldest can be forgotten without looking at all. */
final class KickoffQueue {

    private final Map<String, Long> kickoffs = new HashMap<>();
    private final TreeMap<Long, TreeSet<String>> byKickoff = new TreeMap<>();

    void put(String id, long kickoffAt) {
        Long known = kickoffs.put(id, kickoffAt);
        if (known != null && known != kickoffAt) {
            leave(id, known);
        }
        byKickoff.computeIfAbsent(kickoffAt, unused -> new TreeSet<>()).add(id);
    }

    int size() {
        return kickoffs.size();
    }

    /** Takes out those that kick off before a moment. */
    List<String> takeBefore(long moment) {
        if (byKickoff.isEmpty() || byKickoff.firstKey() >= moment) {
            return List.of();
        }
        List<String> taken = new ArrayList<>();
        var before = byKickoff.headMap(moment, false);
        before.values().forEach(taken::addAll);
        before.clear();
        taken.forEach(kickoffs::remove);
        return taken;
    }

    private void leave(String id, long kickoffAt) {
        TreeSet<String> there = byKickoff.get(kickoffAt);
        if (there != null) {
            there.remove(id);
            if (there.isEmpty()) {
                byKickoff.remove(kickoffAt);
            }
        }
    }
}
