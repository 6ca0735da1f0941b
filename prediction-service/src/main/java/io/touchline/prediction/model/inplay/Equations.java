package io.touchline.prediction.model.inplay;

/** Small systems of linear equations by Gauss's elimination; for sums of squares, whose pivots are above 0. */
final class Equations {

    private Equations() {}

    /** Solves rows of coefficients with the right side behind them; the rows are used up. */
    static double[] solve(double[][] rows) {
        int n = rows.length;
        for (int p = 0; p < n; p++) {
            for (int q = p + 1; q < n; q++) {
                double factor = rows[q][p] / rows[p][p];
                for (int c = p; c <= n; c++) {
                    rows[q][c] -= factor * rows[p][c];
                }
            }
        }
        double[] solution = new double[n];
        for (int p = n - 1; p >= 0; p--) {
            double value = rows[p][n];
            for (int q = p + 1; q < n; q++) {
                value -= rows[p][q] * solution[q];
            }
            solution[p] = value / rows[p][p];
        }
        return solution;
    }
}
