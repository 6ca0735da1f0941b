package io.touchline.domain.goals;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Probabilities of two or three outcomes from several numbers: multinomial logistic regression, P(k) in proportion to exp(intercept_k + coefficients_k · x); the last outcome has the score 0.
 *
 * <p>Fitted by penalised maximum likelihood: the penalty is half of ridge times the squares of the coefficients of the standardised columns, intercepts go free. With one column, intercepts 0.2 and
 * 0.1 and coefficients 1 and 0, x = 0.5 gives 0.4889, 0.2683, 0.2428; run as {@code LinearLogitTest#workedExample}.
 *
 * <p>Hoerl, A. E., Kennard, R. W. (1970). Ridge regression: biased estimation for nonorthogonal problems. Technometrics 12(1), 55-67. le Cessie, S., van Houwelingen, J. C. (1992). Ridge estimators in
 * logistic regression. Applied Statistics 41(1), 191-201.
 */
public final class LinearLogit {

    /** Rise of the log-likelihood that is worth no further step over all rows. */
    private static final double REACHED = 1e-5;

    private final double[][] coefficients;

    /**
     * A model with known numbers.
     *
     * @param coefficients one row an outcome except the last: the intercept, then one a column
     */
    public LinearLogit(double[][] coefficients) {
        if (coefficients.length < 1 || coefficients.length > 2) {
            throw new IllegalArgumentException("there are two or three outcomes but were " + (coefficients.length + 1));
        }
        this.coefficients = new double[coefficients.length][];
        for (int k = 0; k < coefficients.length; k++) {
            this.coefficients[k] = coefficients[k].clone();
            if (coefficients[k].length != coefficients[0].length
                    || !Arrays.stream(coefficients[k]).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("coefficients are finite and as many for each outcome");
            }
        }
    }

    /**
     * One match that teaches.
     *
     * @param x its numbers, all finite
     * @param outcome 0 or more
     * @param weight above 0
     */
    @SuppressWarnings("ArrayRecordComponent") // only read
    public record Example(double[] x, int outcome, double weight) {}

    /**
     * Fits.
     *
     * @param examples at least one; each outcome occurs
     * @param outcomes two or three
     * @param ridge 0 or more
     */
    public static LinearLogit fit(List<Example> examples, int outcomes, double ridge) {
        return fit(examples, outcomes, ridge, null);
    }

    /**
     * Fits, beginning at what was found before on much the same examples: fewer steps, the same maximum.
     *
     * @param before of as many outcomes and numbers; null begins at nothing
     */
    public static LinearLogit fit(List<Example> examples, int outcomes, double ridge, @Nullable LinearLogit before) {
        int columns = examples.getFirst().x().length;
        double[] mean = new double[columns];
        double[] deviation = new double[columns];
        double[] share = new double[outcomes];
        double sum = 0;
        for (Example each : examples) {
            for (int c = 0; c < columns; c++) {
                mean[c] += each.weight() * each.x()[c];
                deviation[c] += each.weight() * each.x()[c] * each.x()[c];
            }
            share[each.outcome()] += each.weight();
            sum += each.weight();
        }
        for (int c = 0; c < columns; c++) {
            mean[c] /= sum;
            deviation[c] = Math.sqrt(Math.max(deviation[c] / sum - mean[c] * mean[c], 1e-12));
        }
        for (double each : share) {
            if (!(each > 0)) {
                throw new IllegalArgumentException(
                        "each of the outcomes occurs but their weights were " + Arrays.toString(share));
            }
        }
        int size = columns + 1;
        double[][] rows = new double[examples.size()][size];
        for (int i = 0; i < rows.length; i++) {
            double[] x = examples.get(i).x();
            rows[i][0] = 1;
            for (int c = 0; c < columns; c++) {
                rows[i][c + 1] = (x[c] - mean[c]) / deviation[c];
            }
        }
        double[] start = new double[(outcomes - 1) * size];
        for (int k = 0; k < outcomes - 1; k++) {
            start[k * size] = Math.log(share[k] / share[outcomes - 1]);
            if (before != null) {
                double[] found = before.coefficients[k];
                start[k * size] = found[0];
                for (int c = 0; c < columns; c++) {
                    start[k * size + c + 1] = found[c + 1] * deviation[c];
                    start[k * size] += found[c + 1] * mean[c];
                }
            }
        }
        double[] at = Newton.maximise(new LogitLikelihood(rows, examples, outcomes, ridge), start, REACHED)
                .at();
        double[][] coefficients = new double[outcomes - 1][size];
        for (int k = 0; k < outcomes - 1; k++) {
            coefficients[k][0] = at[k * size];
            for (int c = 0; c < columns; c++) {
                coefficients[k][c + 1] = at[k * size + c + 1] / deviation[c];
                coefficients[k][0] -= coefficients[k][c + 1] * mean[c];
            }
        }
        return new LinearLogit(coefficients);
    }

    /** Probabilities of all outcomes; they sum to 1. */
    public double[] probabilities(double[] x) {
        double[] p = new double[coefficients.length + 1];
        for (int k = 0; k < coefficients.length; k++) {
            double[] row = coefficients[k];
            double score = row[0];
            for (int c = 1; c < row.length; c++) {
                score += row[c] * x[c - 1];
            }
            p[k] = score;
        }
        softmax(p);
        return p;
    }

    /** Intercept and coefficients by outcome, the last outcome left out. */
    public double[][] coefficients() {
        double[][] copy = new double[coefficients.length][];
        for (int k = 0; k < copy.length; k++) {
            copy[k] = coefficients[k].clone();
        }
        return copy;
    }

    /** Scores to probabilities, in place. */
    static void softmax(double[] scores) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double each : scores) {
            highest = Math.max(highest, each);
        }
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = Math.exp(scores[k] - highest);
            sum += scores[k];
        }
        for (int k = 0; k < scores.length; k++) {
            scores[k] /= sum;
        }
    }
}
