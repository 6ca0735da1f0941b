package io.touchline.domain.goals;

import java.util.Arrays;

/** Newton's method for a maximum, with halved steps where a full one does not climb and damping where the curvature is wrong. */
final class Newton {

    private static final int MAX_STEPS = 100;
    /** Rise expected from another step, in units of log-likelihood, below which the maximum is reached. */
    private static final double REACHED = 1e-10;

    private static final double SMALLEST_STEP = 1e-10;

    /** A function to climb. */
    interface Objective {
        /** Minus infinity outside the domain. */
        double value(double[] at);

        /** Adds the gradient and the Hessian with opposite sign to arrays of zeros. */
        void derivatives(double[] at, double[] gradient, double[][] negativeHessian);
    }

    /**
     * Where it ended.
     *
     * @param at the parameters
     * @param value the function there
     */
    @SuppressWarnings("ArrayRecordComponent") // made here, read once
    record Maximum(double[] at, double value, int steps) {}

    private Newton() {}

    static Maximum maximise(Objective objective, double[] start) {
        return maximise(objective, start, REACHED);
    }

    /** The same with another rise at which it ends. */
    static Maximum maximise(Objective objective, double[] start, double reached) {
        int n = start.length;
        double[] at = start.clone();
        double value = objective.value(at);
        double[] gradient = new double[n];
        double[][] curvature = new double[n][n];
        for (int step = 1; step <= MAX_STEPS; step++) {
            Arrays.fill(gradient, 0);
            for (double[] row : curvature) {
                Arrays.fill(row, 0);
            }
            objective.derivatives(at, gradient, curvature);
            double[] move = direction(curvature, gradient);
            double rise = 0;
            for (int i = 0; i < n; i++) {
                rise += gradient[i] * move[i];
            }
            if (rise < reached) {
                return new Maximum(at, value, step);
            }
            double length = 1;
            double[] next = moved(at, move, length);
            double nextValue = objective.value(next);
            while (!(nextValue >= value + 1e-4 * length * rise) && length > SMALLEST_STEP) {
                length /= 2;
                next = moved(at, move, length);
                nextValue = objective.value(next);
            }
            if (length <= SMALLEST_STEP) {
                return new Maximum(at, value, step);
            }
            at = next;
            value = nextValue;
        }
        throw new ArithmeticException("no maximum after " + MAX_STEPS + " steps; the likelihood may have none");
    }

    private static double[] moved(double[] at, double[] move, double length) {
        double[] next = at.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += length * move[i];
        }
        return next;
    }

    /** Solves curvature · x = gradient; adds to the diagonal until the matrix is positive definite. */
    private static double[] direction(double[][] curvature, double[] gradient) {
        double added = 0;
        while (true) {
            double[][] factor = cholesky(curvature, added);
            if (factor.length > 0) {
                return solve(factor, gradient);
            }
            added = added == 0 ? 1e-6 : added * 10;
            if (!(added < 1e9)) {
                throw new ArithmeticException("the curvature is not a number");
            }
        }
    }

    /** The lower factor; empty where the matrix is not positive definite. */
    static double[][] cholesky(double[][] matrix, double added) {
        int n = matrix.length;
        double[][] lower = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] row = new double[i + 1];
            lower[i] = row;
            for (int j = 0; j <= i; j++) {
                double[] other = lower[j];
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= row[k] * other[k];
                }
                if (j < i) {
                    row[j] = sum / other[j];
                } else {
                    sum += added;
                    if (!(sum > 1e-12)) {
                        return new double[0][];
                    }
                    row[i] = Math.sqrt(sum);
                }
            }
        }
        return lower;
    }

    static double[] solve(double[][] lower, double[] right) {
        int n = right.length;
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            x[i] /= lower[i][i];
            for (int k = 0; k < i; k++) {
                x[k] -= lower[i][k] * x[i];
            }
        }
        return x;
    }
}
