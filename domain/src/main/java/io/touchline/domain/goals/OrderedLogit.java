package io.touchline.domain.goals;

import java.util.Arrays;

/**
 * Probabilities of ordered outcomes from one number: P(outcome ≤ k) = logistic(threshold_k − slope · x).
 *
 * <p>For match results the outcomes are AWAY 0, DRAW 1, HOME 2 and x is a difference of strength seen from the home side. Thresholds −0.6 and
 * 0.6 with slope 1 at x = 0.5 give 0.2497, 0.2752, 0.4750; run as {@code OrderedLogitTest#workedExample}.
 *
 * <p>McCullagh, P. (1980). Regression models for ordinal data. Journal of the Royal Statistical Society B 42(2), 109-142.
 */
public final class OrderedLogit {

    private final double[] thresholds;
    private final double slope;

    /**
     * A model with known numbers.
     *
     * @param thresholds rising, one fewer than there are outcomes
     * @param slope by which a unit of x moves the log-odds of a better outcome
     */
    public OrderedLogit(double[] thresholds, double slope) {
        for (int i = 1; i < thresholds.length; i++) {
            if (!(thresholds[i] > thresholds[i - 1])) {
                throw new IllegalArgumentException("thresholds rise but were " + Arrays.toString(thresholds));
            }
        }
        if (thresholds.length == 0 || !Double.isFinite(slope)) {
            throw new IllegalArgumentException("there is at least one threshold and a slope but was given "
                    + Arrays.toString(thresholds) + " and " + slope);
        }
        this.thresholds = thresholds.clone();
        this.slope = slope;
    }

    /**
     * Fits by maximum likelihood.
     *
     * @param x one number a match
     * @param outcomes 0 to outcomeCount − 1, one a match; each must occur
     * @param weights one a match, above 0
     * @throws IllegalArgumentException where lengths differ or an outcome never occurs
     */
    public static OrderedLogit fit(double[] x, int[] outcomes, double[] weights, int outcomeCount) {
        if (x.length != outcomes.length || x.length != weights.length) {
            throw new IllegalArgumentException("one outcome and one weight belong to each number");
        }
        double[] share = new double[outcomeCount];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            share[outcomes[i]] += weights[i];
            sum += weights[i];
        }
        double[] start = new double[outcomeCount];
        double below = 0;
        for (int k = 0; k < outcomeCount; k++) {
            if (!(share[k] > 0)) {
                throw new IllegalArgumentException("outcome " + k + " never occurs");
            }
            below += share[k] / sum;
            if (k < outcomeCount - 1) {
                start[k] = Math.log(below / (1 - below));
            }
        }
        double[] at = Newton.maximise(new Likelihood(x, outcomes, weights, outcomeCount), start)
                .at();
        return new OrderedLogit(Arrays.copyOf(at, outcomeCount - 1), at[outcomeCount - 1]);
    }

    /** Probabilities of all outcomes, the lowest first; they sum to 1. */
    public double[] probabilities(double x) {
        double[] probabilities = new double[thresholds.length + 1];
        double below = 0;
        for (int k = 0; k < thresholds.length; k++) {
            double upTo = logistic(thresholds[k] - slope * x);
            probabilities[k] = upTo - below;
            below = upTo;
        }
        probabilities[thresholds.length] = 1 - below;
        return probabilities;
    }

    public double[] thresholds() {
        return thresholds.clone();
    }

    public double slope() {
        return slope;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** Parameters: thresholds, then slope. Concave in all of them. */
    private static final class Likelihood implements Newton.Objective {
        private final double[] x;
        private final int[] outcomes;
        private final double[] weights;
        private final int count;

        Likelihood(double[] x, int[] outcomes, double[] weights, int count) {
            this.x = x;
            this.outcomes = outcomes;
            this.weights = weights;
            this.count = count;
        }

        @Override
        public double value(double[] at) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                double p = upTo(at, outcomes[i], x[i]) - upTo(at, outcomes[i] - 1, x[i]);
                if (!(p > 0)) {
                    return Double.NEGATIVE_INFINITY;
                }
                sum += weights[i] * Math.log(p);
            }
            return sum;
        }

        private double upTo(double[] at, int k, double value) {
            if (k < 0) {
                return 0;
            }
            return k == count - 1 ? 1 : logistic(at[k] - at[count - 1] * value);
        }

        @Override
        public void derivatives(double[] at, double[] gradient, double[][] negativeHessian) {
            for (int i = 0; i < x.length; i++) {
                int upper = outcomes[i];
                double high = upTo(at, upper, x[i]);
                double low = upTo(at, upper - 1, x[i]);
                double p = high - low;
                double b = high * (1 - high) / p;
                double a = -low * (1 - low) / p;
                double bb = b * (1 - 2 * high) - b * b;
                double aa = a * (1 - 2 * low) - a * a;
                double ab = -a * b;
                add(upper, i, b, bb, gradient, negativeHessian);
                add(upper - 1, i, a, aa, gradient, negativeHessian);
                addMixed(upper, upper - 1, i, ab, negativeHessian);
            }
        }

        private boolean isThreshold(int k) {
            return k >= 0 && k < count - 1;
        }

        private void add(int k, int i, double first, double second, double[] gradient, double[][] hessian) {
            if (!isThreshold(k)) {
                return;
            }
            double w = weights[i];
            int s = count - 1;
            gradient[k] += w * first;
            gradient[s] -= w * first * x[i];
            hessian[k][k] -= w * second;
            hessian[k][s] += w * second * x[i];
            hessian[s][k] += w * second * x[i];
            hessian[s][s] -= w * second * x[i] * x[i];
        }

        private void addMixed(int upper, int lower, int i, double mixed, double[][] hessian) {
            if (!isThreshold(upper) || !isThreshold(lower)) {
                return;
            }
            double w = weights[i];
            int s = count - 1;
            hessian[upper][lower] -= w * mixed;
            hessian[lower][upper] -= w * mixed;
            hessian[upper][s] += w * mixed * x[i];
            hessian[s][upper] += w * mixed * x[i];
            hessian[lower][s] += w * mixed * x[i];
            hessian[s][lower] += w * mixed * x[i];
            hessian[s][s] -= 2 * w * mixed * x[i] * x[i];
        }
    }
}
