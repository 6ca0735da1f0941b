package io.touchline.platform.store;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** In this process, at most 50,000 entries. */
public final class MemoryCache implements Cache {

    private record Entry(String text, AtomicLong count, Duration lifetime) {}

    private final com.github.benmanes.caffeine.cache.Cache<String, Entry> entries = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfter(Expiry.<String, Entry>creating((key, entry) -> entry.lifetime()))
            .build();

    @Override
    public Optional<String> find(String key) {
        @Nullable Entry entry = entries.getIfPresent(key);
        return entry == null ? Optional.empty() : Optional.of(entry.text());
    }

    @Override
    public void put(String key, String text, Duration lifetime) {
        entries.invalidate(key);
        entries.put(key, new Entry(text, new AtomicLong(), lifetime));
    }

    @Override
    public long count(String key, Duration lifetime) {
        return entries.get(key, missing -> new Entry("", new AtomicLong(), lifetime))
                .count()
                .incrementAndGet();
    }

    @Override
    public void remove(String key) {
        entries.invalidate(key);
    }

    @Override
    public String problem() {
        return "";
    }

    @Override
    public void close() {
        entries.invalidateAll();
    }
}
