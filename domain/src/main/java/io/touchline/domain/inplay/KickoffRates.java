package io.touchline.domain.inplay;

import io.touchline.domain.grid.ScoreGrid;

/** Finds the rates with which a model says at kickoff what was said before the match. */
final class KickoffRates {

    /** Two rates cannot meet three probabilities: the result is met nearly, the total about. */
    private static final double TOTALS_WEIGH = 0.02;

    private static final int TOTAL = 3;
    private static final int STEPS = 12;
    private static final double FOUND = 1e-7;
    private static final double DIFFERENCE = 1e-5;
    private static final double LOWEST = 0.02;
    private static final double HIGHEST = 12;
    private static final double USUAL_RHO = -0.08;

    /** How fast the log odds of more than 2.5 goals rise with the logarithm of the rates, for 1 to 4 goals 2.5 to 3.2; near enough for steps that each leave a fifth of the way. */
    private static final double TOTAL_SLOPE = 2.6;

    private static final double MOST_FACTOR = 2;
    private static final double FOUND_TOTAL = 1e-5;

    private final InPlayModel model;
    /** Of a match that has not begun. */
    private final GoalClock.Remainder whole;

    KickoffRates(InPlayModel model) {
        this.model = model;
        this.whole = model.parameters().clock().left(MatchPhase.BEFORE, 0);
    }

    /** See {@link InPlayModel#rates}. */
    GoalRates rates(double home, double draw, double away, double over25) {
        ScoreGrid start = ScoreGrid.fit(home, draw, away, over25, USUAL_RHO);
        double sum = home + draw + away;
        double[] wanted = {home / sum, away / sum, over25};
        double[] at = {bounded(Math.log(start.homeRate())), bounded(Math.log(start.awayRate()))};
        double[] off = distance(at, wanted);
        for (int step = 0; step < STEPS; step++) {
            double[][] slopes = new double[2][];
            for (int p = 0; p < 2; p++) {
                double[] beside = at.clone();
                beside[p] += DIFFERENCE;
                slopes[p] = distance(beside, wanted);
                for (int i = 0; i < off.length; i++) {
                    slopes[p][i] = (slopes[p][i] - off[i]) / DIFFERENCE;
                }
            }
            double hh = dot(slopes[0], slopes[0]) + 1e-9;
            double ha = dot(slopes[0], slopes[1]);
            double aa = dot(slopes[1], slopes[1]) + 1e-9;
            double h = -dot(slopes[0], off);
            double a = -dot(slopes[1], off);
            double determinant = hh * aa - ha * ha;
            double[] moved = {
                bounded(at[0] + Math.clamp((h * aa - a * ha) / determinant, -0.5, 0.5)),
                bounded(at[1] + Math.clamp((a * hh - h * ha) / determinant, -0.5, 0.5))
            };
            double[] now = distance(moved, wanted);
            if (!(dot(now, now) < dot(off, off))) {
                break;
            }
            double moves = Math.abs(moved[0] - at[0]) + Math.abs(moved[1] - at[1]);
            at = moved;
            off = now;
            if (moves < FOUND) {
                break;
            }
        }
        return new GoalRates(Math.exp(at[0]), Math.exp(at[1]));
    }

    /** See {@link InPlayModel#goalsFactor}. */
    double goalsFactor(GoalRates rates, double over25) {
        if (!(over25 > 0 && over25 < 1)) {
            return 1;
        }
        Situation kickoff = Situation.ofScore(0, 0);
        double wanted = logit(over25);
        double factor = 1;
        for (int step = 0; step < STEPS; step++) {
            double off = wanted
                    - logit(model.forecast(rates, factor, whole, kickoff)
                            .finalScores()
                            .over(2.5));
            if (Math.abs(off) < FOUND_TOTAL) {
                break;
            }
            factor = Math.clamp(factor * Math.exp(off / TOTAL_SLOPE), 1 / MOST_FACTOR, MOST_FACTOR);
        }
        return factor;
    }

    private static double logit(double probability) {
        return Math.log(probability / (1 - probability));
    }

    private static double bounded(double logRate) {
        return Math.clamp(logRate, Math.log(LOWEST), Math.log(HIGHEST));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private double[] distance(double[] logRates, double[] wanted) {
        double home = Math.exp(logRates[0]);
        double away = Math.exp(logRates[1]);
        double[] result = model.result(whole, home, away, 0, 0);
        double off = 0;
        if (!Double.isNaN(wanted[2])) {
            double under = 0;
            double[][] goals = model.goals(whole, home, away, 0, 0, TOTAL, TOTAL);
            for (int h = 0; h < TOTAL; h++) {
                for (int a = 0; h + a < TOTAL; a++) {
                    under += goals[h][a];
                }
            }
            off = TOTALS_WEIGH * (1 - under - wanted[2]);
        }
        return new double[] {result[0] - wanted[0], result[2] - wanted[1], off};
    }
}
