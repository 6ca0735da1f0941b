package io.touchline.prediction.model.trees;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Any sum of decision trees over a vector of floats, kept in flat arrays. A split sends a value to the left where it is not above the threshold; an unknown value (NaN) goes where training found it best.
 *
 * <p>XGBoost compares and adds in single precision, LightGBM in double; each is followed here, so that scores equal the native libraries' to the last bit that their order of addition gives. Immutable;
 * safe for many threads.
 *
 * <p>Asadi, N., Lin, J., de Vries, A. P. (2014). Runtime optimizations for tree-based machine learning models. IEEE Transactions on Knowledge and Data Engineering 26(9), 2281-2292.
 */
public final class TreeEnsemble {

    private final int outputs;
    private final double[] base;
    private final boolean singlePrecision;
    private final double divisor;
    /** First node of each tree; a tree that is one leaf has the leaf's complement. */
    private final int[] roots;

    private final int[] outputOfTree;
    private final int[][] treesOfOutput;
    private final int[] feature;
    private final double[] threshold;
    /** Three a node: where to go when not above, above, unknown; a leaf as the complement of its place. */
    private final int[] next;

    private final double[] leaf;
    /** How much of the training each split and each leaf saw. */
    private final double[] nodeCover;

    private final double[] leafCover;

    TreeEnsemble(Parts parts) {
        this.outputs = parts.outputs();
        this.base = parts.base();
        this.singlePrecision = parts.singlePrecision();
        this.divisor = parts.divisor();
        this.roots = parts.roots();
        this.outputOfTree = parts.outputOfTree();
        this.treesOfOutput = IntStream.range(0, outputs)
                .mapToObj(output -> IntStream.range(0, roots.length)
                        .filter(tree -> outputOfTree[tree] == output)
                        .toArray())
                .toArray(int[][]::new);
        this.feature = parts.feature();
        this.threshold = parts.threshold();
        this.next = parts.next();
        this.leaf = parts.leaf();
        this.nodeCover = parts.nodeCover();
        this.leafCover = parts.leafCover();
    }

    int root(int tree) {
        return roots[tree];
    }

    int outputOf(int tree) {
        return outputOfTree[tree];
    }

    int featureAt(int node) {
        return feature[node];
    }

    /** Where a split sends a value: a split, or the complement of a leaf. */
    int childFor(int node, float value) {
        return next[3 * node + (value <= threshold[node] ? 0 : value > threshold[node] ? 1 : 2)];
    }

    int child(int node, int side) {
        return next[3 * node + side];
    }

    double coverOf(int at) {
        return at < 0 ? leafCover[~at] : nodeCover[at];
    }

    double leafValue(int at) {
        return leaf[~at];
    }

    double base(int output) {
        return base[output];
    }

    double divisor() {
        return divisor;
    }

    /** Everything that it is made of, for writing. */
    Parts parts() {
        return new Parts(
                outputs,
                base,
                singlePrecision,
                divisor,
                roots,
                outputOfTree,
                feature,
                threshold,
                next,
                leaf,
                nodeCover,
                leafCover);
    }

    /** The arrays, not copied: for {@link TreeContent} alone. */
    @SuppressWarnings("ArrayRecordComponent") // written at once
    record Parts(
            int outputs,
            double[] base,
            boolean singlePrecision,
            double divisor,
            int[] roots,
            int[] outputOfTree,
            int[] feature,
            double[] threshold,
            int[] next,
            double[] leaf,
            double[] nodeCover,
            double[] leafCover) {}

    /** How many scores it gives. */
    public int outputs() {
        return outputs;
    }

    public int trees() {
        return roots.length;
    }

    /** Raw scores, before any link function: one an output. */
    public double[] scores(float[] values) {
        double[] scores = new double[outputs];
        scores(values, scores);
        return scores;
    }

    /** The same into an array of the caller's. */
    public void scores(float[] values, double[] scores) {
        double[] reached = new double[roots.length];
        for (int tree = 0; tree < reached.length; tree++) {
            reached[tree] = leaf[leafOf(tree, values)];
        }
        System.arraycopy(summed(reached, 0), 0, scores, 0, outputs);
    }

    /**
     * Scores where somebody else has found the trees' leaves.
     *
     * @param reached values of leaves by tree
     * @param first place of the first tree's
     */
    double[] summed(double[] reached, int first) {
        double[] scores = new double[outputs];
        for (int output = 0; output < outputs; output++) {
            int[] trees = treesOfOutput[output];
            scores[output] = (singlePrecision
                            ? singles(trees, reached, first, (float) base[output])
                            : doubles(trees, reached, first, base[output]))
                    / divisor;
        }
        return scores;
    }

    private static double singles(int[] trees, double[] reached, int first, float base) {
        float sum = base;
        for (int tree : trees) {
            sum += (float) reached[first + tree];
        }
        return sum;
    }

    private static double doubles(int[] trees, double[] reached, int first, double base) {
        double sum = base;
        for (int tree : trees) {
            sum += reached[first + tree];
        }
        return sum;
    }

    double thresholdAt(int node) {
        return threshold[node];
    }

    private int leafOf(int tree, float[] values) {
        int at = roots[tree];
        while (at >= 0) {
            float value = values[feature[at]];
            int way = value <= threshold[at] ? 0 : value > threshold[at] ? 1 : 2;
            at = next[3 * at + way];
        }
        return ~at;
    }

    /** Several ensembles of one output each as one of several outputs. They share precision and divisor. */
    public static TreeEnsemble join(List<TreeEnsemble> each) {
        return TreeJoin.join(each);
    }

    /** Scores to probabilities that sum to 1. */
    public static double[] softmax(double[] scores) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double[] p = new double[scores.length];
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            p[k] = Math.exp(scores[k] - highest);
            sum += p[k];
        }
        for (int k = 0; k < p.length; k++) {
            p[k] /= sum;
        }
        return p;
    }
}
