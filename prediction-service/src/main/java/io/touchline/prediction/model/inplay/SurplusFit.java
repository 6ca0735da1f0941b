package io.touchline.prediction.model.inplay;

import io.touchline.domain.inplay.GoalClock;
import io.touchline.domain.inplay.GoalRates;
import io.touchline.domain.inplay.InPlayParameters;
import io.touchline.domain.inplay.Situation;
import java.util.ArrayList;
import java.util.List;

/**
 * What was seen until a minute says of the goals after it: a Poisson regression of the goals still to come on {@link InPlayParameters#seen}, beside what the clock and the score at that minute lead to expect. Ridge and
 * Newton's method.
 */
final class SurplusFit {

    private static final int EVERY = 10;
    private static final int FIRST = 10;
    private static final int LAST = 80;
    private static final int STEPS = 8;
    private static final double RIDGE = 50;

    private final List<double[]> rows = new ArrayList<>();
    private final List<double[]> goals = new ArrayList<>();

    private SurplusFit() {}

    /**
     * Collects.
     *
     * @param chances of which goals are expected, in goals
     */
    static SurplusFit of(
            List<RunningMatch> matches, List<GoalRates> rates, GoalClock clock, double[][][] effects, Chances chances) {
        SurplusFit fit = new SurplusFit();
        for (int m = 0; m < matches.size(); m++) {
            for (int minute = FIRST; minute <= LAST; minute += EVERY) {
                fit.add(matches.get(m), rates.get(m), minute, clock, effects, chances);
            }
        }
        return fit;
    }

    /** A side's chances up to a minute, in goals. */
    @FunctionalInterface
    interface Chances {
        double of(Situation so, boolean home);
    }

    private void add(
            RunningMatch match, GoalRates rates, int minute, GoalClock clock, double[][][] effects, Chances chances) {
        Situation so = match.after(minute);
        double passed = 1 - clock.afterRunning(minute).share();
        int lead = so.homeGoals() - so.awayGoals();
        for (int side = 0; side < 2; side++) {
            boolean home = side == 0;
            double own = home ? rates.home() : rates.away();
            double expected = 0;
            for (int i = minute + 1; i <= GoalClock.LAST; i++) {
                expected += own
                        * clock.share(i)
                        * effects[side][InPlayParameters.part(i)][InPlayParameters.lead(home ? lead : -lead)];
            }
            rows.add(InPlayParameters.seen(rates, chances.of(so, true), chances.of(so, false), passed, home));
            int later = match.goals(side, GoalClock.LAST) - match.goals(side, minute);
            goals.add(new double[] {expected, later});
        }
    }

    /** Coefficients of the last so many of the numbers that were seen. */
    double[] coefficients(int n) {
        int skipped = InPlayParameters.SEEN - n;
        double[] b = new double[n];
        for (int step = 0; step < STEPS; step++) {
            double[][] normal = new double[n][n + 1];
            for (int r = 0; r < rows.size(); r++) {
                double[] row = rows.get(r);
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += b[i] * row[skipped + i];
                }
                double expected = goals.get(r)[0] * Math.exp(sum);
                double off = goals.get(r)[1] - expected;
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        normal[i][j] += expected * row[skipped + i] * row[skipped + j];
                    }
                    normal[i][n] += off * row[skipped + i];
                }
            }
            for (int i = 0; i < n; i++) {
                normal[i][i] += RIDGE;
                normal[i][n] -= RIDGE * b[i];
            }
            double[] move = Equations.solve(normal);
            for (int i = 0; i < n; i++) {
                b[i] += move[i];
            }
        }
        return b;
    }
}
