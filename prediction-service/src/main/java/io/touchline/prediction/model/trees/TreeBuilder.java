package io.touchline.prediction.model.trees;

import java.util.Arrays;

/** Collects trees into flat arrays. For one ensemble and one thread. */
final class TreeBuilder {

    private static final int FIRST_CAPACITY = 1024;

    private final double[] base;
    private final boolean singlePrecision;
    private double divisor = 1;
    private int[] roots = new int[FIRST_CAPACITY];
    private int[] outputOfTree = new int[FIRST_CAPACITY];
    private int trees;
    private int[] feature = new int[FIRST_CAPACITY];
    private double[] threshold = new double[FIRST_CAPACITY];
    private int[] next = new int[3 * FIRST_CAPACITY];
    private int nodes;
    private double[] leaf = new double[FIRST_CAPACITY];
    private double[] nodeCover = new double[FIRST_CAPACITY];
    private double[] leafCover = new double[FIRST_CAPACITY];
    private int leaves;

    /**
     * An empty ensemble.
     *
     * @param base score of each output before the first tree
     * @param singlePrecision whether scores are added as floats
     */
    TreeBuilder(double[] base, boolean singlePrecision) {
        this.base = base.clone();
        this.singlePrecision = singlePrecision;
    }

    /** The sum is divided by this in the end: a mean of trees. */
    void divideBy(double by) {
        this.divisor = by;
    }

    /** The same where it is not known how many rows of training each part of the tree saw. */
    int tree(int output, int splits, double[] leafValues) {
        double[] even = new double[leafValues.length];
        Arrays.fill(even, 1);
        return tree(output, splits, leafValues, even);
    }

    /**
     * Begins a tree of so many splits and leaves; its first split, or its only leaf, is its root. Returns the place of its first split.
     *
     * @param covers how much of the training each leaf saw
     */
    int tree(int output, int splits, double[] leafValues, double[] covers) {
        if (trees == roots.length) {
            roots = Arrays.copyOf(roots, 2 * trees);
            outputOfTree = Arrays.copyOf(outputOfTree, 2 * trees);
        }
        outputOfTree[trees] = output;
        roots[trees++] = splits == 0 ? ~leaves : nodes;
        while (nodes + splits > feature.length) {
            feature = Arrays.copyOf(feature, 2 * feature.length);
            threshold = Arrays.copyOf(threshold, 2 * threshold.length);
            next = Arrays.copyOf(next, 2 * next.length);
            nodeCover = Arrays.copyOf(nodeCover, 2 * nodeCover.length);
        }
        while (leaves + leafValues.length > leaf.length) {
            leaf = Arrays.copyOf(leaf, 2 * leaf.length);
            leafCover = Arrays.copyOf(leafCover, 2 * leafCover.length);
        }
        System.arraycopy(leafValues, 0, leaf, leaves, leafValues.length);
        System.arraycopy(covers, 0, leafCover, leaves, leafValues.length);
        int first = nodes;
        nodes += splits;
        leaves += leafValues.length;
        return first;
    }

    /** Place of a leaf of the tree begun last, as the complement that a split points to. */
    int leaf(int index, int count) {
        return ~(leaves - count + index);
    }

    /** Fills in a split. */
    void split(int at, int ofFeature, double notAbove, int left, int right, boolean unknownLeft) {
        if (ofFeature < 0) {
            throw new IllegalArgumentException("a split is of a feature but was of " + ofFeature);
        }
        feature[at] = ofFeature;
        threshold[at] = notAbove;
        next[3 * at] = left;
        next[3 * at + 1] = right;
        next[3 * at + 2] = unknownLeft ? left : right;
    }

    /** How much of the training a split saw: what its leaves saw. */
    private double cover(int at) {
        if (at < 0) {
            return leafCover[~at];
        }
        nodeCover[at] = cover(next[3 * at]) + cover(next[3 * at + 1]);
        return nodeCover[at];
    }

    TreeEnsemble build() {
        for (int tree = 0; tree < trees; tree++) {
            cover(roots[tree]);
        }
        return new TreeEnsemble(new TreeEnsemble.Parts(
                base.length,
                base.clone(),
                singlePrecision,
                divisor,
                Arrays.copyOf(roots, trees),
                Arrays.copyOf(outputOfTree, trees),
                Arrays.copyOf(feature, nodes),
                Arrays.copyOf(threshold, nodes),
                Arrays.copyOf(next, 3 * nodes),
                Arrays.copyOf(leaf, leaves),
                Arrays.copyOf(nodeCover, nodes),
                Arrays.copyOf(leafCover, leaves)));
    }
}
