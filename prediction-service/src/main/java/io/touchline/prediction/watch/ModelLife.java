package io.touchline.prediction.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.touchline.prediction.model.ReleaseState;
import io.touchline.prediction.score.ModelReleases;
import io.touchline.schema.ModelRelease;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what follows from the watch: tells promotions and rollbacks, sharpens the champion's probabilities, writes all of it down. What it tells takes effect here at once. */
public final class ModelLife {

    private static final Logger LOG = LoggerFactory.getLogger(ModelLife.class);

    private final ModelWatch watch;
    private final ModelReleases releases;
    private final Consumer<ModelRelease> teller;
    private final ModelArchive archive;
    private final MeterRegistry meters;
    private final InstantSource clock;

    /**
     * A life.
     *
     * @param teller brings a release whose state changed to all others; returns once it is safe
     */
    public ModelLife(
            ModelWatch watch,
            ModelReleases releases,
            Consumer<ModelRelease> teller,
            ModelArchive archive,
            MeterRegistry meters,
            InstantSource clock) {
        this.watch = watch;
        this.releases = releases;
        this.teller = teller;
        this.archive = archive;
        this.meters = meters;
        this.clock = clock;
    }

    /** Does what follows at a moment. */
    public void act(Instant now) {
        for (Decision decision : watch.step(now)) {
            switch (decision) {
                case Decision.Promote promote -> promote(promote, now);
                case Decision.Drift drift -> drift(drift, now);
                case Decision.Recalibrate refreshed -> {
                    releases.sharpen(refreshed.version(), refreshed.sharpness());
                    archive.calibrated(refreshed, now);
                    meters.counter("prediction.calibrations").increment();
                }
            }
        }
    }

    private void promote(Decision.Promote promote, Instant now) {
        releases.find(promote.version()).ifPresent(release -> {
            tell(release, ReleaseState.PROMOTED, now, promote.figures());
            meters.counter("prediction.releases", "change", "promoted").increment();
            LOG.info(
                    "models {} were better on later matches and are promoted: {}",
                    promote.version(),
                    promote.figures());
        });
    }

    private void drift(Decision.Drift drift, Instant now) {
        LOG.warn("drift of {} under models {}: {}", drift.kind(), drift.version(), drift.detail());
        meters.counter("prediction.drift", "kind", drift.kind()).increment();
        if (drift.rollback()) {
            releases.find(drift.version()).ifPresent(release -> {
                tell(release, ReleaseState.ROLLED_BACK, release.getValidFrom(), drift.figures());
                meters.counter("prediction.releases", "change", "rolled_back").increment();
                LOG.warn(
                        "models {} are taken back; {} are in force again",
                        drift.version(),
                        releases.at(now).version());
            });
        }
        archive.drifted(drift, releases.at(now).version(), now);
    }

    private void tell(ModelRelease release, ReleaseState state, Instant validFrom, Map<String, Double> figures) {
        Map<String, Double> metrics = new TreeMap<>(release.getMetrics());
        metrics.putAll(figures);
        ModelRelease told = ModelRelease.newBuilder(release)
                .setState(state.name())
                .setValidFrom(validFrom)
                .setMetrics(metrics)
                .setEmittedAt(Instant.ofEpochMilli(clock.millis()))
                .build();
        teller.accept(told);
        releases.put(told);
    }
}
