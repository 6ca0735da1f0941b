package io.touchline.prediction.model.strength;

import java.util.ArrayList;
import java.util.List;

/**
 * One statistic followed at one speed: the logarithm of what a side is expected to do is base + home advantage + its attack + the opponent's defence, each with a variance that grows with time and
 * shrinks with every match.
 *
 * <p>The numbers had the lowest deviance of goals in the first divisions of England, Germany, Italy, Spain and France from 2007 to 2017.
 *
 * @param statistic what is counted
 * @param usual count of an average away side, where nothing is known yet
 * @param noise variance of a count as a multiple of its expectation
 * @param perDay by how much a variance grows each day
 * @param perBreak by how much it grows between seasons
 * @param kept share of a strength that is kept between seasons, the rest goes back to the tier's mean
 * @param first variance of a new team's strengths
 * @param lowerTier attack of the average team one tier below; its defence is as much worse
 * @param learning share of a match's surprise that goes into the base
 */
record Series(
        Statistic statistic,
        double usual,
        double noise,
        double perDay,
        double perBreak,
        double kept,
        double first,
        double lowerTier,
        double learning) {

    /** What is counted. */
    enum Statistic {
        GOALS,
        /** Goals, more than three counted as three: the fourth says little of strength. */
        CAPPED_GOALS,
        ON_TARGET,
        SHOTS,
        CORNERS,
        /** Expected goals without penalties where a source tells them, else what shots and goals let expect. */
        EXPECTED_GOALS,
        /** What shots and goals let expect alone: beside it the one above says what its sources add. */
        ESTIMATED_GOALS
    }

    /** Expected goals of a side from its shots, shots on target and goals: least squares on five leagues, 2014/15 to 2017/18, 0.63 of the variance. */
    private static final double ESTIMATE = -0.128;

    private static final double ESTIMATE_A_SHOT = 0.061;
    private static final double ESTIMATE_ON_TARGET = 0.059;
    private static final double ESTIMATE_A_GOAL = 0.237;
    private static final double EXPECTED_SPEED = 3e-5;

    private static final double MOST_GOALS = 3;
    private static final double[] SPEEDS = {2e-6, 3e-5, 4e-4};
    private static final double[] CAPPED_SPEEDS = {3e-6, 1e-4};

    /** In the order in which features are made: statistic by statistic, the slowest first. */
    static final List<Series> ALL = all();

    private static List<Series> all() {
        List<Series> all = new ArrayList<>();
        for (double speed : SPEEDS) {
            all.add(new Series(Statistic.GOALS, 1.2, 2, speed, 0.01, 0.95, 0.2, -0.3, 0.001));
        }
        for (double speed : CAPPED_SPEEDS) {
            all.add(new Series(Statistic.CAPPED_GOALS, 1.0, 1, speed, 0.01, 0.95, 0.2, -0.3, 0.001));
        }
        for (double speed : SPEEDS) {
            all.add(new Series(Statistic.ON_TARGET, 4, 3, speed, 0.01, 1, 0.03, -0.2, 0.004));
        }
        for (double speed : SPEEDS) {
            all.add(new Series(Statistic.SHOTS, 11, 5, speed, 0.01, 0.95, 0.03, -0.2, 0.001));
        }
        for (double speed : SPEEDS) {
            all.add(new Series(Statistic.CORNERS, 4.5, 5, speed, 0.005, 0.9, 0.03, -0.2, 0.001));
        }
        for (Statistic statistic : List.of(Statistic.EXPECTED_GOALS, Statistic.ESTIMATED_GOALS)) {
            all.add(new Series(statistic, 1.2, 0.6, EXPECTED_SPEED, 0.01, 0.95, 0.2, -0.3, 0.001));
        }
        return List.copyOf(all);
    }

    /** Whether it stands beside another one instead of by itself. */
    boolean isOfExpectedGoals() {
        return statistic == Statistic.EXPECTED_GOALS || statistic == Statistic.ESTIMATED_GOALS;
    }

    private static double estimate(double goals, double shots, double onTarget) {
        return Math.max(
                0, ESTIMATE + ESTIMATE_A_SHOT * shots + ESTIMATE_ON_TARGET * onTarget + ESTIMATE_A_GOAL * goals);
    }

    private static double expected(double estimate, double told) {
        return Double.isFinite(estimate) && Double.isFinite(told) ? told : estimate;
    }

    boolean isOfGoals() {
        return statistic == Statistic.GOALS || statistic == Statistic.CAPPED_GOALS;
    }

    /** Strength of attack that a team of a tier goes back to. */
    double meanAttack(int tier) {
        return lowerTier * (tier - 1);
    }

    double ofHome(double goals, MatchStatistics match) {
        return switch (statistic) {
            case GOALS -> goals;
            case CAPPED_GOALS -> Math.min(goals, MOST_GOALS);
            case ON_TARGET -> match.homeOnTarget();
            case SHOTS -> match.homeShots();
            case CORNERS -> match.homeCorners();
            case ESTIMATED_GOALS -> estimate(goals, match.homeShots(), match.homeOnTarget());
            case EXPECTED_GOALS -> expected(estimate(goals, match.homeShots(), match.homeOnTarget()), match.homeXg());
        };
    }

    double ofAway(double goals, MatchStatistics match) {
        return switch (statistic) {
            case GOALS -> goals;
            case CAPPED_GOALS -> Math.min(goals, MOST_GOALS);
            case ON_TARGET -> match.awayOnTarget();
            case SHOTS -> match.awayShots();
            case CORNERS -> match.awayCorners();
            case ESTIMATED_GOALS -> estimate(goals, match.awayShots(), match.awayOnTarget());
            case EXPECTED_GOALS -> expected(estimate(goals, match.awayShots(), match.awayOnTarget()), match.awayXg());
        };
    }
}
