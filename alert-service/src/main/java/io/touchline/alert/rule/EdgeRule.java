package io.touchline.alert.rule;

import java.util.Optional;

/**
 * Enough edge to tell, not too much to believe.
 *
 * @param minimum expected profit per unit staked, 0.042 is 4.2 %
 * @param maximum beyond which a price is taken for a mistake
 */
public record EdgeRule(double minimum, double maximum) implements AlertRule {

    public EdgeRule {
        if (!(minimum >= 0 && maximum > minimum)) {
            throw new IllegalArgumentException(
                    "the least edge is 0 or more and below the largest but they were " + minimum + " and " + maximum);
        }
    }

    @Override
    public Optional<Refusal> refusal(Offer offer, Valuation valuation, Situation situation) {
        if (!(valuation.edge() >= minimum)) {
            return Optional.of(Refusal.NO_EDGE);
        }
        return valuation.edge() > maximum ? Optional.of(Refusal.BEYOND_BELIEF) : Optional.empty();
    }
}
