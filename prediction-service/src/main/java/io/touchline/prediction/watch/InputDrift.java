package io.touchline.prediction.watch;

import io.touchline.prediction.model.FeatureValues;
import io.touchline.prediction.model.InputSpread;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureSpread;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether vectors look as they did where the models learned: the population stability index of each feature over the newest matches, on the tenths of the matches that the release learned from, with a bin of its own for unknown.
 *
 * <p>PSI is the sum over bins of (now − then) · ln(now / then); 0.1 is little, above 0.25 is much. Siddiqi, N. (2006). Credit Risk Scorecards. Wiley.
 */
final class InputDrift {

    private static final double LEAST = 1e-4;

    private final int matches;
    private final Deque<FeatureValues> newest = new ArrayDeque<>();
    private boolean told;

    InputDrift(int matches) {
        this.matches = matches;
    }

    /** The last vector of a match before it began. */
    void add(FeatureValues values) {
        newest.addLast(values);
        if (newest.size() > matches) {
            newest.removeFirst();
        }
    }

    /**
     * What has drifted, once: what was told is told again only after it had been good in between.
     *
     * @param reference of what the models learned from
     * @param limit of a feature's index
     * @param share of the features, among those known then or now, that must lie above it
     */
    Optional<Map<String, Double>> drifted(List<FeatureSpread> reference, double limit, double share) {
        if (reference.isEmpty() || newest.size() < matches) {
            return Optional.empty();
        }
        Map<String, Double> indices = indices(reference);
        Map<String, Double> above = new LinkedHashMap<>();
        indices.entrySet().stream()
                .filter(each -> each.getValue() > limit)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(each -> above.put(each.getKey(), each.getValue()));
        boolean drifted = !above.isEmpty() && above.size() >= share * indices.size();
        boolean news = drifted && !told;
        told = drifted;
        return news ? Optional.of(above) : Optional.empty();
    }

    /** How many features can be compared. */
    int compared(List<FeatureSpread> reference) {
        return indices(reference).size();
    }

    /** The index of every feature that was known then or is now. */
    private Map<String, Double> indices(List<FeatureSpread> reference) {
        List<FeatureValues> now = List.copyOf(newest);
        Map<String, Double> indices = new LinkedHashMap<>();
        for (FeatureSpread feature : reference) {
            int position = FeatureCatalogue.find(feature.getName()).orElse(-1);
            if (position < 0) {
                continue;
            }
            double[] shares = InputSpread.shares(feature.getEdges(), now, position);
            if (!InputSpread.isKnown(feature) && shares[shares.length - 1] == 1) {
                continue;
            }
            double index = 0;
            for (int bin = 0; bin < shares.length; bin++) {
                double is = Math.max(LEAST, shares[bin]);
                double was = Math.max(LEAST, feature.getShares().get(bin));
                index += (is - was) * Math.log(is / was);
            }
            indices.put(feature.getName(), index);
        }
        return indices;
    }
}
