package io.touchline.odds.book;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The price books of one partition: bytes in the store, the ones in use also unpacked beside it, so that an update costs one packing and no unpacking. A book goes when the partition's time has passed
 * kickoff by some margin and the book was left alone for as long; that is measured in record time, so a replay drops what live operation dropped. For one thread.
 */
public final class PriceBooks {

    private static final int MOST_UNPACKED = 4_000;
    /** Whatever the times say, a partition holds no more books than this; the one that would go first goes. */
    static final int MOST_BOOKS = 20_000;

    private final KeyValueStore<String, byte[]> store;
    private final long keptAfterKickoffMillis;
    private final Map<String, PriceBook> unpacked = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PriceBook> eldest) {
            return size() > MOST_UNPACKED;
        }
    };
    private final Map<String, Long> dropAt = new LinkedHashMap<>();
    private final TreeMap<Long, TreeSet<String>> drops = new TreeMap<>();

    /** Reads through the store once, for the kickoffs. */
    public PriceBooks(KeyValueStore<String, byte[]> store, long keptAfterKickoffMillis) {
        this.store = store;
        this.keptAfterKickoffMillis = keptAfterKickoffMillis;
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            all.forEachRemaining(each -> plan(each.key, PriceBookCodec.kickoffAt(each.value)));
        }
    }

    /** The book of a fixture; a new one, not yet stored, where there is none. */
    public PriceBook of(String fixtureId) {
        PriceBook known = unpacked.get(fixtureId);
        if (known == null) {
            byte[] bytes = store.get(fixtureId);
            known = bytes == null ? new PriceBook() : PriceBookCodec.decode(bytes);
        }
        return known;
    }

    /** Whether there is a book of a fixture. */
    public boolean holds(String fixtureId) {
        return dropAt.containsKey(fixtureId);
    }

    /** Fixtures whose newest quote is at most so much older than the newest quote of all. Reads through the store. */
    public List<String> changedLately(long millis) {
        Map<String, Long> times = new LinkedHashMap<>();
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            all.forEachRemaining(each ->
                    times.put(each.key, PriceBookCodec.decode(each.value).asOf()));
        }
        long newest = times.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return times.entrySet().stream()
                .filter(each -> each.getValue() >= newest - millis)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Stores a changed book, and drops those whose time has passed. */
    public void put(String fixtureId, PriceBook book, long streamTime) {
        unpacked.put(fixtureId, book);
        store.put(fixtureId, PriceBookCodec.encode(book));
        plan(fixtureId, Math.max(book.kickoffAt(), streamTime));
        while (!drops.isEmpty() && (drops.firstKey() < streamTime || dropAt.size() > MOST_BOOKS)) {
            dropFirst();
        }
    }

    /** Forgets an unpacked book after a failure in the middle of a change. */
    public void forget(String fixtureId) {
        unpacked.remove(fixtureId);
    }

    /** How many books are held. */
    public int size() {
        return dropAt.size();
    }

    private void plan(String fixtureId, long lastUse) {
        long at = lastUse + keptAfterKickoffMillis;
        Long before = dropAt.put(fixtureId, at);
        if (before != null && before != at) {
            TreeSet<String> others = drops.get(before);
            if (others != null) {
                others.remove(fixtureId);
                if (others.isEmpty()) {
                    drops.remove(before);
                }
            }
        }
        drops.computeIfAbsent(at, key -> new TreeSet<>()).add(fixtureId);
    }

    private void dropFirst() {
        for (String fixtureId : drops.pollFirstEntry().getValue()) {
            dropAt.remove(fixtureId);
            unpacked.remove(fixtureId);
            store.delete(fixtureId);
        }
    }
}
