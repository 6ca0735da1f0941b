package io.touchline.platform.vendor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Stops asking a vendor that fails: after some failures in a row it is open for a while, then lets single attempts through, and closes after
 * some successes in a row; a failure meanwhile opens it again. Safe for many threads.
 */
public final class CircuitBreaker {

    /** Where it stands. */
    public enum State {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    private final InstantSource clock;
    private final int failuresToOpen;
    private final Duration openFor;
    private final int successesToClose;
    private State state = State.CLOSED;
    private int inARow;
    private Instant openedAt = Instant.EPOCH;

    /** 5 failures, 60 s, 3 successes. */
    public CircuitBreaker(InstantSource clock) {
        this(clock, 5, Duration.ofSeconds(60), 3);
    }

    public CircuitBreaker(InstantSource clock, int failuresToOpen, Duration openFor, int successesToClose) {
        this.clock = clock;
        this.failuresToOpen = failuresToOpen;
        this.openFor = openFor;
        this.successesToClose = successesToClose;
    }

    /** How long until an attempt is allowed; zero where it is now. */
    public synchronized Duration untilAllowed() {
        if (state != State.OPEN) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), openedAt.plus(openFor));
        if (left.isPositive()) {
            return left;
        }
        state = State.HALF_OPEN;
        inARow = 0;
        return Duration.ZERO;
    }

    public synchronized void succeeded() {
        if (state == State.HALF_OPEN && ++inARow >= successesToClose) {
            state = State.CLOSED;
        }
        if (state == State.CLOSED) {
            inARow = 0;
        }
    }

    public synchronized void failed() {
        if (state == State.HALF_OPEN || ++inARow >= failuresToOpen) {
            state = State.OPEN;
            openedAt = clock.instant();
            inARow = 0;
        }
    }

    public synchronized State state() {
        return state;
    }
}
