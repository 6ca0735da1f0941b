package io.touchline.platform.health;

import io.touchline.platform.quality.Finding;
import io.touchline.platform.quality.FindingKind;
import io.touchline.platform.quality.Findings;
import io.touchline.platform.quality.TimeCheck;
import io.touchline.platform.vendor.SourceHealth;
import io.touchline.schema.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the world how a service's sources do: each at once when its state, its breaker or its problem changes, and every ten seconds of our clock, so that silence means that the
 * service itself is gone. Tells {@link Findings} of a source that became stale and of a vendor's clock that drifts.
 */
public final class SourceHealthSender implements AutoCloseable {

    /** How often a state is told though it did not change. */
    static final Duration RHYTHM = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(SourceHealthSender.class);
    private static final long LOOK_MILLIS = 250;

    private final Sources sources;
    private final InstantSource clock;
    private final Consumer<SourceState> outlet;
    private final Findings findings;
    private final Map<String, Told> told = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("source-health").factory());

    private record Told(SourceHealth.Report report, Instant at) {}

    /**
     * Starts nothing yet.
     *
     * @param outlet the topic in service, a list in tests
     */
    public SourceHealthSender(Sources sources, InstantSource clock, Consumer<SourceState> outlet, Findings findings) {
        this.sources = sources;
        this.clock = clock;
        this.outlet = outlet;
        this.findings = findings;
    }

    /** Begins to look, in a thread of its own. */
    public SourceHealthSender start() {
        timer.scheduleWithFixedDelay(this::lookAndGoOn, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    private void lookAndGoOn() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("the health of sources could not be told: {}", e.toString());
        }
    }

    /** Looks once at every source. */
    void look() {
        for (SourceHealth.Report report : sources.reports()) {
            Instant now = clock.instant();
            Told before = told.get(report.vendor());
            if (before == null
                    || !saysTheSame(before.report(), report)
                    || !now.isBefore(before.at().plus(RHYTHM))) {
                told.put(report.vendor(), new Told(report, now));
                outlet.accept(sources.state(report));
                find(before == null ? null : before.report(), report, now);
            }
        }
    }

    private void find(SourceHealth.@Nullable Report before, SourceHealth.Report now, Instant at) {
        if (now.stale() && (before == null || !before.stale())) {
            findings.found(new Finding(FindingKind.SOURCE_STALE, now.vendor(), null, null, now.problem(), null, at));
        }
        Duration drift = now.drift();
        Instant vendorTime = now.vendorTime();
        if (drift != null && vendorTime != null && (before == null || !drift.equals(before.drift()))) {
            TimeCheck.USUAL
                    .seen(now.vendor(), vendorTime, vendorTime.minus(drift))
                    .ifPresent(findings::found);
        }
    }

    private static boolean saysTheSame(SourceHealth.Report one, SourceHealth.Report other) {
        return one.state() == other.state()
                && one.breaker() == other.breaker()
                && one.problem().equals(other.problem());
    }

    /** The last word stays; whoever reads it notes that none follows. */
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
