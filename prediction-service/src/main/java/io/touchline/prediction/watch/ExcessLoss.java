package io.touchline.prediction.watch;

/**
 * Whether a forecaster loses more than it says itself: the cumulated sum of its log losses above those it expects, each over the standard deviation that it expects, less an allowance.
 *
 * <p>Page, E. S. (1954). Continuous inspection schemes. Biometrika 41, 100-115.
 */
final class ExcessLoss {

    private static final double ALLOWANCE = 0.25;
    private static final double SMALLEST = 1e-9;

    private double sum;

    /** A match ended. */
    void add(double[] said, int outcome) {
        double mean = 0;
        double square = 0;
        for (double p : said) {
            double loss = -Math.log(Math.max(SMALLEST, p));
            mean += p * loss;
            square += p * loss * loss;
        }
        double deviation = Math.sqrt(Math.max(0.01, square - mean * mean));
        double loss = -Math.log(Math.max(SMALLEST, said[outcome]));
        sum = Math.max(0, sum + (loss - mean) / deviation - ALLOWANCE);
    }

    double sum() {
        return sum;
    }
}
