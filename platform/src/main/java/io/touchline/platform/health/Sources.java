package io.touchline.platform.health;

import io.touchline.platform.vendor.Connector;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.SourceHealth;
import io.touchline.platform.vendor.Vendor;
import io.touchline.schema.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The sources that a service reads: each with its health and with how long it may be silent. Safe for many threads. */
public final class Sources {

    /** Of a source without a descriptor: it is asked once a day at least. */
    private static final Duration DEFAULT_STALENESS = Duration.ofHours(26);

    private final String stage;
    private final InstantSource clock;
    private final Map<String, SourceDescriptor> descriptors = new HashMap<>();
    private final Map<String, Duration> limits = new ConcurrentSkipListMap<>();
    private final Map<String, SourceHealth> sources = new ConcurrentSkipListMap<>();
    private volatile Map<String, Duration> wanted = Map.of();

    /**
     * None yet.
     *
     * @param stage the service: ingest or odds
     * @param vendors all that the service can read, switched on or not
     */
    public Sources(String stage, InstantSource clock, Collection<Vendor> vendors) {
        this.stage = stage;
        this.clock = clock;
        vendors.forEach(vendor -> descriptors.put(vendor.descriptor().name(), vendor.descriptor()));
    }

    /** For sources that are registered from now on: how long each may be silent, whatever its descriptor says. */
    public void allow(Map<String, Duration> staleness) {
        wanted = Map.copyOf(staleness);
    }

    /** A connector is there; from now on it may not be silent for longer than its descriptor allows, nor than two of its own pauses. */
    public void register(Connector connector) {
        Duration own = wanted.get(connector.vendor());
        if (own != null) {
            register(connector.vendor(), connector.health(), own);
            return;
        }
        Duration twoPauses = connector.poll().multipliedBy(2);
        Duration described = staleness(connector.vendor());
        register(connector.vendor(), connector.health(), described.compareTo(twoPauses) > 0 ? described : twoPauses);
    }

    /** A source without a connector of the usual kind. */
    public void register(String vendor, SourceHealth health, Duration staleness) {
        health.limit(staleness);
        limits.put(vendor, staleness);
        sources.put(vendor, health);
    }

    /** A source's health, where it is switched on. */
    public Optional<SourceHealth> find(String vendor) {
        return Optional.ofNullable(sources.get(vendor));
    }

    /** As all that are switched on stand, by name. */
    public List<SourceHealth.Report> reports() {
        return sources.values().stream().map(SourceHealth::report).toList();
    }

    /** A report as it travels. */
    SourceState state(SourceHealth.Report report) {
        Instant now = clock.instant();
        return SourceState.newBuilder()
                .setSource(report.vendor())
                .setStage(stage)
                .setState(report.state().name())
                .setProblem(report.problem())
                .setLastGoodAt(report.lastGoodAt())
                .setVendorAt(report.vendorTime())
                .setSequence(report.sequence())
                .setBreaker(report.breaker().name())
                .setQuotaLeft(report.quotaLeft())
                .setStalenessMillis(
                        limits.getOrDefault(report.vendor(), DEFAULT_STALENESS).toMillis())
                .setEmittedAt(now)
                .build();
    }

    private Duration staleness(String vendor) {
        SourceDescriptor descriptor = descriptors.get(vendor);
        return descriptor == null ? DEFAULT_STALENESS : descriptor.staleness();
    }
}
