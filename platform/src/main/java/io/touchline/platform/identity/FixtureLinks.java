package io.touchline.platform.identity;

import io.touchline.domain.fixture.FixtureId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What people said: which of our fixtures a vendor's id is. Safe for many threads. */
public final class FixtureLinks {

    /** Hears of every new or changed link, in the thread that brought it. */
    @FunctionalInterface
    public interface Listener {

        /** That vendor's id is that fixture from now on. */
        void onLink(String source, String vendorId, FixtureId fixture);
    }

    private final Map<String, FixtureId> links = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** Takes effect at once; the listeners hear of it unless it says nothing new. */
    public void link(String source, String vendorId, FixtureId fixture) {
        if (!fixture.equals(links.put(key(source, vendorId), fixture))) {
            listeners.forEach(listener -> listener.onLink(source, vendorId, fixture));
        }
    }

    /** Forgets one; {@code key} is {@code source:vendorId}. */
    public void unlink(String key) {
        links.remove(key);
    }

    /** What that vendor's id was linked to. */
    public Optional<FixtureId> find(String source, String vendorId) {
        return Optional.ofNullable(links.get(key(source, vendorId)));
    }

    /** From now on. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** How many there are. */
    public int size() {
        return links.size();
    }

    private static String key(String source, String vendorId) {
        return source + ':' + vendorId;
    }
}
