package io.touchline.feature.vector;

import io.touchline.schema.MarketSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Snapshots that wait for their fixture's team part, by fixture and time, so that each gets its own vector. */
final class WaitingSnapshots {

    /** More than these of one fixture take the place of the newest. */
    static final int MOST = 200;

    private static final char SEPARATOR = '|';
    private static final char AFTER_SEPARATOR = SEPARATOR + 1;

    private final KeyValueStore<String, MarketSnapshot> store;
    private final Map<String, Integer> counts = new HashMap<>();

    WaitingSnapshots(KeyValueStore<String, MarketSnapshot> store) {
        this.store = store;
        try (KeyValueIterator<String, MarketSnapshot> all = store.all()) {
            while (all.hasNext()) {
                String key = all.next().key;
                counts.merge(key.substring(0, key.indexOf(SEPARATOR)), 1, Integer::sum);
            }
        }
    }

    /** How many wait for a fixture. */
    int count(String id) {
        return counts.getOrDefault(id, 0);
    }

    /** Those of a fixture in the order of their time. */
    List<MarketSnapshot> of(String id) {
        List<MarketSnapshot> waiting = new ArrayList<>();
        entries(id).forEach(entry -> waiting.add(entry.value));
        return waiting;
    }

    /** Lets one more wait; false where it took the place of another. */
    boolean add(String id, MarketSnapshot snapshot) {
        List<KeyValue<String, MarketSnapshot>> there = count(id) == 0 ? List.of() : entries(id);
        boolean full = there.size() >= MOST;
        if (full) {
            store.delete(there.getLast().key);
        }
        long at = snapshot.getAsOf().toEpochMilli();
        int sameTime = 0;
        for (KeyValue<String, MarketSnapshot> entry : there) {
            sameTime += entry.value.getAsOf().equals(snapshot.getAsOf()) ? 1 : 0;
        }
        store.put("%s%s%016d%s%03d".formatted(id, SEPARATOR, at, SEPARATOR, sameTime), snapshot);
        counts.put(id, full ? there.size() : there.size() + 1);
        return !full;
    }

    /** Forgets those of a fixture. */
    void clear(String id) {
        if (count(id) > 0) {
            entries(id).forEach(entry -> store.delete(entry.key));
            counts.remove(id);
        }
    }

    private List<KeyValue<String, MarketSnapshot>> entries(String id) {
        List<KeyValue<String, MarketSnapshot>> entries = new ArrayList<>();
        try (KeyValueIterator<String, MarketSnapshot> range = store.range(id + SEPARATOR, id + AFTER_SEPARATOR)) {
            range.forEachRemaining(entries::add);
        }
        return entries;
    }
}
