package io.touchline.domain.inplay;

import io.touchline.domain.grid.ScoreGrid;
import java.util.Arrays;

/**
 * The remaining-goals model: two birth processes that start from pre-match rates and run along a {@link GoalClock}; their rates depend on the lead, on cards, and on how many chances there were against how many there
 * should have been. Each side's strength is only known with a {@link InPlayParameters#spread}, taken at three points (Gauss and Hermite) that shift strength from one side to the other.
 *
 * <p>A side that lost a player scores at three fifths of its rate, its opponent at four thirds. Vecer, J., Kopriva, F., Ichiba, T. (2009). Estimating the effect of the red card in soccer. Journal of Quantitative Analysis in
 * Sports 5(1), 8, find that the punished side's intensity drops significantly and the other's rises slightly, about 2/3 and 5/4; second halves of our own matches, whose cards are known without their minutes, let expect about
 * 0.55 and 1.4. Lists of shots do not hold cards, so the sizes lie between and are not learned.
 *
 * <p>Dixon, M. J., Robinson, M. E. (1998). A birth process model for association football matches. The Statistician 47(3), 523-538.
 */
public final class InPlayModel {

    /** What a sending-off leaves of the punished side's rate, and makes of its opponent's. */
    public static final double AFTER_OWN_RED = 0.6;

    public static final double AFTER_OTHER_RED = 4.0 / 3;

    /** More sendings-off than this end a match. */
    private static final int MOST_REDS = 4;

    private static final double[] NODES = {-Math.sqrt(3), 0, Math.sqrt(3)};
    private static final double[] WEIGHTS = {1.0 / 6, 2.0 / 3, 1.0 / 6};

    /** Spread over all scores that can still come, so that nothing is certain that is not. */
    private static final double UNFORESEEN = 1e-9;

    /** Chances alone change a rate by no more than about double or half. */
    private static final double MOST_SURPLUS = 0.7;

    private static final int MOST_LEAD = 10;
    private final InPlayParameters learned;
    private final KickoffRates kickoff;

    public InPlayModel(InPlayParameters learned) {
        this.learned = learned;
        this.kickoff = new KickoffRates(this);
    }

    public InPlayParameters parameters() {
        return learned;
    }

    /**
     * The rates with which this model says at kickoff what was said before: the nearest in squared distance, as two rates cannot meet three probabilities.
     *
     * @param over25 NaN where it is not known
     */
    public GoalRates rates(double home, double draw, double away, double over25) {
        return kickoff.rates(home, draw, away, over25);
    }

    /** Probabilities of home win, draw and away win alone, from whatever is left of 90 minutes: what {@link #forecast} says, sooner. */
    public double[] result(GoalRates rates, GoalClock.Remainder left, Situation so) {
        int lead = so.homeGoals() - so.awayGoals();
        if (left.isOver()) {
            return new double[] {lead > 0 ? 1 : 0, lead == 0 ? 1 : 0, lead < 0 ? 1 : 0};
        }
        double[] now = now(rates, left, so, false);
        double[] result = result(left, now[0], now[1], spread(left), lead);
        double sum = 0;
        for (int i = 0; i < result.length; i++) {
            result[i] = Math.max(UNFORESEEN, result[i]);
            sum += result[i];
        }
        for (int i = 0; i < result.length; i++) {
            result[i] /= sum;
        }
        return result;
    }

    /**
     * By what the rates have to be multiplied where goals are counted, so that at kickoff more than 2.5 goals are as likely as was said before the match: rates that meet the result miss the total
     * by some points. 1 where the total was not known.
     *
     * @param over25 NaN where it is not known
     */
    public double goalsFactor(GoalRates rates, double over25) {
        return kickoff.goalsFactor(rates, over25);
    }

    /** All that may still come in whatever is left of 90 minutes, by the rates that meet the result alone. */
    public InPlayForecast forecast(GoalRates rates, GoalClock.Remainder left, Situation so) {
        return forecast(rates, 1, left, so);
    }

