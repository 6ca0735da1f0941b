package io.touchline.platform.time;

import java.time.Duration;
import java.time.InstantSource;

/** Waits by the clock that a component was given, so that a poll every eight seconds on a clock of 60-fold speed comes 60 times as often. */
@FunctionalInterface
public interface Pause {

    /** Returns when the clock shows this much later. */
    void pause(Duration time) throws InterruptedException;

    /** A pause by this clock; any clock but a {@link ScaledClock} is taken to run as the wall's. */
    static Pause by(InstantSource clock) {
        return clock instanceof ScaledClock scaled
                ? time -> Thread.sleep(scaled.wall(time))
                : time -> Thread.sleep(time);
    }
}
