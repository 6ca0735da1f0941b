package io.touchline.domain.goals;

import java.util.List;

/** Penalised log-likelihood of a {@link LinearLogit} with gradient and Hessian; concave. Parameters: one block an outcome except the last. */
final class LogitLikelihood implements Newton.Objective {

    private final double[][] rows;
    private final int[] outcomes;
    private final double[] weights;
    private final int free;
    private final int size;
    private final double ridge;

    /**
     * @param rows standardised, the first column 1
     * @param outcomeCount two or three
     */
    LogitLikelihood(double[][] rows, List<LinearLogit.Example> examples, int outcomeCount, double ridge) {
        this.rows = rows;
        this.outcomes = examples.stream().mapToInt(LinearLogit.Example::outcome).toArray();
        this.weights =
                examples.stream().mapToDouble(LinearLogit.Example::weight).toArray();
        this.free = outcomeCount - 1;
        this.size = rows[0].length;
        this.ridge = ridge;
    }

    @Override
    public double value(double[] at) {
        double sum = 0;
        double[] p = new double[free + 1];
        for (int i = 0; i < rows.length; i++) {
            probabilities(at, rows[i], p);
            sum += weights[i] * Math.log(Math.max(p[outcomes[i]], Double.MIN_NORMAL));
        }
        for (int k = 0; k < free; k++) {
            for (int c = 1; c < size; c++) {
                sum -= ridge / 2 * at[k * size + c] * at[k * size + c];
            }
        }
        return sum;
    }

    private void probabilities(double[] at, double[] row, double[] p) {
        for (int k = 0; k < free; k++) {
            double score = 0;
            int from = k * size;
            for (int c = 0; c < size; c++) {
                score += at[from + c] * row[c];
            }
            p[k] = score;
        }
        p[free] = 0;
        LinearLogit.softmax(p);
    }

    @Override
    public void derivatives(double[] at, double[] gradient, double[][] negativeHessian) {
        double[] p = new double[free + 1];
        for (int i = 0; i < rows.length; i++) {
            probabilities(at, rows[i], p);
            for (int k = 0; k < free; k++) {
                double slope = weights[i] * ((outcomes[i] == k ? 1 : 0) - p[k]);
                for (int c = 0; c < size; c++) {
                    gradient[k * size + c] += slope * rows[i][c];
                }
                for (int l = k; l < free; l++) {
                    addBlock(negativeHessian, k, l, rows[i], weights[i] * p[k] * ((k == l ? 1 : 0) - p[l]));
                }
            }
        }
        for (int k = 0; k < free; k++) {
            for (int c = 1; c < size; c++) {
                gradient[k * size + c] -= ridge * at[k * size + c];
                negativeHessian[k * size + c][k * size + c] += ridge;
            }
        }
        for (int a = 0; a < free * size; a++) {
            for (int b = 0; b < a; b++) {
                negativeHessian[a][b] = negativeHessian[b][a];
            }
        }
    }

    /** Adds to the upper triangle; a block beside the diagonal is symmetric too and therefore whole there. */
    private void addBlock(double[][] hessian, int k, int l, double[] row, double factor) {
        for (int a = 0; a < size; a++) {
            double scaled = factor * row[a];
            double[] into = hessian[k * size + a];
            int from = l * size;
            for (int b = k == l ? a : 0; b < size; b++) {
                into[from + b] += scaled * row[b];
            }
        }
    }
}
