package io.touchline.prediction.model.trees;

/**
 * How much each value of a vector moves a score away from what the trees say on average: exact Shapley values, where what is not known of a coalition is averaged over the training rows that went either way
 * in each tree (path-dependent). They sum to the score minus its expectation.
 *
 * <p>One split of cover 1 and 3 with leaves 0 and 4 has expectation 3; a value that goes left contributes −3; run as {@code TreeShapTest#oneSplit}.
 *
 * <p>Lundberg, S. M., Erion, G., Chen, H. et al. (2020). From local explanations to global understanding with explainable AI for trees. Nature Machine Intelligence 2, 56-67; algorithm 2.
 */
public final class TreeShap {

    private final TreeEnsemble trees;
    private final float[] values;
    private final double[] contributions;

    private TreeShap(TreeEnsemble trees, float[] values) {
        this.trees = trees;
        this.values = values;
        this.contributions = new double[values.length];
    }

    /** Contributions to one output's score, one a value. */
    public static double[] contributions(TreeEnsemble trees, int output, float[] values) {
        TreeShap shap = new TreeShap(trees, values);
        for (int tree = 0; tree < trees.trees(); tree++) {
            if (trees.outputOf(tree) == output && trees.root(tree) >= 0) {
                shap.descend(trees.root(tree), new Path(0), 1, 1, -1);
            }
        }
        double[] contributions = shap.contributions;
        if (trees.divisor() != 1) {
            for (int i = 0; i < contributions.length; i++) {
                contributions[i] /= trees.divisor();
            }
        }
        return contributions;
    }

    /** The mean of an output's score over the training rows, as the trees' covers tell it. */
    public static double expectation(TreeEnsemble trees, int output) {
        double sum = trees.base(output);
        for (int tree = 0; tree < trees.trees(); tree++) {
            if (trees.outputOf(tree) == output) {
                sum += mean(trees, trees.root(tree));
            }
        }
        return sum / trees.divisor();
    }

    private static double mean(TreeEnsemble trees, int at) {
        if (at < 0) {
            return trees.leafValue(at);
        }
        int left = trees.child(at, 0);
        int right = trees.child(at, 1);
        return (trees.coverOf(left) * mean(trees, left) + trees.coverOf(right) * mean(trees, right))
                / trees.coverOf(at);
    }

    /** The different features met on the way to a node, the shares of coalitions that go on with and without each, and the weights of the coalitions by size. */
    private static final class Path {
        private final int[] feature;
        private final double[] without;
        private final double[] with;
        private final double[] weight;
        private int length;

        Path(int capacity) {
            feature = new int[capacity];
            without = new double[capacity];
            with = new double[capacity];
            weight = new double[capacity];
        }

        Path longer() {
            Path copy = new Path(length + 1);
            System.arraycopy(feature, 0, copy.feature, 0, length);
            System.arraycopy(without, 0, copy.without, 0, length);
            System.arraycopy(with, 0, copy.with, 0, length);
            System.arraycopy(weight, 0, copy.weight, 0, length);
            copy.length = length;
            return copy;
        }

        void extend(double shareWithout, double shareWith, int ofFeature) {
            int l = length++;
            feature[l] = ofFeature;
            without[l] = shareWithout;
            with[l] = shareWith;
            weight[l] = l == 0 ? 1 : 0;
            for (int i = l - 1; i >= 0; i--) {
                weight[i + 1] += shareWith * weight[i] * (i + 1) / (l + 1);
                weight[i] = shareWithout * weight[i] * (l - i) / (l + 1);
            }
        }

        void unwind(int at) {
            int l = length - 1;
            double one = with[at];
            double zero = without[at];
            double next = weight[l];
            for (int i = l - 1; i >= 0; i--) {
                if (one != 0) {
                    double held = weight[i];
                    weight[i] = next * (l + 1) / ((i + 1) * one);
                    next = held - weight[i] * zero * (l - i) / (l + 1);
                } else {
                    weight[i] = weight[i] * (l + 1) / (zero * (l - i));
                }
            }
            for (int i = at; i < l; i++) {
                feature[i] = feature[i + 1];
                without[i] = without[i + 1];
                with[i] = with[i + 1];
            }
            length--;
        }

        double sumWithout(int at) {
            int l = length - 1;
            double one = with[at];
            double zero = without[at];
            double next = weight[l];
            double sum = 0;
            for (int i = l - 1; i >= 0; i--) {
                if (one != 0) {
                    double part = next * (l + 1) / ((i + 1) * one);
                    sum += part;
                    next = weight[i] - part * zero * (l - i) / (l + 1);
                } else {
                    sum += weight[i] * (l + 1) / (zero * (l - i));
                }
            }
            return sum;
        }

        int find(int ofFeature) {
            for (int i = 1; i < length; i++) {
                if (feature[i] == ofFeature) {
                    return i;
                }
            }
            return -1;
        }
    }

    private void descend(int at, Path above, double shareWithout, double shareWith, int ofFeature) {
        Path path = above.longer();
        path.extend(shareWithout, shareWith, ofFeature);
        if (at < 0) {
            for (int i = 1; i < path.length; i++) {
                contributions[path.feature[i]] +=
                        path.sumWithout(i) * (path.with[i] - path.without[i]) * trees.leafValue(at);
            }
            return;
        }
        int feature = trees.featureAt(at);
        int hot = trees.childFor(at, values[feature]);
        int cold = hot == trees.child(at, 0) ? trees.child(at, 1) : trees.child(at, 0);
        double without = 1;
        double with = 1;
        int met = path.find(feature);
        if (met >= 0) {
            without = path.without[met];
            with = path.with[met];
            path.unwind(met);
        }
        double cover = trees.coverOf(at);
        descend(hot, path, without * trees.coverOf(hot) / cover, with, feature);
        descend(cold, path, without * trees.coverOf(cold) / cover, 0, feature);
    }
}
