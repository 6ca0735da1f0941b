package io.touchline.prediction.train;

import io.touchline.prediction.model.trees.TreeModel;
import java.util.Arrays;

/**
 * What trees learn from, in the order of time.
 *
 * @param columns numbers a row
 * @param values row by row
 * @param targets by output and row
 * @param weights one a row
 */
@SuppressWarnings("ArrayRecordComponent") // made for one training
record TreeRows(int columns, float[] values, float[][] targets, float[] weights) {

    /** Home and away, or supremacy and draw: see {@link TreeModel}. */
    static final int OUTPUTS = 2;

    int rows() {
        return weights.length;
    }

    /** Some of the rows. */
    TreeRows part(int from, int to) {
        float[][] parts = new float[targets.length][];
        for (int output = 0; output < targets.length; output++) {
            parts[output] = Arrays.copyOfRange(targets[output], from, to);
        }
        return new TreeRows(
                columns,
                Arrays.copyOfRange(values, from * columns, to * columns),
                parts,
                Arrays.copyOfRange(weights, from, to));
    }

    float[] row(int at) {
        return Arrays.copyOfRange(values, at * columns, (at + 1) * columns);
    }
}
