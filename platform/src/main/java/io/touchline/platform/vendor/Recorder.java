package io.touchline.platform.vendor;

/** Keeps raw payloads as they came. Safe for many threads; never throws, a recording that cannot be written must not stop the feed. */
@FunctionalInterface
public interface Recorder {

    /** Keeps nothing. */
    Recorder NONE = (source, payload) -> {};

    /** Keeps one. */
    void keep(String source, Payload payload);
}
