package io.touchline.feature.vector;

import io.micrometer.core.instrument.MeterRegistry;

/** {@code feature.snapshots{result}}: what became of every market snapshot. */
public final class VectorMeters {

    static final String ANSWERED = "answered";
    static final String REPEATED = "repeated";
    static final String STALE = "stale";
    static final String SUPERSEDED = "superseded";
    static final String AFTER_KICKOFF = "after_kickoff";
    static final String UNANSWERED = "unanswered";

    private final MeterRegistry registry;

    public VectorMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void snapshot(String result) {
        registry.counter("feature.snapshots", "result", result).increment();
    }
}
