package io.touchline.odds.consensus;

import org.jspecify.annotations.Nullable;

/** A weighted mean of probability vectors. */
final class Mean {

    private final double[] sums;
    private double weight;
    private int count;
    /** Running mean and squared distance of the first selection, by Welford's method. */
    private double firstMean;

    private double firstSquares;

    Mean(int selections) {
        sums = new double[selections];
    }

    void add(double[] probabilities, double itsWeight) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += itsWeight * probabilities[i];
        }
        weight += itsWeight;
        count++;
        double distance = probabilities[0] - firstMean;
        firstMean += distance / count;
        firstSquares += distance * (probabilities[0] - firstMean);
    }

    int count() {
        return count;
    }

    /** Standard deviation (of the whole, not of a sample) of the first selection's probability, each voice alike. */
    double deviationOfFirst() {
        return count < 2 ? 0 : Math.sqrt(firstSquares / count);
    }

    /** The mean, scaled to a sum; null where nothing with weight was added. */
    double @Nullable [] scaledTo(double sum) {
        if (!(weight > 0)) {
            return null;
        }
        double total = 0;
        for (double each : sums) {
            total += each;
        }
        double[] scaled = new double[sums.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = sums[i] * sum / total;
        }
        return scaled;
    }
}
