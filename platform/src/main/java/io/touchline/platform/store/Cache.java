package io.touchline.platform.store;

import java.time.Duration;
import java.util.Optional;

/** Short-lived texts by key. A cache only: it may forget everything at any time, and never fails a caller. */
public interface Cache extends AutoCloseable {

    /** The text of a key; empty where it is gone. */
    Optional<String> find(String key);

    /** Keeps a text for some time. */
    void put(String key, String text, Duration lifetime);

    /** Adds one to a counter that vanishes a lifetime after it was first counted; returns the count. */
    long count(String key, Duration lifetime);

    /** Forgets a key. */
    void remove(String key);

    /** What is wrong, for people; empty where all is well. */
    String problem();

    @Override
    void close();
}
