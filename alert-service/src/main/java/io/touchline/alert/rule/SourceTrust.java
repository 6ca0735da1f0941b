package io.touchline.alert.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which sources are down. */
@FunctionalInterface
public interface SourceTrust {

    /** Nothing is known against any source: replays, where sources do not run. */
    SourceTrust OF_ALL = source -> null;

    /** Since when a source is down, by our clock; null while it is trusted. */
    @Nullable Instant downSince(String source);
}