    /**
     * All that may still come in whatever is left of 90 minutes.
     *
     * @param goalsFactor see {@link #goalsFactor}
     */
    public InPlayForecast forecast(GoalRates rates, double goalsFactor, GoalClock.Remainder left, Situation so) {
        int size = ScoreGrid.SIZE;
        int homeGoals = Math.min(so.homeGoals(), size - 1);
        int awayGoals = Math.min(so.awayGoals(), size - 1);
        double[][] scores = new double[size][size];
        if (left.isOver()) {
            scores[homeGoals][awayGoals] = 1;
            return new InPlayForecast(ScoreGrid.of(scores, 0, 0), 0, 0, 1);
        }
        // a factor other than 1 comes of a total that was known
        double[] now = now(rates, left, so, goalsFactor != 1);
        now[0] *= goalsFactor;
        now[1] *= goalsFactor;
        int mostHome = Math.min(size - 1 - homeGoals, most(now[0] * left.share()));
        int mostAway = Math.min(size - 1 - awayGoals, most(now[1] * left.share()));
        int lead = so.homeGoals() - so.awayGoals();
        double[][] goals = goals(left, now[0], now[1], spread(left), lead, mostHome, mostAway);
        double unforeseen = UNFORESEEN / ((size - homeGoals) * (size - awayGoals));
        for (int h = homeGoals; h < size; h++) {
            for (int a = awayGoals; a < size; a++) {
                boolean reached = h - homeGoals <= mostHome && a - awayGoals <= mostAway;
                scores[h][a] = (reached ? goals[h - homeGoals][a - awayGoals] : 0) + unforeseen;
            }
        }
        give(scores, result(rates, left, so));
        double homeExpected = 0;
        double awayExpected = 0;
        for (int h = homeGoals; h < size; h++) {
            for (int a = awayGoals; a < size; a++) {
                homeExpected += scores[h][a] * (h - homeGoals);
                awayExpected += scores[h][a] * (a - awayGoals);
            }
        }
        double spread = spread(left);
        double[] next = new double[3];
        for (int i = 0; i < NODES.length; i++) {
            double[] each =
                    chain(left).next(shifted(now[0], spread, NODES[i]), shifted(now[1], spread, -NODES[i]), lead);
            for (int j = 0; j < next.length; j++) {
                next[j] += WEIGHTS[i] * each[j];
            }
        }
        return new InPlayForecast(ScoreGrid.of(scores, homeExpected, awayExpected), next[0], next[1], next[2]);
    }

    /** Gives scores the result of the chain of leads, which no edge of the grid cuts off: after many goals of one match the scores alone would miss some. */
    private static void give(double[][] scores, double[] result) {
        double[] sums = new double[3];
        for (int h = 0; h < scores.length; h++) {
            for (int a = 0; a < scores.length; a++) {
                sums[1 - Integer.signum(h - a)] += scores[h][a];
            }
        }
        for (int h = 0; h < scores.length; h++) {
            for (int a = 0; a < scores.length; a++) {
                int outcome = 1 - Integer.signum(h - a);
                scores[h][a] *= sums[outcome] > 0 ? result[outcome] / sums[outcome] : 0;
            }
        }
    }

    /** Rates of a whole match as they stand after what was seen. */
    private double[] now(GoalRates rates, GoalClock.Remainder left, Situation so, boolean totalKnown) {
        double share = Math.max(0, 1 - left.share());
        return new double[] {
            rates.home() * Math.exp(bounded(rates, so, share, true, totalKnown)) * cards(so.homeReds(), so.awayReds()),
            rates.away() * Math.exp(bounded(rates, so, share, false, totalKnown)) * cards(so.awayReds(), so.homeReds())
        };
    }

    private double bounded(GoalRates rates, Situation so, double share, boolean home, boolean totalKnown) {
        return Math.clamp(learned.surplus(rates, so, share, home, totalKnown), -MOST_SURPLUS, MOST_SURPLUS);
    }

    private static double cards(int own, int other) {
        return Math.pow(AFTER_OWN_RED, Math.min(own, MOST_REDS))
                * Math.pow(AFTER_OTHER_RED, Math.min(other, MOST_REDS));
    }

    private static int most(double expected) {
        return (int) Math.ceil(1.5 * expected + 6 * Math.sqrt(expected) + 4);
    }

    /** At kickoff what was believed is met exactly; the more was played, the more there is that is not told. */
    private double spread(GoalClock.Remainder left) {
        return learned.spread() * Math.sqrt(Math.sqrt(Math.max(0, 1 - left.share())));
    }

    private static double shifted(double rate, double spread, double node) {
        return rate * Math.exp(spread * node - spread * spread / 2);
    }

    private GoalChain chain(GoalClock.Remainder left) {
        return new GoalChain(learned.scores(), left);
    }

    double[] result(GoalClock.Remainder left, double home, double away, double spread, int lead) {
        double[] result = new double[3];
        for (int i = 0; i < NODES.length; i++) {
            if (spread == 0 && NODES[i] != 0) {
                continue;
            }
            double[] leads = chain(left)
                    .leads(shifted(home, spread, NODES[i]), shifted(away, spread, -NODES[i]), lead, MOST_LEAD);
            for (int d = -MOST_LEAD; d <= MOST_LEAD; d++) {
                int outcome = lead + d > 0 ? 0 : lead + d == 0 ? 1 : 2;
                result[outcome] += WEIGHTS[i] * Math.max(0, leads[d + MOST_LEAD]);
            }
        }
        double sum = Arrays.stream(result).sum();
        for (int i = 0; i < result.length; i++) {
            result[i] /= sum;
        }
        return result;
    }

    double[][] goals(
            GoalClock.Remainder left, double home, double away, double spread, int lead, int mostHome, int mostAway) {
        double[][] all = new double[mostHome + 1][mostAway + 1];
        for (int i = 0; i < NODES.length; i++) {
            if (spread == 0 && NODES[i] != 0) {
                continue;
            }
            double weight = spread == 0 ? 1 : WEIGHTS[i];
            double[][] each = chain(left)
                    .goals(shifted(home, spread, NODES[i]), shifted(away, spread, -NODES[i]), lead, mostHome, mostAway);
            for (int h = 0; h <= mostHome; h++) {
                for (int a = 0; a <= mostAway; a++) {
                    all[h][a] += weight * Math.max(0, each[h][a]);
                }
            }
        }
        return all;
    }
}
