package io.touchline.bench.path;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A state store without changelog, bytes and locks: holds the values themselves, in the order of their keys. For one thread. */
final class MemoryStore<V> implements KeyValueStore<String, V> {

    private final String name;
    private final TreeMap<String, V> values = new TreeMap<>();

    MemoryStore(String name) {
        this.name = name;
    }

    @Override
    public @Nullable V get(String key) {
        return values.get(key);
    }

    @Override
    public void put(String key, @Nullable V value) {
        if (value == null) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
    }

    @Override
    public @Nullable V putIfAbsent(String key, V value) {
        return values.putIfAbsent(key, value);
    }

    @Override
    public void putAll(List<KeyValue<String, V>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public @Nullable V delete(String key) {
        return values.remove(key);
    }

    @Override
    public KeyValueIterator<String, V> range(@Nullable String from, @Nullable String to) {
        NavigableMap<String, V> above = from == null ? values : values.tailMap(from, true);
        return new Entries<>(to == null ? above : above.headMap(to, true));
    }

    @Override
    public KeyValueIterator<String, V> all() {
        return range(null, null);
    }

    @Override
    public long approximateNumEntries() {
        return values.size();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        throw new UnsupportedOperationException("is there from the start");
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        values.clear();
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    /** A copy of what was there when it was asked for, so that what is found may be taken out. */
    private static final class Entries<V> implements KeyValueIterator<String, V> {

        private final ArrayDeque<KeyValue<String, V>> left = new ArrayDeque<>();

        Entries(Map<String, V> found) {
            found.forEach((key, value) -> left.add(KeyValue.pair(key, value)));
        }

        @Override
        public boolean hasNext() {
            return !left.isEmpty();
        }

        @Override
        public KeyValue<String, V> next() {
            return left.removeFirst();
        }

        @Override
        public String peekNextKey() {
            return left.getFirst().key;
        }

        @Override
        public void close() {
            left.clear();
        }
    }
}
