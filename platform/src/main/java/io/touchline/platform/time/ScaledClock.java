package io.touchline.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** A clock that starts at a moment of choice, at once or when told to, and runs faster or slower than the wall's. Never runs back. */
public final class ScaledClock implements InstantSource {

    private final Instant start;
    private final double speed;
    private volatile @Nullable Long startNanos;

    /**
     * Runs from now on.
     *
     * @param start what it shows first
     * @param speed seconds it shows a second of the wall, above 0
     */
    public ScaledClock(Instant start, double speed) {
        this(start, speed, System.nanoTime());
    }

    private ScaledClock(Instant start, double speed, @Nullable Long startNanos) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("a clock's speed must be above 0 but was " + speed);
        }
        this.start = start;
        this.speed = speed;
        this.startNanos = startNanos;
    }

    /** Shows its first moment until {@link #release}. */
    public static ScaledClock held(Instant start, double speed) {
        return new ScaledClock(start, speed, null);
    }

    /** Runs from now on; nothing happens where it runs already. */
    public void release() {
        if (startNanos == null) {
            startNanos = System.nanoTime();
        }
    }

    @Override
    public Instant instant() {
        Long since = startNanos;
        return since == null ? start : start.plusNanos((long) ((System.nanoTime() - since) * speed));
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
