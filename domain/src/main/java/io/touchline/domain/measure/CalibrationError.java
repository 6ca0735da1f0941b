package io.touchline.domain.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects forecasts of yes-or-no events in bins of equal width and compares what was said with what happened: the expected calibration error
 * is the mean distance, weighted by count.
 *
 * <p>Four forecasts of 0.25 of which two come true are off by 0.25; run as {@code ForecastMeasuresTest#calibrationError_workedExample}.
 *
 * <p>Naeini, M. P., Cooper, G. F., Hauskrecht, M. (2015). Obtaining well calibrated probabilities using Bayesian binning. AAAI 2901-2907.
 */
public final class CalibrationError {

    private final double[] forecasts;
    private final int[] happened;
    private final int[] counts;

    /** Collects in so many bins between 0 and 1. */
    public CalibrationError(int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("there is at least one bin but was " + bins);
        }
        forecasts = new double[bins];
        happened = new int[bins];
        counts = new int[bins];
    }

    /** Adds one forecast. */
    public void add(double probability, boolean came) {
        int bin = Math.min(counts.length - 1, (int) (probability * counts.length));
        forecasts[bin] += probability;
        happened[bin] += came ? 1 : 0;
        counts[bin]++;
    }

    /** Mean distance; NaN without a forecast. */
    public double value() {
        double sum = 0;
        int all = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += Math.abs(forecasts[i] - happened[i]);
            all += counts[i];
        }
        return all == 0 ? Double.NaN : sum / all;
    }

    /** The bins with a forecast in them, from low to high: the points of a reliability diagram. */
    public List<Bin> bins() {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                bins.add(new Bin(
                        forecasts[i] / counts[i], ConfidenceInterval.ofProportion(happened[i], counts[i]), counts[i]));
            }
        }
        return bins;
    }

    /**
     * One bin.
     *
     * @param forecast mean of the probabilities in it
     * @param frequency share of them that came true, with its interval
     * @param count how many there are
     */
    public record Bin(double forecast, ConfidenceInterval frequency, int count) {}
}
