package io.touchline.alert.stake;

import io.touchline.domain.fixture.Score;
import io.touchline.domain.grid.ScoreGrid;
import io.touchline.domain.market.MarketType;
import io.touchline.domain.market.Settlements;
import io.touchline.domain.stake.Kelly;
import io.touchline.domain.stake.KellySettings;
import io.touchline.domain.stake.SimultaneousKelly;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stakes of the bets on one fixture, solved together over its grid of scores: bets that win together share, bets that cover each other may be larger.
 *
 * <p>Of the same selection at several bookmakers only the best odds count; what is staked on a selection already is taken off. So an alert may have a stake of 0: worth knowing, but the money is on
 * it at better odds. Open exposure counted here is the fixture's; the ledger watches the sum over all fixtures.
 */
public final class FixtureStakes {

    private final KellySettings settings;

    /** By its settings. */
    public FixtureStakes(KellySettings settings) {
        this.settings = settings;
    }

    /**
     * The stakes of new bets, in their order; fractions of bankroll.
     *
     * @param placed bets of the fixture that are not settled yet
     * @param fresh new bets
     * @param grid the match as the model sees it from now on
     * @param now the score that the grid's goals are added to
     */
    public double[] stakes(List<Bet> placed, List<Bet> fresh, ScoreGrid grid, Score now) {
        Map<String, Bet> best = new LinkedHashMap<>();
        Map<String, Double> staked = new HashMap<>();
        double exposure = 0;
        for (Bet bet : placed) {
            best.merge(bet.question(), bet, FixtureStakes::better);
            staked.merge(bet.question(), bet.staked(), Double::sum);
            exposure += bet.staked();
        }
        fresh.forEach(bet -> best.merge(bet.question(), bet, FixtureStakes::better));
        Map<String, Double> wanted = wanted(List.copyOf(best.values()), grid, now);
        double[] stakes = new double[fresh.size()];
        double sum = 0;
        for (int i = 0; i < stakes.length; i++) {
            Bet bet = fresh.get(i);
            if (best.get(bet.question()) == bet) {
                stakes[i] = Math.max(
                        0, wanted.getOrDefault(bet.question(), 0.0) - staked.getOrDefault(bet.question(), 0.0));
                sum += stakes[i];
            }
        }
        double free = Math.max(0, settings.maximumExposure() - exposure);
        if (sum > free) {
            for (int i = 0; i < stakes.length; i++) {
                stakes[i] *= free / sum;
            }
        }
        return stakes;
    }

    /** The first one stays on equal odds. */
    private static Bet better(Bet one, Bet other) {
        return other.odds() > one.odds() ? other : one;
    }

    /** What should be on each question in all: the joint solution, never more than the bet alone would get. */
    private Map<String, Double> wanted(List<Bet> bets, ScoreGrid grid, Score now) {
        double[] joint = bets.size() == 1
                ? new double[] {Double.MAX_VALUE}
                : SimultaneousKelly.fractions(List.of(match(bets, grid, now)));
        Map<String, Double> wanted = new HashMap<>();
        for (int i = 0; i < joint.length; i++) {
            Bet bet = bets.get(i);
            double kelly = Math.min(joint[i], Kelly.fraction(bet.outcomes(), bet.odds()));
            wanted.put(bet.question(), Math.min(kelly * settings.multiplier(), settings.maximumStake()));
        }
        return wanted;
    }

    /** Scores that settle all bets alike are one scenario. */
    private static SimultaneousKelly.Match match(List<Bet> bets, ScoreGrid grid, Score now) {
        Map<List<Double>, Double> scenarios = new LinkedHashMap<>();
        for (int home = 0; home < ScoreGrid.SIZE; home++) {
            for (int away = 0; away < ScoreGrid.SIZE; away++) {
                Score score = new Score(now.home() + home, now.away() + away);
                List<Double> profits = bets.stream()
                        .map(bet -> Settlements.settle(
                                        MarketType.valueOf(bet.market()), bet.line(), bet.selection(), score)
                                .profit(bet.odds()))
                        .toList();
                scenarios.merge(profits, grid.score(home, away), Double::sum);
            }
        }
        List<List<Double>> byBet = new ArrayList<>();
        for (int i = 0; i < bets.size(); i++) {
            int bet = i;
            byBet.add(
                    scenarios.keySet().stream().map(profits -> profits.get(bet)).toList());
        }
        return new SimultaneousKelly.Match(List.copyOf(scenarios.values()), byBet);
    }
}
