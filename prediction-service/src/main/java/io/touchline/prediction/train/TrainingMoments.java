package io.touchline.prediction.train;

import java.time.Duration;
import java.time.Instant;

/** The moments at which is trained: a fixed raster from a Monday, 03:00 UTC, so that every run has the same ones. */
final class TrainingMoments {

    /** A Monday. */
    private static final Instant ORIGIN = Instant.parse("1990-01-01T03:00:00Z");

    private final long stepSeconds;

    TrainingMoments(Duration every) {
        stepSeconds = every.toSeconds();
    }

    /** The last moment at or before. */
    Instant atOrBefore(Instant time) {
        long since = time.getEpochSecond() - ORIGIN.getEpochSecond();
        return ORIGIN.plusSeconds(Math.floorDiv(since, stepSeconds) * stepSeconds);
    }

    /** The first moment after. */
    Instant after(Instant time) {
        return atOrBefore(time).plusSeconds(stepSeconds);
    }
}
