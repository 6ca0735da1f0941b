package io.touchline.platform.vendor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How a source does: for the health page, for the meters, and for whoever must not trust a source that is down. Safe for many threads. */
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
        /** The breaker is open, or somebody has to act. */
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
     * @param breaker of the connector
     * @param quotaLeft requests or credits left by the vendor's count; null where it does not tell
     */
    public record Report(
            String vendor,
            State state,
            String problem,
            @Nullable Instant lastGoodAt,
            @Nullable Instant vendorTime,
            CircuitBreaker.State breaker,
            @Nullable Long quotaLeft) {}

    private final InstantSource clock;
    private Report report;

    public SourceHealth(String vendor, InstantSource clock) {
        this.clock = clock;
        this.report = new Report(vendor, State.OFF, "", null, null, CircuitBreaker.State.CLOSED, null);
    }

    public synchronized Report report() {
        return report;
    }

    /** Since the last good answer by our clock, or null before the first. */
    public @Nullable Duration age() {
        Instant last = report().lastGoodAt();
        return last == null ? null : Duration.between(last, clock.instant());
    }

    void starting() {
        change(now -> new Report(
                now.vendor(), State.STARTING, "", now.lastGoodAt(), now.vendorTime(), now.breaker(), now.quotaLeft()));
    }

    void stopped() {
        change(now -> new Report(
                now.vendor(), State.OFF, "", now.lastGoodAt(), now.vendorTime(), now.breaker(), now.quotaLeft()));
    }

    void good(CircuitBreaker.State breaker) {
        change(now ->
                new Report(now.vendor(), State.UP, "", clock.instant(), now.vendorTime(), breaker, now.quotaLeft()));
    }

    void bad(State state, String problem, CircuitBreaker.State breaker) {
        change(now ->
                new Report(now.vendor(), state, problem, now.lastGoodAt(), now.vendorTime(), breaker, now.quotaLeft()));
    }

    /** What an answer said about the vendor's clock. */
    public void vendorTime(Instant time) {
        change(now -> new Report(
                now.vendor(), now.state(), now.problem(), now.lastGoodAt(), time, now.breaker(), now.quotaLeft()));
    }

    /** What an answer said about the quota. */
    public void quotaLeft(long left) {
        change(now -> new Report(
                now.vendor(), now.state(), now.problem(), now.lastGoodAt(), now.vendorTime(), now.breaker(), left));
    }

    private synchronized void change(UnaryOperator<Report> change) {
        report = change.apply(report);
    }
}
