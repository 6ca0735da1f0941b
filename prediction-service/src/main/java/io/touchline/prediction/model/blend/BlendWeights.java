package io.touchline.prediction.model.blend;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.prediction.model.dixoncoles.DixonColesModel;
import io.touchline.prediction.model.elo.EloModel;
import io.touchline.prediction.model.line.LineModel;
import io.touchline.prediction.model.market.MarketModel;
import io.touchline.prediction.model.rating.OddsEloModel;
import io.touchline.prediction.model.rating.PiModel;
import io.touchline.prediction.model.strength.StrengthModel;
import io.touchline.prediction.model.trees.TreeModel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Weights of the models in the blend, by cut-off, because the market knows more at its close than at its opening, and apart for matches that nobody quotes: what is good beside the market is not what is good without.
 * Weights of a cut-off sum to 1; where a model does not vote the others share its weight in proportion.
 *
 * @param byCutoff weights by model on the result of quoted matches, by cut-off; a cut-off that is absent has the start weights
 * @param unquotedByCutoff the same of matches that nobody quotes
 * @param overByCutoff the same on more than two goals, of the models that speak of goals
 */
public record BlendWeights(
        Map<Cutoff, Map<String, Double>> byCutoff,
        Map<Cutoff, Map<String, Double>> unquotedByCutoff,
        Map<Cutoff, Map<String, Double>> overByCutoff) {

    private static final double SUM_TOLERANCE = 1e-9;

    /** Of all trees together, of which XGBoost has 40, LightGBM 35 and the random forest 25 in a hundred. */
    private static final double TREES = 0.80;

    private static final Set<String> BEFORE_THE_CLOSE =
            Set.of(LineModel.NAME, TreeModel.XGBOOST, TreeModel.LIGHTGBM, TreeModel.RANDOM_FOREST);

    /** Where nothing was learned yet: mostly where the market will close, which no model of results alone has beaten. What knows results alone and is worse than the strengths adds nothing beside the market. */
    private static final Map<String, Double> START = sorted(Map.of(
            LineModel.NAME, 0.14,
            TreeModel.XGBOOST, 0.40 * TREES,
            TreeModel.LIGHTGBM, 0.35 * TREES,
            TreeModel.RANDOM_FOREST, 0.25 * TREES,
            MarketModel.NAME, 0.008,
            StrengthModel.NAME, 0.05,
            DixonColesModel.NAME, 0.0005,
            EloModel.NAME, 0.0005,
            OddsEloModel.NAME, 0.0005,
            PiModel.NAME, 0.0005));

    /** The same at the close, of which the line model does not speak; trees speak there without odds. */
    private static final Map<String, Double> START_AT_CLOSE = sorted(Map.of(
            MarketModel.NAME, 0.97,
            StrengthModel.NAME, 0.025,
            TreeModel.XGBOOST, 0.0012,
            TreeModel.LIGHTGBM, 0.00105,
            TreeModel.RANDOM_FOREST, 0.00075,
            DixonColesModel.NAME, 0.0005,
            EloModel.NAME, 0.0005,
            OddsEloModel.NAME, 0.0005,
            PiModel.NAME, 0.0005));

    /** The same where nobody quotes: trees learn little from results alone. */
    private static final Map<String, Double> START_UNQUOTED = sorted(Map.of(
            StrengthModel.NAME, 0.9,
            TreeModel.XGBOOST, 0.005,
            TreeModel.LIGHTGBM, 0.005,
            TreeModel.RANDOM_FOREST, 0.04,
            DixonColesModel.NAME, 0.015,
            EloModel.NAME, 0.01,
            OddsEloModel.NAME, 0.015,
            PiModel.NAME, 0.01));

    private static final Map<String, Double> START_OVER =
            sorted(Map.of(MarketModel.NAME, 0.98, StrengthModel.NAME, 0.016, DixonColesModel.NAME, 0.004));

    public BlendWeights {
        byCutoff = checked(byCutoff);
        unquotedByCutoff = checked(unquotedByCutoff);
        overByCutoff = checked(overByCutoff);
    }

    /** With the start weights on goals and where nobody quotes. */
    public BlendWeights(Map<Cutoff, Map<String, Double>> byCutoff) {
        this(byCutoff, Map.of(), Map.of());
    }

    /** In the order of names, found by hash. */
    private static Map<String, Double> sorted(Map<String, Double> weights) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(new TreeMap<>(weights)));
    }

    private static Map<Cutoff, Map<String, Double>> checked(Map<Cutoff, Map<String, Double>> byCutoff) {
        Map<Cutoff, Map<String, Double>> sorted = new TreeMap<>();
        byCutoff.forEach((cutoff, weights) -> {
            double sum =
                    weights.values().stream().mapToDouble(Double::doubleValue).sum();
            if (Math.abs(sum - 1) > SUM_TOLERANCE || weights.values().stream().anyMatch(w -> !(w >= 0))) {
                throw new IllegalArgumentException("weights are not negative and sum to 1 but were " + weights);
            }
            sorted.put(cutoff, sorted(weights));
        });
        return Collections.unmodifiableMap(sorted);
    }

    /** Nothing learned. */
    public static BlendWeights start() {
        return new BlendWeights(Map.of());
    }

    /**
     * Weights by model, sorted by name.
     *
     * @param isQuoted whether the market votes
     */
    public Map<String, Double> at(Cutoff cutoff, boolean isQuoted) {
        return isQuoted
                ? byCutoff.getOrDefault(cutoff, cutoff == Cutoff.CLOSING ? START_AT_CLOSE : START)
                : unquotedByCutoff.getOrDefault(cutoff, START_UNQUOTED);
    }

    /** Whether a model's opinion rests on the bookmakers' prices: the market, and before the close those that say where it will close. */
    public static boolean knowsPrices(String model, Cutoff cutoff) {
        return model.equals(MarketModel.NAME) || (cutoff != Cutoff.CLOSING && BEFORE_THE_CLOSE.contains(model));
    }

    /** Weight of all models together whose opinion on a quoted match rests on the bookmakers' prices. */
    double ofPrices(Cutoff cutoff) {
        double sum = 0;
        for (Map.Entry<String, Double> each : at(cutoff, true).entrySet()) {
            sum += knowsPrices(each.getKey(), cutoff) ? each.getValue() : 0;
        }
        return sum;
    }

    /** Weights on more than two goals. */
    public Map<String, Double> ofOver(Cutoff cutoff) {
        return overByCutoff.getOrDefault(cutoff, START_OVER);
    }
}
