package io.touchline.prediction.model;

import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureSpread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the features were spread over a set of matches, one vector a match: the tenths of what was known, and the share of what was not. A release carries that of the matches it learned from; what service sees is compared with it.
 *
 * @param vectors how many, one a match
 * @param features in the catalogue's order
 */
public record InputSpread(int vectors, List<FeatureSpread> features) {

    /** Of nothing. */
    public static final InputSpread NONE = new InputSpread(0, List.of());

    private static final int TENTHS = 10;

    public InputSpread {
        features = List.copyOf(features);
    }

    /** The spread of these vectors. */
    public static InputSpread of(List<FeatureValues> vectors) {
        if (vectors.isEmpty()) {
            return NONE;
        }
        List<FeatureSpread> features = new ArrayList<>();
        List<FeatureCatalogue.Feature> catalogue = FeatureCatalogue.shipped().features();
        for (int at = 0; at < catalogue.size(); at++) {
            int position = at;
            double[] known = vectors.stream()
                    .mapToDouble(vector -> vector.value(position))
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            List<Float> edges = new ArrayList<>();
            for (int tenth = 1; tenth < TENTHS && known.length > 0; tenth++) {
                edges.add((float) known[known.length * tenth / TENTHS]);
            }
            List<Float> shares = new ArrayList<>();
            for (double share : shares(edges, vectors, position)) {
                shares.add((float) share);
            }
            features.add(new FeatureSpread(catalogue.get(at).name(), edges, shares));
        }
        return new InputSpread(vectors.size(), features);
    }

    /** The shares of these vectors between the borders, those without a value last. */
    public static double[] shares(List<Float> edges, List<FeatureValues> vectors, int position) {
        double[] shares = new double[edges.size() + 2];
        for (FeatureValues vector : vectors) {
            float value = vector.value(position);
            int bin = edges.size() + 1;
            if (!Float.isNaN(value)) {
                bin = 0;
                while (bin < edges.size() && value >= edges.get(bin)) {
                    bin++;
                }
            }
            shares[bin]++;
        }
        return Arrays.stream(shares).map(count -> count / vectors.size()).toArray();
    }

    /** Whether a feature was ever known. */
    public static boolean isKnown(FeatureSpread feature) {
        return !feature.getEdges().isEmpty();
    }

    /** Names of the features that were ever known. */
    public List<String> known() {
        return features.stream()
                .filter(InputSpread::isKnown)
                .map(FeatureSpread::getName)
                .toList();
    }
}
