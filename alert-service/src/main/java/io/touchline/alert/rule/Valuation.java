package io.touchline.alert.rule;

import io.touchline.domain.odds.Edge;
import io.touchline.domain.odds.OutcomeProbabilities;
import io.touchline.schema.MarketProbabilities;
import io.touchline.schema.Prediction;
import io.touchline.schema.SelectionProbability;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a prediction says of an offer.
 *
 * @param market all fair probabilities of the offer's market
 * @param outcomes the offer's own
 * @param edge expected profit per unit staked, pushes and halves counted
 */
public record Valuation(MarketProbabilities market, OutcomeProbabilities outcomes, double edge) {

    /** Sums of probabilities may miss 1 by rounding. */
    private static final double ROUNDING = 1e-9;

    /** Empty where the prediction has no such market, line or selection, or no sound number for it. */
    public static Optional<Valuation> of(Prediction prediction, Offer offer) {
        for (MarketProbabilities market : prediction.getMarkets()) {
            if (market.getMarket().equals(offer.market()) && isSame(market.getLine(), offer.line())) {
                return market.getSelections().stream()
                        .filter(each -> each.getSelection().equals(offer.selection()))
                        .findFirst()
                        .flatMap(Valuation::outcomes)
                        .map(outcomes -> new Valuation(market, outcomes, Edge.of(outcomes, offer.odds())));
            }
        }
        return Optional.empty();
    }

    /** As numbers, so that -0.0 is 0.0. */
    private static boolean isSame(@Nullable Double line, @Nullable Double other) {
        return line == null || other == null ? Objects.equals(line, other) : line.doubleValue() == other.doubleValue();
    }

    private static Optional<OutcomeProbabilities> outcomes(SelectionProbability each) {
        double decided = each.getWin() + each.getHalfWin() + each.getPush() + each.getHalfLoss();
        boolean sound = each.getWin() >= 0
                && each.getHalfWin() >= 0
                && each.getPush() >= 0
                && each.getHalfLoss() >= 0
                && decided <= 1 + ROUNDING;
        return sound
                ? Optional.of(new OutcomeProbabilities(
                        each.getWin(), each.getHalfWin(), each.getPush(), each.getHalfLoss(), Math.max(0, 1 - decided)))
                : Optional.empty();
    }
}
