package io.touchline.platform.vendor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * How a source does: for the health page, for the meters, and for whoever must not trust a source that is down. It is down where its breaker is open, where somebody has to act, where
 * the vendor itself says that its feed is not to be trusted, and where nothing good came for as long as its staleness allows, by our clock. Safe for many threads.
 */
public final class SourceHealth {

    /** In short. */
    public enum State {
        /** Switched off: no key or not enabled. */
        OFF,
        /** No answer yet. */
        STARTING,
        /** The last answer was good. */
        UP,
        /** The last attempt failed, the one before may have been good. */
        FAILING,
        /** The breaker is open, somebody has to act, the vendor says so, or nothing came for too long. */
        DOWN
    }

    /**
     * As it stands.
     *
     * @param vendor the source's name
     * @param state in short
     * @param problem what is wrong, for people, without secrets; empty where nothing is
     * @param lastGoodAt our clock at the last good answer; null before the first
     * @param vendorTime the vendor's clock in it; null before the first
     * @param drift the vendor's clock less ours when it was told; null before the first
     * @param sequence the vendor's running number of the last message; null where it has none
     * @param breaker of the connector
     * @param quotaLeft requests or credits left by the vendor's count; null where it does not tell
     * @param stale whether it is down because nothing good came for too long
     */
    public record Report(
            String vendor,
            State state,
            String problem,
            @Nullable Instant lastGoodAt,
            @Nullable Instant vendorTime,
            @Nullable Duration drift,
            @Nullable Long sequence,
            CircuitBreaker.State breaker,
            @Nullable Long quotaLeft,
            boolean stale) {}

    private final String vendor;
    private final InstantSource clock;
    private State state = State.OFF;
    private String problem = "";
    private String feedProblem = "";
    private CircuitBreaker.State breaker = CircuitBreaker.State.CLOSED;
    private Instant waitingSince = Instant.EPOCH;
    private @Nullable Instant lastGoodAt;
    private @Nullable Instant vendorTime;
    private @Nullable Duration drift;
    private @Nullable Long sequence;
    private @Nullable Long quotaLeft;
    private @Nullable Duration staleness;

    public SourceHealth(String vendor, InstantSource clock) {
        this.vendor = vendor;
        this.clock = clock;
    }

    public synchronized Report report() {
        boolean stale = isStale();
        State now = state;
        String why = problem;
        if (state != State.OFF && !feedProblem.isEmpty()) {
            now = State.DOWN;
            why = feedProblem;
        } else if (stale && state != State.DOWN) {
            now = State.DOWN;
            why = "nothing for more than " + seconds(staleness) + " s" + (problem.isEmpty() ? "" : ": " + problem);
        }
        return new Report(vendor, now, why, lastGoodAt, vendorTime, drift, sequence, breaker, quotaLeft, stale);
    }

    /** Since the last good answer by our clock, or null before the first. */
    public synchronized @Nullable Duration age() {
        Instant last = lastGoodAt;
        return last == null ? null : Duration.between(last, clock.instant());
    }

    /** After so long without anything good it is down; without this call it never is for that. */
    public synchronized void limit(Duration longest) {
        staleness = longest;
    }

    /** Something good came in the middle of a round: a message or a heartbeat of a stream whose round lasts as long as its connection. */
    public synchronized void heard() {
        state = State.UP;
        problem = "";
        lastGoodAt = clock.instant();
    }

    /** The vendor told how its own feed does. */
    public synchronized void feed(boolean healthy, String told) {
        feedProblem = healthy ? "" : told.isBlank() ? "the vendor says that its feed is down" : told;
    }

    /** What an answer said about the vendor's clock; to be told at once, for its drift. */
    public synchronized void vendorTime(Instant time) {
        vendorTime = time;
        drift = Duration.between(clock.instant(), time);
    }

    /** The vendor's running number. */
    public synchronized void sequence(long number) {
        sequence = number;
    }

    /** What an answer said about the quota. */
    public synchronized void quotaLeft(long left) {
        quotaLeft = left;
    }

    synchronized void starting() {
        state = State.STARTING;
        problem = "";
        feedProblem = "";
        waitingSince = clock.instant();
    }

    synchronized void stopped() {
        state = State.OFF;
        problem = "";
    }

    synchronized void good(CircuitBreaker.State standing) {
        heard();
        breaker = standing;
    }

    synchronized void bad(State how, String what, CircuitBreaker.State standing) {
        state = how;
        problem = what;
        breaker = standing;
    }

    private boolean isStale() {
        Duration longest = staleness;
        if (longest == null || state == State.OFF) {
            return false;
        }
        Instant since = lastGoodAt == null || lastGoodAt.isBefore(waitingSince) ? waitingSince : lastGoodAt;
        return clock.instant().isAfter(since.plus(longest));
    }

    private static long seconds(@Nullable Duration time) {
        return time == null ? 0 : time.toSeconds();
    }
}
