package io.touchline.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that starts at a moment of choice and runs faster or slower than the wall's. Never runs back. */
public final class ScaledClock implements InstantSource {

    private final Instant start;
    private final double speed;
    private final long startNanos;

    /**
     * Runs from now on.
     *
     * @param start what it shows first
     * @param speed seconds it shows a second of the wall, above 0
     */
    public ScaledClock(Instant start, double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("a clock's speed must be above 0 but was " + speed);
        }
        this.start = start;
        this.speed = speed;
        this.startNanos = System.nanoTime();
    }

    @Override
    public Instant instant() {
        return start.plusNanos((long) ((System.nanoTime() - startNanos) * speed));
    }

    /** Seconds it shows a second of the wall. */
    public double speed() {
        return speed;
    }

    /** How long the wall's clock takes for a duration of this one, rounded up to a millisecond. */
    public Duration wall(Duration shown) {
        return Duration.ofMillis((long) Math.ceil(shown.toMillis() / speed));
    }
}
