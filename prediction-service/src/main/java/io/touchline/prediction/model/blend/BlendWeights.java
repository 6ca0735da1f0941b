package io.touchline.prediction.model.blend;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.prediction.model.dixoncoles.DixonColesModel;
import io.touchline.prediction.model.elo.EloModel;
import io.touchline.prediction.model.market.MarketModel;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Weights of the models in the blend, by cut-off, because the market knows more at its close than at its opening. Weights of a cut-off
 * sum to 1; where a model does not vote the others share its weight in proportion.
 *
 * @param byCutoff weights by model, by cut-off; a cut-off that is absent has the start weights
 */
public record BlendWeights(Map<Cutoff, Map<String, Double>> byCutoff) {

    private static final double SUM_TOLERANCE = 1e-9;

    /** Where nothing was learned yet: mostly the market, which no model of results alone has beaten. */
    private static final Map<String, Double> START = Collections.unmodifiableMap(
            new TreeMap<>(Map.of(MarketModel.NAME, 0.8, DixonColesModel.NAME, 0.1, EloModel.NAME, 0.1)));

    public BlendWeights {
        Map<Cutoff, Map<String, Double>> sorted = new TreeMap<>();
        byCutoff.forEach((cutoff, weights) -> {
            double sum =
                    weights.values().stream().mapToDouble(Double::doubleValue).sum();
            if (Math.abs(sum - 1) > SUM_TOLERANCE || weights.values().stream().anyMatch(w -> !(w >= 0))) {
                throw new IllegalArgumentException("weights are not negative and sum to 1 but were " + weights);
            }
            sorted.put(cutoff, Collections.unmodifiableMap(new TreeMap<>(weights)));
        });
        byCutoff = Collections.unmodifiableMap(sorted);
    }

    /** Nothing learned. */
    public static BlendWeights start() {
        return new BlendWeights(Map.of());
    }

    /** Weights by model, sorted by name. */
    public Map<String, Double> at(Cutoff cutoff) {
        return byCutoff.getOrDefault(cutoff, START);
    }
}
