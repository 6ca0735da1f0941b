package io.touchline.domain.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Forecasts of several outcomes as decisions: which was likeliest beside which came, and how well the probabilities rank. Says less than log loss, as a forecast of 51 % counts like one of 99 %.
 *
 * <p>Forecasts (0.5, 0.3, 0.2), (0.4, 0.5, 0.1), (0.6, 0.2, 0.2) with outcomes 0, 1, 2 give precision (0.5, 1, none), recall (1, 1, 0); run as {@code ConfusionTest#workedExample}.
 */
public final class Confusion {

    private final int[][] counts;
    private final List<double[]> forecasts = new ArrayList<>();
    private final List<Integer> came = new ArrayList<>();

    /** Of so many outcomes. */
    public Confusion(int outcomes) {
        counts = new int[outcomes][outcomes];
    }

    /** Adds one forecast. */
    public void add(double[] probabilities, int outcome) {
        int likeliest = 0;
        for (int i = 1; i < probabilities.length; i++) {
            likeliest = probabilities[i] > probabilities[likeliest] ? i : likeliest;
        }
        counts[outcome][likeliest]++;
        forecasts.add(probabilities.clone());
        came.add(outcome);
    }

    /** How often each outcome came (row) where each was likeliest (column). */
    public int[][] counts() {
        return Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
    }

    /** Share of forecasts of an outcome that came true; NaN where it was never likeliest. */
    public double precision(int outcome) {
        double said = 0;
        for (int[] row : counts) {
            said += row[outcome];
        }
        return counts[outcome][outcome] / said;
    }

    /** Share of an outcome's occurrences that were forecast; NaN where it never came. */
    public double recall(int outcome) {
        return counts[outcome][outcome]
                / (double) Arrays.stream(counts[outcome]).sum();
    }

    /** Harmonic mean of precision and recall; 0 where an outcome that came was never forecast right. */
    public double f1(int outcome) {
        double said = 0;
        for (int[] row : counts) {
            said += row[outcome];
        }
        return 2
                * counts[outcome][outcome]
                / (said + Arrays.stream(counts[outcome]).sum());
    }

    /**
     * Chance that a match in which an outcome came was given a greater probability of it than one in which it did not, ties half (the area under the ROC curve; Hanley, J. A., McNeil, B. J. (1982).
     * Radiology 143, 29-36). NaN where it always or never came.
     */
    public double auc(int outcome) {
        int n = forecasts.size();
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                (a, b) -> Double.compare(forecasts.get(a)[outcome], forecasts.get(b)[outcome]));
        double ranks = 0;
        long positives = 0;
        for (int from = 0; from < n; ) {
            int to = from + 1;
            while (to < n && forecasts.get(order[to])[outcome] == forecasts.get(order[from])[outcome]) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++) {
                if (came.get(order[i]) == outcome) {
                    ranks += rank;
                    positives++;
                }
            }
            from = to;
        }
        double pairs = (double) positives * (n - positives);
        return (ranks - positives * (positives + 1) / 2.0) / pairs;
    }
}
