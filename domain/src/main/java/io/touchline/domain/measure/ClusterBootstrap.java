package io.touchline.domain.measure;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Percentile intervals of any statistic of observations that come in clusters (the bets of one day), which are drawn whole, with replacement: observations within a cluster may depend on each
 * other. Seeded, so that the same input gives the same interval.
 *
 * <p>Davison, A. C., Hinkley, D. V. (1997). Bootstrap methods and their application. Cambridge University Press, sections 2.4 and 3.8.
 */
public final class ClusterBootstrap {

    private static final double TAIL = (1 - ConfidenceInterval.LEVEL) / 2;

    private final int clusters;
    private final int count;
    private final int rounds;
    private final long seed;

    /**
     * Of so many clusters.
     *
     * @param clusters 0 or more
     * @param count observations in all of them
     * @param rounds how often is drawn, 1 or more; a thousand are usual
     */
    public ClusterBootstrap(int clusters, int count, int rounds, long seed) {
        if (clusters < 0 || rounds < 1) {
            throw new IllegalArgumentException(
                    "there are 0 clusters and 1 round at least but were %d and %d".formatted(clusters, rounds));
        }
        this.clusters = clusters;
        this.count = count;
        this.rounds = rounds;
        this.seed = seed;
    }

    /**
     * The statistic of all clusters in their order, with the interval that its values over the draws leave when 2.5 % are cut off at either end.
     *
     * @param statistic of the clusters with these indices, some more than once; draws where it is not finite are left out
     * @return without bounds where there are fewer than two clusters
     */
    public ConfidenceInterval of(ToDoubleFunction<int[]> statistic) {
        int[] picked = new int[clusters];
        Arrays.setAll(picked, i -> i);
        double estimate = clusters == 0 ? Double.NaN : statistic.applyAsDouble(picked);
        if (clusters < 2) {
            return new ConfidenceInterval(estimate, Double.NaN, Double.NaN, count);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[rounds];
        int finite = 0;
        for (int round = 0; round < rounds; round++) {
            Arrays.setAll(picked, i -> random.nextInt(clusters));
            double value = statistic.applyAsDouble(picked);
            if (Double.isFinite(value)) {
                drawn[finite++] = value;
            }
        }
        Arrays.sort(drawn, 0, finite);
        return new ConfidenceInterval(
                estimate, quantile(drawn, finite, TAIL), quantile(drawn, finite, 1 - TAIL), count);
    }

    /** Between neighbours in proportion; NaN of nothing. */
    private static double quantile(double[] sorted, int n, double share) {
        if (n == 0) {
            return Double.NaN;
        }
        double at = share * (n - 1);
        int below = (int) at;
        int above = Math.min(n - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
