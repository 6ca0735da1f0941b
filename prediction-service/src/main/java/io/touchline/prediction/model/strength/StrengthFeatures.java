package io.touchline.prediction.model.strength;

import io.touchline.prediction.model.strength.Series.Statistic;
import io.touchline.prediction.model.strength.StrengthRatings.Expectation;
import java.util.Arrays;

/**
 * The numbers that the strength model's regressions see: for each series the expected supremacy (difference of the logarithms) and the expected total (their sum), some squares and products of these,
 * because strong favourites draw less than a straight line says, what told expected goals add to those that shots let expect, and how far the season has come, because what is known of a team changes over the summer.
 *
 * @param all with shots and corners; null where too few matches with statistics are known
 * @param ofGoals from goals alone
 */
@SuppressWarnings("ArrayRecordComponent") // only read
public record StrengthFeatures(double @org.jspecify.annotations.Nullable [] all, double[] ofGoals) {

    /** Matches with statistics of each team from which shots and corners are believed. */
    private static final int FEWEST_WITH_STATISTICS = 5;

    private static final double SEASON_MATCHES = 38;
    private static final int MOST_NUMBERS = 2 * Series.ALL.size() + 8;

    private static final int SLOW_GOALS = indexOf(Statistic.GOALS, 0);
    private static final int FAST_GOALS = indexOf(Statistic.GOALS, 2);
    private static final int ON_TARGET = indexOf(Statistic.ON_TARGET, 1);
    private static final int EXPECTED_GOALS = indexOf(Statistic.EXPECTED_GOALS, 0);
    private static final int ESTIMATED_GOALS = indexOf(Statistic.ESTIMATED_GOALS, 0);

    private static int indexOf(Statistic statistic, int speed) {
        int found = 0;
        for (int s = 0; s < Series.ALL.size(); s++) {
            if (Series.ALL.get(s).statistic() == statistic && found++ == speed) {
                return s;
            }
        }
        throw new IllegalStateException("there is no such series of " + statistic);
    }

    /** Of a match. */
    static StrengthFeatures of(Expectation expected) {
        boolean statistics = hasStatistics(expected);
        return new StrengthFeatures(statistics ? numbers(expected, true) : null, numbers(expected, false));
    }

    /** Whether shots and corners are believed. */
    static boolean hasStatistics(Expectation expected) {
        return expected.withStatistics() >= FEWEST_WITH_STATISTICS;
    }

    /** The numbers of one kind: with shots and corners, or from goals alone. */
    static double[] numbers(Expectation expected, boolean withStatistics) {
        double[] x = new double[MOST_NUMBERS];
        int n = 0;
        for (int s = 0; s < Series.ALL.size(); s++) {
            if (Series.ALL.get(s).isOfGoals()
                    || withStatistics && !Series.ALL.get(s).isOfExpectedGoals()) {
                x[n++] = supremacy(expected, s);
                x[n++] = expected.home()[s] + expected.away()[s];
            }
        }
        double slow = supremacy(expected, SLOW_GOALS);
        x[n++] = slow * slow;
        x[n++] = slow * (expected.home()[SLOW_GOALS] + expected.away()[SLOW_GOALS]);
        if (withStatistics) {
            double onTarget = supremacy(expected, ON_TARGET);
            x[n++] = onTarget * onTarget;
            x[n++] = slow * onTarget;
            x[n++] = supremacy(expected, EXPECTED_GOALS) - supremacy(expected, ESTIMATED_GOALS);
        }
        double progress = Math.min(1, expected.played() / SEASON_MATCHES);
        x[n++] = progress;
        x[n++] = progress * slow;
        x[n++] = progress * supremacy(expected, FAST_GOALS);
        return Arrays.copyOf(x, n);
    }

    private static double supremacy(Expectation expected, int series) {
        return expected.home()[series] - expected.away()[series];
    }
}
