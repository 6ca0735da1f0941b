package io.touchline.prediction.model.blend;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the weights on the simplex that minimise the log loss of the weighted mean of the models' probabilities on past matches, by
 * expectation-maximisation, which never leaves the simplex and never loses. Start weights count as some matches more, so that few matches move
 * little.
 *
 * <p>Dempster, A. P., Laird, N. M., Rubin, D. B. (1977). Maximum likelihood from incomplete data via the EM algorithm. Journal of the Royal
 * Statistical Society B 39, 1-38.
 */
public final class WeightFit {

    /** How many matches the start weights are worth. */
    static final double PRIOR_MATCHES = 100;

    private static final int MAX_STEPS = 500;
    private static final double SOLVED = 1e-9;

    private WeightFit() {}

    /**
     * The weights.
     *
     * @param past for each match the probability that each model had given to what happened; a model that did not vote is absent
     */
    public static Map<String, Double> fit(List<Map<String, Double>> past, Map<String, Double> start) {
        Map<String, Double> weights = new TreeMap<>(start);
        for (int step = 0; step < MAX_STEPS; step++) {
            Map<String, Double> shares = new TreeMap<>();
            start.forEach((model, weight) -> shares.put(model, PRIOR_MATCHES * weight));
            for (Map<String, Double> match : past) {
                addShares(match, weights, shares);
            }
            double sum = 0;
            for (double share : shares.values()) {
                sum += share;
            }
            double moved = 0;
            for (Map.Entry<String, Double> share : shares.entrySet()) {
                double next = share.getValue() / sum;
                moved = Math.max(moved, Math.abs(next - weights.getOrDefault(share.getKey(), 0.0)));
                weights.put(share.getKey(), next);
            }
            if (moved < SOLVED) {
                break;
            }
        }
        return weights;
    }

    /** Shares out one match among the models by what each contributed; an absent one gets what it would draw while the others draw one. */
    private static void addShares(Map<String, Double> match, Map<String, Double> weights, Map<String, Double> shares) {
        double mixed = 0;
        double present = 0;
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
            Double p = match.get(weight.getKey());
            if (p != null) {
                mixed += weight.getValue() * p;
                present += weight.getValue();
            }
        }
        if (!(mixed > 0)) {
            return;
        }
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
            Double p = match.get(weight.getKey());
            double share = p == null ? weight.getValue() / present : weight.getValue() * p / mixed;
            shares.merge(weight.getKey(), share, Double::sum);
        }
    }
}
