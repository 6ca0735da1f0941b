package io.touchline.prediction.model.inplay;

import io.touchline.domain.grid.ScoreGrid;
import io.touchline.domain.inplay.GoalClock;
import io.touchline.domain.inplay.GoalRates;
import io.touchline.domain.inplay.InPlayModel;
import io.touchline.domain.inplay.InPlayParameters;
import io.touchline.domain.measure.LogLoss;
import java.util.ArrayList;
import java.util.List;

/** Learns the remaining-goals model from played matches. A pure function of them; nothing in it is random. */
public final class InPlayFit {

    /** Correlation of low scores where no price of totals says how many goals are expected. */
    private static final double USUAL_RHO = -0.08;

    private static final double USUAL_SPREAD = 0.2;
    private static final double[] SPREADS = {0, 0.1, 0.2, 0.3};
    private static final int[] JUDGED_MINUTES = {30, 45, 60, 75};

    /** The spread is one number: so many matches, evenly chosen, tell it. */
    private static final int SPREAD_MATCHES = 1_500;

    private InPlayFit() {}

    /** The parameters. Throws {@link IllegalArgumentException} where there is no match. */
    public static InPlayParameters fit(List<RunningMatch> matches) {
        if (matches.isEmpty()) {
            throw new IllegalArgumentException("there is no match to learn from");
        }
        double goals = 0;
        double shots = 0;
        double xg = 0;
        for (RunningMatch match : matches) {
            for (int side = 0; side < 2; side++) {
                for (int minute = 0; minute <= GoalClock.LAST; minute++) {
                    goals += match.goals()[side][minute];
                    shots += match.shots()[side][minute];
                    xg += match.xg()[side][minute];
                }
            }
        }
        double shotsPerGoal = (shots + 1) / (goals + 0.1);
        double xgPerGoal = (xg + 0.1) / (goals + 0.1);
        ScoreEffects first = ScoreEffects.of(matches, gridRates(matches));
        InPlayModel start = new InPlayModel(new InPlayParameters(
                new GoalClock(first.shares()),
                first.effects(),
                shotsPerGoal,
                xgPerGoal,
                new double[4],
                new double[2],
                new double[2],
                USUAL_SPREAD));
        List<GoalRates> rates = matches.parallelStream()
                .map(match -> start.rates(match.home(), match.draw(), match.away(), match.over25()))
                .toList();
        ScoreEffects effects = ScoreEffects.of(matches, rates);
        GoalClock clock = new GoalClock(effects.shares());
        SurplusFit surplus = SurplusFit.of(matches, rates, clock, effects.effects(), shotsPerGoal, xgPerGoal);
        double[] byBoth = surplus.coefficients(0, 1, 2, 3);
        double[] byShots = surplus.coefficients(0, 1);
        double[] byXg = surplus.coefficients(2, 3);
        double best = Double.POSITIVE_INFINITY;
        InPlayParameters chosen = null;
        for (double spread : SPREADS) {
            InPlayParameters tried = new InPlayParameters(
                    clock, effects.effects(), shotsPerGoal, xgPerGoal, byBoth, byShots, byXg, spread);
            double loss = loss(new InPlayModel(tried), matches);
            if (loss < best) {
                best = loss;
                chosen = tried;
            }
        }
        if (chosen == null) {
            throw new IllegalArgumentException("the matches lead to no finite loss");
        }
        return chosen;
    }

    /** Rates of a grid that says what was said before the match: where the search for those of the model starts. */
    private static List<GoalRates> gridRates(List<RunningMatch> matches) {
        return matches.stream()
                .map(match -> {
                    ScoreGrid grid =
                            ScoreGrid.fit(match.home(), match.draw(), match.away(), match.over25(), USUAL_RHO);
                    return new GoalRates(grid.homeRate(), grid.awayRate());
                })
                .toList();
    }

    private static double loss(InPlayModel model, List<RunningMatch> matches) {
        List<RunningMatch> judged = new ArrayList<>();
        int every = Math.max(1, matches.size() / SPREAD_MATCHES);
        for (int i = 0; i < matches.size(); i += every) {
            judged.add(matches.get(i));
        }
        double sum = 0;
        for (RunningMatch match : judged) {
            GoalRates rates = model.rates(match.home(), match.draw(), match.away(), match.over25());
            for (int minute : JUDGED_MINUTES) {
                double[] said = model.result(
                        rates, model.parameters().clock().afterRunning(minute), match.after(minute));
                sum += LogLoss.of(said, match.outcome());
            }
        }
        return sum / judged.size();
    }
}
