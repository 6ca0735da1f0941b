package io.touchline.domain.goals;

import java.util.Arrays;

/**
 * Ridge regression of several targets on several numbers, from sums that are kept and decay, so that learning one more row costs the same however many came before.
 *
 * <p>The penalty is ridge times the squared coefficients of the standardised numbers; the intercept goes free. Mutable; for one thread.
 *
 * <p>Hoerl, A. E., Kennard, R. W. (1970). Ridge regression: biased estimation for nonorthogonal problems. Technometrics 12(1), 55-67.
 */
public final class RidgeSums {

    private final int size;
    private final double[][] products;
    private final double[][] targets;
    private long rows;

    /** Of so many numbers and targets. */
    public RidgeSums(int numbers, int targetCount) {
        this.size = numbers + 1;
        this.products = new double[size][size];
        this.targets = new double[targetCount][size];
    }

    /** How many rows were added. */
    public long rows() {
        return rows;
    }

    /** Adds one row with weight 1. */
    public void add(double[] x, double[] y) {
        double[] row = new double[size];
        row[0] = 1;
        System.arraycopy(x, 0, row, 1, x.length);
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                products[a][b] += row[a] * row[b];
            }
            for (int t = 0; t < targets.length; t++) {
                targets[t][a] += row[a] * y[t];
            }
        }
        rows++;
    }

    /** What was added so far counts less by this factor. */
    public void decay(double factor) {
        for (double[] row : products) {
            scale(row, factor);
        }
        for (double[] row : targets) {
            scale(row, factor);
        }
    }

    private static void scale(double[] row, double factor) {
        for (int i = 0; i < row.length; i++) {
            row[i] *= factor;
        }
    }

    /** By target: intercept, then one coefficient a number. */
    public double[][] coefficients(double ridge) {
        double weight = products[0][0];
        double[][] matrix = new double[size][];
        for (int a = 0; a < size; a++) {
            matrix[a] = products[a].clone();
            if (a > 0) {
                double mean = products[0][a] / weight;
                double variance = Math.max(products[a][a] / weight - mean * mean, 1e-10);
                matrix[a][a] += ridge * variance;
            }
        }
        double[][] factor = Newton.cholesky(matrix, 0);
        for (double added = 1e-9; factor.length == 0; added *= 10) {
            factor = Newton.cholesky(matrix, added);
        }
        double[][] lower = factor;
        return Arrays.stream(targets).map(target -> Newton.solve(lower, target)).toArray(double[][]::new);
    }
}
