package io.touchline.alert.rule;

import java.util.Optional;

/**
 * The prediction must be sure enough.
 *
 * @param minimum confidence, 0 to 1
 */
public record ConfidenceRule(double minimum) implements AlertRule {

    @Override
    public Optional<Refusal> refusal(Offer offer, Valuation valuation, Situation situation) {
        return situation.prediction().getConfidence() >= minimum ? Optional.empty() : Optional.of(Refusal.UNSURE);
    }
}
