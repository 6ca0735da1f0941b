package io.touchline.prediction.model.inplay;

import io.touchline.domain.inplay.GoalClock;
import io.touchline.domain.inplay.GoalRates;
import io.touchline.domain.inplay.InPlayParameters;
import java.util.Arrays;
import java.util.List;

/**
 * The minutes' shares of the goals and what the score does to the rates, both at once: goals against exposure in a table of minute, side and lead, fitted by iterative proportional fitting, then smoothed over the minutes of
 * each half.
 *
 * <p>Deming, W. E., Stephan, F. F. (1940). On a least squares adjustment of a sampled frequency table when the expected marginal totals are known. Annals of Mathematical Statistics 11(4), 427-444.
 */
final class ScoreEffects {

    private static final int MINUTES = GoalClock.LAST + 1;
    private static final int ROUNDS = 25;

    /** Belief that a score changes nothing, in goals. */
    private static final double BELIEF = 5;

    /** Minutes between which the shares follow a parabola: the start of a half and its stoppage time have a shape of their own. */
    private static final int[][] SMOOTH = {{3, 45}, {50, 90}};

    private final double[] shares = new double[MINUTES];
    private final double[][][] effects = new double[2][InPlayParameters.PARTS][InPlayParameters.LEADS];

    private ScoreEffects() {}

    double[] shares() {
        return shares;
    }

    double[][][] effects() {
        return effects;
    }

    static ScoreEffects of(List<RunningMatch> matches, List<GoalRates> rates) {
        double[][][] goals = new double[2][MINUTES][InPlayParameters.LEADS];
        double[][][] exposure = new double[2][MINUTES][InPlayParameters.LEADS];
        for (int m = 0; m < matches.size(); m++) {
            RunningMatch match = matches.get(m);
            double[] rate = {rates.get(m).home(), rates.get(m).away()};
            int lead = 0;
            for (int minute = 0; minute < MINUTES; minute++) {
                for (int side = 0; side < 2; side++) {
                    int seen = InPlayParameters.lead(side == 0 ? lead : -lead);
                    goals[side][minute][seen] += match.goals()[side][minute];
                    exposure[side][minute][seen] += rate[side];
                }
                lead += match.goals()[0][minute] - match.goals()[1][minute];
            }
        }
        ScoreEffects fitted = new ScoreEffects();
        fitted.fit(goals, exposure);
        for (int[] span : SMOOTH) {
            smooth(fitted.shares, span[0], span[1]);
        }
        return fitted;
    }

    private void fit(double[][][] goals, double[][][] exposure) {
        Arrays.fill(shares, 1.0 / MINUTES);
        for (double[][] side : effects) {
            for (double[] part : side) {
                Arrays.fill(part, 1);
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int minute = 0; minute < MINUTES; minute++) {
                double seen = 0.1;
                double expected = 0.1 * MINUTES;
                for (int side = 0; side < 2; side++) {
                    for (int lead = 0; lead < InPlayParameters.LEADS; lead++) {
                        seen += goals[side][minute][lead];
                        expected += exposure[side][minute][lead] * effects[side][InPlayParameters.part(minute)][lead];
                    }
                }
                shares[minute] = seen / expected;
            }
            for (int side = 0; side < 2; side++) {
                for (int part = 0; part < InPlayParameters.PARTS; part++) {
                    for (int lead = 0; lead < InPlayParameters.LEADS; lead++) {
                        double seen = BELIEF;
                        double expected = BELIEF;
                        for (int minute = 0; minute < MINUTES; minute++) {
                            if (InPlayParameters.part(minute) == part) {
                                seen += goals[side][minute][lead];
                                expected += exposure[side][minute][lead] * shares[minute];
                            }
                        }
                        effects[side][part][lead] = seen / expected;
                    }
                }
            }
        }
        // the clock is made to sum to 1; what it loses the effects take over
        double sum = Arrays.stream(shares).sum();
        for (int minute = 0; minute < MINUTES; minute++) {
            shares[minute] /= sum;
        }
        for (double[][] side : effects) {
            for (double[] part : side) {
                for (int lead = 0; lead < part.length; lead++) {
                    part[lead] *= sum;
                }
            }
        }
    }

    /** A parabola through the minutes from one to another, by least squares. */
    private static void smooth(double[] values, int from, int to) {
        double[][] normal = new double[3][4];
        double centre = (from + to - 1) / 2.0;
        for (int i = from; i < to; i++) {
            double x = (i - centre) / 20;
            double[] row = {1, x, x * x};
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    normal[a][b] += row[a] * row[b];
                }
                normal[a][3] += row[a] * values[i];
            }
        }
        double[] fitted = Equations.solve(normal);
        for (int i = from; i < to; i++) {
            double x = (i - centre) / 20;
            values[i] = Math.max(1e-5, fitted[0] + fitted[1] * x + fitted[2] * x * x);
        }
    }
}
