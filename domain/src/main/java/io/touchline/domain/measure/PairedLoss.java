package io.touchline.domain.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * Whether one forecaster's losses are lower than another's on the same matches: the mean difference with a bootstrap over whole match days, as matches of a day are not independent of each other. The draws follow from the seed.
 *
 * <p>Losses 0.1 lower on each of 30 days give −0.1 with −0.1 to −0.1; run as {@code PairedLossTest#alwaysBetter}.
 *
 * <p>Künsch, H. R. (1989). The jackknife and the bootstrap for general stationary observations. Annals of Statistics 17(3), 1217-1241.
 *
 * @param difference mean of first minus second; below 0 the first is better
 * @param lower 5 % of the bootstrapped means lie below; NaN with fewer than {@value #FEWEST_DAYS} days
 * @param upper 5 % lie above
 * @param matches how many
 * @param days how many
 */
public record PairedLoss(double difference, double lower, double upper, int matches, int days) {

    private static final int FEWEST_DAYS = 10;
    private static final int DRAWS = 1_000;
    private static final double TAIL = 0.05;

    /** The losses of both at one match. */
    public record Pair(long day, double first, double second) {}

    /** Compares. */
    public static PairedLoss of(List<Pair> pairs, long seed) {
        TreeMap<Long, double[]> byDay = new TreeMap<>();
        for (Pair pair : pairs) {
            double[] sums = byDay.computeIfAbsent(pair.day(), day -> new double[2]);
            sums[0] += pair.first() - pair.second();
            sums[1]++;
        }
        List<double[]> days = new ArrayList<>(byDay.values());
        double all = days.stream().mapToDouble(day -> day[0]).sum() / pairs.size();
        if (days.size() < FEWEST_DAYS) {
            return new PairedLoss(all, Double.NaN, Double.NaN, pairs.size(), days.size());
        }
        Random random = new Random(seed);
        double[] means = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            double count = 0;
            for (int i = 0; i < days.size(); i++) {
                double[] day = days.get(random.nextInt(days.size()));
                sum += day[0];
                count += day[1];
            }
            means[draw] = sum / count;
        }
        Arrays.sort(means);
        return new PairedLoss(
                all, means[(int) (TAIL * DRAWS)], means[(int) ((1 - TAIL) * DRAWS) - 1], pairs.size(), days.size());
    }

    /** Whether the first is better with 95 % confidence (one-sided). */
    public boolean firstIsBetter() {
        return upper < 0;
    }

    /** Whether the first is worse, by more than a margin, with 95 % confidence (one-sided). */
    public boolean firstIsWorseBy(double margin) {
        return lower > margin;
    }
}
