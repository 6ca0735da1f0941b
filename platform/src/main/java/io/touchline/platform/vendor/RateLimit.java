package io.touchline.platform.vendor;

import io.touchline.platform.time.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;

/** At most so many requests in any period of that length: waits before a request that would be one too many. Safe for many threads. */
public final class RateLimit {

    private final InstantSource clock;
    private final Pause pause;
    private final int requests;
    private final Duration period;
    private final ArrayDeque<Instant> latest = new ArrayDeque<>();

    public RateLimit(InstantSource clock, Pause pause, int requests, Duration period) {
        if (requests < 1) {
            throw new IllegalArgumentException("a rate limit allows 1 request or more but was " + requests);
        }
        this.clock = clock;
        this.pause = pause;
        this.requests = requests;
        this.period = period;
    }

    /** Returns when the next request is allowed, and counts it. */
    public void await() throws InterruptedException {
        for (Duration wait = take(); wait.isPositive(); wait = take()) {
            pause.pause(wait);
        }
    }

    /** Whether a request is allowed now; counts it where it is. */
    public boolean isAllowedNow() {
        return !take().isPositive();
    }

    private synchronized Duration take() {
        Instant now = clock.instant();
        while (!latest.isEmpty() && !latest.getFirst().plus(period).isAfter(now)) {
            latest.removeFirst();
        }
        if (latest.size() < requests) {
            latest.addLast(now);
            return Duration.ZERO;
        }
        return Duration.between(now, latest.getFirst().plus(period));
    }
}
