package io.touchline.gateway.rest;

import io.touchline.domain.odds.Edge;
import io.touchline.domain.odds.OutcomeProbabilities;
import io.touchline.gateway.view.MatchFile;
import io.touchline.schema.MarketPrices;
import io.touchline.schema.MarketProbabilities;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.Prediction;
import io.touchline.schema.SelectionProbability;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The model's probabilities put beside prices. */
final class Values {

    private Values() {}

    /** The prediction that may stand beside the prices of a match; null for one of another phase: what was thought before kickoff says nothing of a price in play. */
    static @Nullable Prediction comparable(MatchFile file) {
        Prediction prediction = file.prediction();
        MarketSnapshot snapshot = file.snapshot();
        boolean running = file.status().equals("IN_PLAY") || snapshot != null && snapshot.getInPlay();
        return prediction != null && running == prediction.getCutoff().equals("IN_PLAY") ? prediction : null;
    }

    /** Whether a prediction has seen a market's prices; only then it may judge them. */
    static boolean judges(Prediction prediction, MarketPrices market) {
        return !prediction.getAsOf().isBefore(market.getObservedAt());
    }

    /** What the model says of a selection; empty where it says nothing. */
    static Optional<SelectionProbability> model(
            @Nullable Prediction prediction, String market, @Nullable Double line, String selection) {
        if (prediction == null) {
            return Optional.empty();
        }
        return prediction.getMarkets().stream()
                .filter(known -> known.getMarket().equals(market) && Objects.equals(known.getLine(), line))
                .map(MarketProbabilities::getSelections)
                .flatMap(selections -> selections.stream())
                .filter(known -> known.getSelection().equals(selection))
                .findFirst();
    }

    /** The consensus of a market; empty where nobody quotes it. */
    static Optional<MarketPrices> consensus(@Nullable MarketSnapshot snapshot, String market, @Nullable Double line) {
        if (snapshot == null) {
            return Optional.empty();
        }
        return snapshot.getMarkets().stream()
                .filter(known -> known.getMarket().equals(market) && Objects.equals(known.getLine(), line))
                .findFirst();
    }

    /** All ways in which a bet on a selection can end. */
    static OutcomeProbabilities outcomes(SelectionProbability chance) {
        double told = chance.getWin() + chance.getHalfWin() + chance.getPush() + chance.getHalfLoss();
        double scale = Math.max(1, told);
        return new OutcomeProbabilities(
                chance.getWin() / scale,
                chance.getHalfWin() / scale,
                chance.getPush() / scale,
                chance.getHalfLoss() / scale,
                Math.max(0, 1 - told));
    }

    /** Expected profit per unit staked. */
    static double edge(SelectionProbability chance, double odds) {
        return Edge.of(outcomes(chance), odds);
    }

    /** Odds at which the edge is 0; NaN where the stake always comes back. */
    static double fairOdds(SelectionProbability chance) {
        return outcomes(chance).fairOdds();
    }
}
