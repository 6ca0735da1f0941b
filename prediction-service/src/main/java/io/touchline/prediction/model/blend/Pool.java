package io.touchline.prediction.model.blend;

/**
 * The weighted geometric mean of several models' probabilities, scaled to sum to 1. Unlike the arithmetic mean it does not drag sharp opinions that agree towards the middle.
 *
 * <p>0.5, 0.3, 0.2 and 0.4, 0.3, 0.3 with equal weights give 0.4507, 0.3024, 0.2469; run as {@code WeightFitTest#pool_workedExample}.
 */
final class Pool {

    /** A forecast of nothing would veto all others. */
    private static final double SMALLEST = 1e-6;

    private Pool() {}

    static double[] logs(double[] probabilities) {
        double[] logs = new double[probabilities.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = log(probabilities[i]);
        }
        return logs;
    }

    private static double log(double probability) {
        return Math.log(Math.max(SMALLEST, probability));
    }

    /**
     * The mean.
     *
     * @param probabilities by model and outcome
     * @param weights by model; they sum to 1
     */
    static double[] mean(double[][] probabilities, double[] weights) {
        double[] mean = new double[probabilities[0].length];
        for (int m = 0; m < weights.length; m++) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += weights[m] * log(probabilities[m][k]);
            }
        }
        double sum = 0;
        for (int k = 0; k < mean.length; k++) {
            mean[k] = Math.exp(mean[k]);
            sum += mean[k];
        }
        for (int k = 0; k < mean.length; k++) {
            mean[k] /= sum;
        }
        return mean;
    }
}
