package io.touchline.prediction.model.trees;

import io.touchline.prediction.model.FeatureValues;
import io.touchline.prediction.model.Forecast;

/** The rows that trees are grown on: what {@link TreeModel} will be given, in the same order. */
public final class TreeTable {

    private static final TreeTable PRICED = new TreeTable(TreeInputs.priced());
    private static final TreeTable UNPRICED = new TreeTable(TreeInputs.unpriced());

    private final TreeInputs inputs;

    private TreeTable(TreeInputs inputs) {
        this.inputs = inputs;
    }

    /** Of matches that are quoted. */
    public static TreeTable priced() {
        return PRICED;
    }

    /** Of matches as if nobody quoted them. */
    public static TreeTable unpriced() {
        return UNPRICED;
    }

    /** What the unpriced are told beside the vector. */
    public static double[] opinion(Forecast strength) {
        return TreeModel.opinion(strength);
    }

    public int columns() {
        return inputs.size();
    }

    /** A match's numbers. */
    public float[] row(FeatureValues features, double[] beside) {
        return inputs.row(features, beside);
    }

    /** Trees that were grown on such rows. */
    public TreeModel.Trained trained(TreeEnsemble trees) {
        return new TreeModel.Trained(inputs, trees);
    }
}
