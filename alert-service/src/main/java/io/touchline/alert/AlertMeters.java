package io.touchline.alert;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.touchline.schema.ValueAlert;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what was judged and told: {@code alert.judgements{outcome}}, {@code alert.events{state,reason}} and {@code alert.clv{market}}, the closing-line value of graded alerts.
 */
final class AlertMeters {

    private final MeterRegistry registry;
    private final Map<String, Counter> judgements = new ConcurrentHashMap<>();

    AlertMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A price was held against a prediction. */
    void judged(String outcome) {
        judgements
                .computeIfAbsent(outcome, name -> registry.counter("alert.judgements", "outcome", name))
                .increment();
    }

    /** An event of an alert goes out. */
    void told(String fixtureId, ValueAlert event) {
        String reason = event.getCloseReason();
        registry.counter("alert.events", "state", event.getState(), "reason", reason == null ? "none" : reason)
                .increment();
        Double clv = event.getClv();
        if (event.getState().equals("GRADED") && clv != null) {
            DistributionSummary.builder("alert.clv")
                    .tag("market", event.getMarket())
                    .register(registry)
                    .record(clv);
        }
    }
}
