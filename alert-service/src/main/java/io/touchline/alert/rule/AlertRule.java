package io.touchline.alert.rule;

import java.util.Optional;

/** One reason not to tell an offer. */
@FunctionalInterface
public interface AlertRule {

    /** Empty where this rule has nothing against it. */
    Optional<Refusal> refusal(Offer offer, Valuation valuation, Situation situation);
}
