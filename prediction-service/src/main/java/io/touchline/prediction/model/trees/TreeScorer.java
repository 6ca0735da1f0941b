package io.touchline.prediction.model.trees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Scores several ensembles over the same values at once, feature by feature instead of tree by tree: every tree has a word with a bit a leaf; each split whose value is above its threshold takes the bits of its left
 * side out; the lowest bit that is left is the leaf. The leaves are added in the order of the trees, so that scores are the same bits as {@link TreeEnsemble#scores}. For trees of at most 64 leaves. Immutable.
 *
 * <p>Lucchese, C., Nardini, F. M., Orlando, S. et al. (2015). QuickScorer: a fast algorithm to rank documents with additive ensembles of regression trees. SIGIR, 73-82.
 */
public final class TreeScorer {

    private static final int WORD = 64;

    private final List<TreeEnsemble> ensembles;
    /** First tree of each ensemble. */
    private final int[] first;

    /** The features that are split on; of each the places of its splits, by rising threshold. */
    private final int[] features;

    private final int[] from;
    private final double[] thresholds;
    private final int[] trees;
    private final long[] masks;
    /** Of each feature the splits that send an unknown value to the right. */
    private final int[] unknownFrom;

    private final int[] unknownTrees;
    private final long[] unknownMasks;
    /** Leaves of each tree from left to right. */
    private final int[] leafFrom;

    private final double[] leaves;

    private record Split(double threshold, int tree, long mask, boolean unknownRight) {}

    /** Of ensembles that are given the same values. */
    public TreeScorer(List<TreeEnsemble> ensembles) {
        this.ensembles = List.copyOf(ensembles);
        this.first = new int[ensembles.size() + 1];
        Map<Integer, List<Split>> byFeature = new TreeMap<>();
        List<Double> leafValues = new ArrayList<>();
        List<Integer> leafStarts = new ArrayList<>();
        for (int e = 0; e < ensembles.size(); e++) {
            TreeEnsemble ensemble = ensembles.get(e);
            for (int tree = 0; tree < ensemble.trees(); tree++) {
                leafStarts.add(leafValues.size());
                add(ensemble, ensemble.root(tree), first[e] + tree, leafStarts.getLast(), leafValues, byFeature);
            }
            first[e + 1] = first[e] + ensemble.trees();
        }
        leafFrom = leafStarts.stream().mapToInt(Integer::intValue).toArray();
        leaves = leafValues.stream().mapToDouble(Double::doubleValue).toArray();
        features = byFeature.keySet().stream().mapToInt(Integer::intValue).toArray();
        from = new int[features.length + 1];
        unknownFrom = new int[features.length + 1];
        List<Split> sorted = new ArrayList<>();
        List<Split> unknown = new ArrayList<>();
        for (int f = 0; f < features.length; f++) {
            List<Split> splits = byFeature.getOrDefault(features[f], List.of());
            splits.sort(Comparator.comparingDouble(Split::threshold).thenComparingInt(Split::tree));
            sorted.addAll(splits);
            splits.stream().filter(Split::unknownRight).forEach(unknown::add);
            from[f + 1] = sorted.size();
            unknownFrom[f + 1] = unknown.size();
        }
        thresholds = sorted.stream().mapToDouble(Split::threshold).toArray();
        trees = sorted.stream().mapToInt(Split::tree).toArray();
        masks = sorted.stream().mapToLong(Split::mask).toArray();
        unknownTrees = unknown.stream().mapToInt(Split::tree).toArray();
        unknownMasks = unknown.stream().mapToLong(Split::mask).toArray();
    }

    /** Adds what lies below a place, from left to right. */
    private static void add(
            TreeEnsemble ensemble,
            int at,
            int tree,
            int firstLeaf,
            List<Double> leafValues,
            Map<Integer, List<Split>> byFeature) {
        if (at < 0) {
            leafValues.add(ensemble.leafValue(at));
            return;
        }
        int begin = leafValues.size() - firstLeaf;
        add(ensemble, ensemble.child(at, 0), tree, firstLeaf, leafValues, byFeature);
        int end = leafValues.size() - firstLeaf;
        add(ensemble, ensemble.child(at, 1), tree, firstLeaf, leafValues, byFeature);
        if (leafValues.size() - firstLeaf > WORD) {
            throw new IllegalArgumentException("a tree has more than " + WORD + " leaves");
        }
        long left = 0;
        for (int leaf = begin; leaf < end; leaf++) {
            left |= 1L << leaf;
        }
        byFeature
                .computeIfAbsent(ensemble.featureAt(at), f -> new ArrayList<>())
                .add(new Split(ensemble.thresholdAt(at), tree, ~left, ensemble.child(at, 2) == ensemble.child(at, 1)));
    }

    /** Raw scores by ensemble and output. */
    public double[][] scores(float[] values) {
        long[] left = new long[leafFrom.length];
        Arrays.fill(left, -1L);
        for (int f = 0; f < features.length; f++) {
            float value = values[features[f]];
            if (Float.isNaN(value)) {
                for (int s = unknownFrom[f]; s < unknownFrom[f + 1]; s++) {
                    left[unknownTrees[s]] &= unknownMasks[s];
                }
            } else {
                int end = from[f + 1];
                for (int s = from[f]; s < end && value > thresholds[s]; s++) {
                    left[trees[s]] &= masks[s];
                }
            }
        }
        double[][] scores = new double[ensembles.size()][];
        for (int e = 0; e < scores.length; e++) {
            int begin = first[e];
            scores[e] = ensembles
                    .get(e)
                    .summed(tree -> leaves[leafFrom[begin + tree] + Long.numberOfTrailingZeros(left[begin + tree])]);
        }
        return scores;
    }
}
