package io.touchline.bench.path;

import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** In how many vectors of each cut-off each feature is known. */
public final class Coverage {

    private final Map<String, int[]> knownByCutoff = new TreeMap<>();
    private final Map<String, Integer> vectors = new TreeMap<>();

    /** Counts one. */
    public void add(FeatureVector vector) {
        int[] known = knownByCutoff.computeIfAbsent(
                vector.getCutoff(), cutoff -> new int[FeatureCatalogue.shipped().size()]);
        for (int at = 0; at < known.length; at++) {
            known[at] += Float.isNaN(vector.getValues().get(at)) ? 0 : 1;
        }
        vectors.merge(vector.getCutoff(), 1, Integer::sum);
    }

    /** How many vectors of each cut-off there are. */
    public Map<String, Integer> vectors() {
        return vectors;
    }

    /** The share of a cut-off's vectors in which a group's features are known; NaN where there are none. */
    public double share(String cutoff, String group) {
        int[] known = knownByCutoff.get(cutoff);
        List<FeatureCatalogue.Feature> features = FeatureCatalogue.shipped().features();
        long count = 0;
        long all = 0;
        for (int at = 0; known != null && at < known.length; at++) {
            if (features.get(at).group().equals(group)) {
                count += known[at];
                all += vectors.getOrDefault(cutoff, 0);
            }
        }
        return all == 0 ? Double.NaN : count / (double) all;
    }

    /** A line that says of what, the names of the columns, then a line a feature: its name, and the share of vectors that know it for each cut-off, in the order of {@link #vectors}. */
    public List<String> csv(String of) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + of);
        lines.add("feature;" + String.join(";", vectors.keySet()));
        List<FeatureCatalogue.Feature> features = FeatureCatalogue.shipped().features();
        for (int at = 0; at < features.size(); at++) {
            StringBuilder line = new StringBuilder(features.get(at).name());
            for (Map.Entry<String, int[]> cutoff : knownByCutoff.entrySet()) {
                double share = cutoff.getValue()[at] / (double) vectors.getOrDefault(cutoff.getKey(), 1);
                line.append(';').append(String.format(Locale.ROOT, "%.3f", share));
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
