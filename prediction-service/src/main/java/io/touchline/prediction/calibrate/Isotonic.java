package io.touchline.prediction.calibrate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rising function of a probability that is nearest to what happened: pooled adjacent violators, straight lines between the middles of the steps.
 *
 * <p>Forecasts 0.1, 0.2, 0.3, 0.4 of which the second and the fourth came true give 0, 0.5 at 0.25, 1; run as {@code CalibrationTest#isotonic_workedExample}.
 *
 * <p>Zadrozny, B., Elkan, C. (2002). Transforming classifier scores into accurate multiclass probability estimates. KDD, 694-699.
 *
 * @param at middles of the steps, rising
 * @param value of the steps, rising
 */
@SuppressWarnings("ArrayRecordComponent") // only read
public record Isotonic(double[] at, double[] value) {

    /**
     * Fits.
     *
     * @param forecasts probabilities, at least one
     * @param happened whether it came true, one a forecast
     */
    public static Isotonic fit(List<Double> forecasts, List<Boolean> happened) {
        List<Integer> order = IntStream.range(0, forecasts.size())
                .boxed()
                .sorted(Comparator.comparingDouble(forecasts::get))
                .toList();
        List<double[]> steps = new ArrayList<>();
        for (int i : order) {
            steps.add(new double[] {forecasts.get(i), happened.get(i) ? 1 : 0, 1});
            while (steps.size() > 1) {
                double[] last = steps.getLast();
                double[] before = steps.get(steps.size() - 2);
                if (before[1] / before[2] < last[1] / last[2]) {
                    break;
                }
                steps.removeLast();
                for (int part = 0; part < last.length; part++) {
                    before[part] += last[part];
                }
            }
        }
        return new Isotonic(
                steps.stream().mapToDouble(step -> step[0] / step[2]).toArray(),
                steps.stream().mapToDouble(step -> step[1] / step[2]).toArray());
    }

    /** What a probability becomes. */
    public double of(double probability) {
        if (probability <= at[0]) {
            return value[0];
        }
        for (int i = 1; i < at.length; i++) {
            if (probability <= at[i]) {
                double share = (probability - at[i - 1]) / (at[i] - at[i - 1]);
                return value[i - 1] + share * (value[i] - value[i - 1]);
            }
        }
        return value[value.length - 1];
    }
}
