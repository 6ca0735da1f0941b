package io.touchline.bench.inplay;

import io.touchline.domain.measure.CalibrationError;
import io.touchline.domain.measure.LogLoss;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what one model said of results, minute by minute. */
final class Judgement {

    /** The minutes at which is asked. */
    static final int STEP = 5;

    static final int LAST = 90;
    private static final int BUCKET = 10;
    private static final int BINS = 15;
    private static final int OUTCOMES = 3;

    private final double[] losses = new double[LAST / STEP + 1];
    private final int[] counts = new int[LAST / STEP + 1];
    private final List<CalibrationError> buckets = new ArrayList<>();
    private int outside;

    Judgement() {
        for (int from = 0; from <= LAST; from += BUCKET) {
            buckets.add(new CalibrationError(BINS));
        }
    }

    void add(int minute, double[] said, int outcome) {
        double sum = 0;
        for (int i = 0; i < OUTCOMES; i++) {
            if (!(said[i] >= 0 && said[i] <= 1)) {
                outside++;
            }
            sum += said[i];
            buckets.get(minute / BUCKET).add(said[i], i == outcome);
        }
        if (!(Math.abs(sum - 1) < 1e-9)) {
            outside++;
        }
        losses[minute / STEP] += LogLoss.of(said, outcome);
        counts[minute / STEP]++;
    }

    /** Probabilities outside 0..1, or of results that do not sum to 1. */
    int outside() {
        return outside;
    }

    double loss(int minute) {
        return losses[minute / STEP] / counts[minute / STEP];
    }

    double meanLoss() {
        double sum = 0;
        for (int minute = 0; minute <= LAST; minute += STEP) {
            sum += loss(minute);
        }
        return sum / losses.length;
    }

    /** Whether the loss falls from every minute to the next. */
    boolean falls() {
        for (int minute = STEP; minute <= LAST; minute += STEP) {
            if (!(loss(minute) < loss(minute - STEP))) {
                return false;
            }
        }
        return true;
    }

    double worstCalibration() {
        return buckets.stream().mapToDouble(CalibrationError::value).max().orElse(Double.NaN);
    }

    Map<String, Double> lossByMinute() {
        Map<String, Double> byMinute = new LinkedHashMap<>();
        for (int minute = 0; minute <= LAST; minute += STEP) {
            byMinute.put(String.valueOf(minute), rounded(loss(minute)));
        }
        return byMinute;
    }

    /** By the bucket's first minute. */
    Map<String, Double> calibrationByBucket() {
        Map<String, Double> byBucket = new LinkedHashMap<>();
        for (int i = 0; i < buckets.size(); i++) {
            byBucket.put(String.valueOf(i * BUCKET), rounded(buckets.get(i).value()));
        }
        return byBucket;
    }

    /** Points of the reliability diagrams: forecast, frequency, count, by the bucket's first minute. */
    Map<String, List<double[]>> reliability() {
        Map<String, List<double[]>> byBucket = new LinkedHashMap<>();
        for (int i = 0; i < buckets.size(); i++) {
            byBucket.put(
                    String.valueOf(i * BUCKET),
                    buckets.get(i).bins().stream()
                            .map(bin -> new double[] {
                                rounded(bin.forecast()), rounded(bin.frequency().estimate()), bin.count()
                            })
                            .toList());
        }
        return byBucket;
    }

    static double rounded(double number) {
        return Math.round(number * 10_000) / 10_000.0;
    }
}
