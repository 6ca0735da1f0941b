package io.touchline.domain.measure;

/**
 * An estimate with its 95 % interval and the number of observations.
 *
 * @param estimate mean or proportion; NaN without an observation
 * @param lower NaN where there are too few observations to tell
 * @param upper NaN where there are too few observations to tell
 * @param count observations
 */
public record ConfidenceInterval(double estimate, double lower, double upper, int count) {

    /** Share of intervals that hold the true value. */
    public static final double LEVEL = 0.95;

    /** Quantile of the normal distribution that leaves 2.5 % above. */
    private static final double Z = 1.959963984540054;

    /**
     * Mean of independent values with Student's interval. Values 1, 2, 3, 4, 5, 6 give 3.5 with 1.5367 to 5.4633; run as
     * {@code ConfidenceIntervalTest#mean}.
     */
    public static ConfidenceInterval ofMean(double[] values) {
        int n = values.length;
        double mean = mean(values);
        if (n < 2) {
            return new ConfidenceInterval(mean, Double.NaN, Double.NaN, n);
        }
        double half = student(n - 1) * deviation(values, mean) / Math.sqrt(n);
        return new ConfidenceInterval(mean, mean - half, mean + half, n);
    }

    /**
     * Share of successes with Wilson's interval. 8 of 10 give 0.8 with 0.4902 to 0.9433; run as {@code ConfidenceIntervalTest#proportion}.
     *
     * <p>Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the American Statistical
     * Association 22, 209-212.
     */
    public static ConfidenceInterval ofProportion(int successes, int n) {
        if (successes < 0 || successes > n) {
            throw new IllegalArgumentException("successes lie in 0.." + n + " but were " + successes);
        }
        if (n == 0) {
            return new ConfidenceInterval(Double.NaN, Double.NaN, Double.NaN, 0);
        }
        double p = (double) successes / n;
        double centre = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4.0 * n * n));
        return new ConfidenceInterval(p, Math.max(0, centre - half), Math.min(1, centre + half), n);
    }

    /**
     * How many further observations like these it takes until the interval of the mean leaves out 0, should mean and spread stay as they are.
     *
     * @return 0 where it does so already; {@link Long#MAX_VALUE} where the mean is 0 or fewer than two values tell no spread
     */
    public static long stillNeeded(double[] values) {
        if (values.length < 2) {
            return Long.MAX_VALUE;
        }
        double mean = mean(values);
        double ratio = Z * deviation(values, mean) / mean;
        double needed = Math.ceil(ratio * ratio);
        if (!(needed < Long.MAX_VALUE)) {
            return Long.MAX_VALUE;
        }
        return Math.max(0, (long) needed - values.length);
    }

    /** Whether 0 lies outside. */
    public boolean leavesOutZero() {
        return lower > 0 || upper < 0;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / (values.length - 1));
    }

    /**
     * Student's quantile by Cornish and Fisher's expansion (Abramowitz, M., Stegun, I. A. (1964), 26.7.5); exact values for one to four
     * degrees of freedom, where the expansion is too coarse.
     */
    static double student(int degrees) {
        return switch (degrees) {
            case 1 -> 12.706204736;
            case 2 -> 4.302652730;
            case 3 -> 3.182446305;
            case 4 -> 2.776445105;
            default -> {
                double z2 = Z * Z;
                double g1 = (z2 + 1) * Z / 4;
                double g2 = ((5 * z2 + 16) * z2 + 3) * Z / 96;
                double g3 = (((3 * z2 + 19) * z2 + 17) * z2 - 15) * Z / 384;
                double g4 = ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) * Z / 92160;
                double v = degrees;
                yield Z + g1 / v + g2 / (v * v) + g3 / (v * v * v) + g4 / (v * v * v * v);
            }
        };
    }
}
