package io.touchline.gateway.rest;

import io.touchline.gateway.view.SourceView;
import io.touchline.platform.time.ScaledClock;
import io.touchline.schema.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Whether what a source told last can still be trusted: the last known data are shown in any case, and say so where it cannot. */
final class Freshness {

    /** A service tells of its sources every ten seconds; after so long without a word they are not trusted, as the alert stage does by default. */
    static final Duration SILENCE = Duration.ofSeconds(60);

    /** On a clock that runs fast a record takes its real time nevertheless. */
    private static final Duration REAL_SILENCE = Duration.ofSeconds(5);

    private static final double MILLIS_A_SECOND = 1000.0;

    private final SourceView sources;
    private final InstantSource clock;
    private final Duration silence;

    Freshness(SourceView sources, InstantSource clock) {
        this.sources = sources;
        this.clock = clock;
        double speed = clock instanceof ScaledClock scaled ? scaled.speed() : 1;
        Duration real = Duration.ofMillis((long) (REAL_SILENCE.toMillis() * speed));
        this.silence = real.compareTo(SILENCE) > 0 ? real : SILENCE;
    }

    /** Whether its service has told nothing for too long. */
    boolean isSilent(SourceState state, Instant now) {
        return now.isAfter(state.getEmittedAt().plus(silence));
    }

    static boolean isDown(SourceState state) {
        return state.getState().equals("DOWN") || state.getState().equals("OFF");
    }

    /** Whether no alert is based on it now; one that nobody ever told of is trusted, as history and replays are. */
    boolean isStale(String source) {
        return sources.find(source)
                .filter(state -> isDown(state) || isSilent(state, clock.instant()))
                .isPresent();
    }

    /** Seconds since a moment of a source that is not trusted; null while it is. */
    @Nullable Double staleFor(String source, Instant observedAt) {
        return isStale(source) ? Duration.between(observedAt, clock.instant()).toMillis() / MILLIS_A_SECOND : null;
    }
}
