package io.touchline.alert.source;

import io.touchline.alert.rule.SourceTrust;
import io.touchline.schema.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the services that read sources told of them last. A source is down while it is told to be, and when its service tells nothing at all for too long; one that nobody ever told of is trusted.
 * Safe for many threads.
 */
public final class SourceStates implements SourceTrust {

    private final InstantSource clock;
    private final Duration silence;
    private final Map<String, Held> sources = new ConcurrentHashMap<>();

    /**
     * Of one source.
     *
     * @param downSince when it was first told to be down; null where it is not
     * @param toldAt when it was told of last
     */
    private record Held(@Nullable Instant downSince, Instant toldAt) {}

    /**
     * Knows nothing yet.
     *
     * @param silence of a service, after which its sources are down
     */
    public SourceStates(InstantSource clock, Duration silence) {
        this.clock = clock;
        this.silence = silence;
    }

    /** A source's state; an older one than the last changes nothing. */
    public void tell(SourceState state) {
        Instant at = state.getEmittedAt();
        boolean down = state.getState().equals("DOWN") || state.getState().equals("OFF");
        sources.compute(state.getSource(), (source, before) -> {
            if (before != null && at.isBefore(before.toldAt())) {
                return before;
            }
            Instant since = before == null || before.downSince() == null ? at : before.downSince();
            return new Held(down ? since : null, at);
        });
    }

    @Override
    public @Nullable Instant downSince(String source) {
        Held held = sources.get(source);
        if (held == null) {
            return null;
        }
        Instant told = held.downSince();
        Instant gone = held.toldAt().plus(silence);
        return told != null ? told : clock.instant().isAfter(gone) ? gone : null;
    }

    /** All that are down now. */
    public Set<String> down() {
        Set<String> down = new TreeSet<>();
        for (String source : sources.keySet()) {
            if (downSince(source) != null) {
                down.add(source);
            }
        }
        return down;
    }
}
