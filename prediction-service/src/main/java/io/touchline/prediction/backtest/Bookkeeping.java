package io.touchline.prediction.backtest;

import io.touchline.domain.fixture.Score;
import io.touchline.domain.grid.ScoreGrid;
import io.touchline.domain.market.Outcome;
import io.touchline.domain.market.Selection;
import io.touchline.domain.market.Settlements;
import io.touchline.domain.stake.SimultaneousKelly;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Places and settles bets; all bets of one moment are staked together, and beside what is still open. */
final class Bookkeeping {

    private final BettingRules rules;
    private final FairPrices prices;
    private final Offers offers;
    private final BetChoice choice;
    private final OfferPool pool = new OfferPool();
    private final List<Bet> waiting = new ArrayList<>();
    private final Map<String, List<Bet>> open = new LinkedHashMap<>();
    private final List<SettledBet> settled = new ArrayList<>();
    private double bankroll = 1;
    private double exposed;
    private int missed;

    Bookkeeping(BettingRules rules, FairPrices prices) {
        this.rules = rules;
        this.prices = prices;
        this.offers = new Offers(rules);
        this.choice = new BetChoice(rules);
    }

    /** Looks for bets on a match at the time of its vector. */
    void consider(BacktestMatch match, Instant at, ScoreGrid grid) {
        List<Offer> there = offers.at(match, at);
        pool.add(match, there);
        for (Offer chosen : choice.of(match, grid, there)) {
            Instant placedAt = at.plus(rules.delay());
            Optional<Offer> taken =
                    rules.delay().isZero() ? Optional.of(chosen) : offers.later(match, chosen, placedAt);
            if (taken.isPresent() && choice.stillTakes(taken.get(), grid)) {
                waiting.add(Bet.of(match, placedAt, grid, taken.get(), closingFair(match, taken.get())));
            } else {
                missed++;
            }
        }
    }

    /** Stakes everything that was considered at one moment. */
    void place() {
        Map<String, List<Bet>> byMatch = new LinkedHashMap<>();
        waiting.forEach(bet -> byMatch.computeIfAbsent(bet.match().fixtureId(), id -> new ArrayList<>())
                .add(bet));
        double[] stakes = byMatch.isEmpty() ? new double[0] : stakes(byMatch);
        int next = 0;
        for (List<Bet> bets : byMatch.values()) {
            for (Bet bet : bets) {
                place(bet, stakes[next++]);
            }
        }
        waiting.clear();
    }

    private double[] stakes(Map<String, List<Bet>> byMatch) {
        if (rules.staking() == BettingRules.Staking.FLAT) {
            double[] flat = new double[waiting.size()];
            java.util.Arrays.fill(flat, rules.flatStake());
            return flat;
        }
        List<SimultaneousKelly.Match> matches =
                byMatch.values().stream().map(Bookkeeping::scenarios).toList();
        return SimultaneousKelly.stakes(matches, rules.kelly(), exposed / bankroll);
    }

    private void place(Bet bet, double stake) {
        double unit = rules.staking() == BettingRules.Staking.FLAT ? 1 : bankroll;
        double units = Math.min(stake * unit, rules.limit());
        if (units > 0) {
            exposed += units;
            open.computeIfAbsent(bet.match().fixtureId(), id -> new ArrayList<>())
                    .add(bet.staked(units / unit, units));
        }
    }

    /** Groups the scores of a match that pay the same to all bets on it. */
    private static SimultaneousKelly.Match scenarios(List<Bet> bets) {
        Map<List<Double>, Double> chances = new LinkedHashMap<>();
        ScoreGrid grid = bets.getFirst().grid();
        for (int home = 0; home < ScoreGrid.SIZE; home++) {
            for (int away = 0; away < ScoreGrid.SIZE; away++) {
                Score score = new Score(home, away);
                List<Double> profits = bets.stream()
                        .map(bet -> Settlements.settle(bet.market(), bet.line(), bet.selection(), score)
                                .profit(bet.odds()))
                        .toList();
                chances.merge(profits, grid.score(home, away), Double::sum);
            }
        }
        List<List<Double>> byBet = new ArrayList<>();
        for (int i = 0; i < bets.size(); i++) {
            int bet = i;
            byBet.add(chances.keySet().stream().map(profits -> profits.get(bet)).toList());
        }
        return new SimultaneousKelly.Match(List.copyOf(chances.values()), byBet);
    }

    private double closingFair(BacktestMatch match, Offer offer) {
        double[] fair = prices.sharpest(match.closing(), offer.market(), offer.line());
        return fair == null
                ? Double.NaN
                : fair[offer.market().selections().indexOf(Selection.valueOf(offer.selection()))];
    }

    /** Pays the bets on a match. */
    void settle(BacktestMatch match) {
        List<Bet> bets = open.remove(match.fixtureId());
        if (bets == null) {
            return;
        }
        for (Bet bet : bets) {
            Outcome outcome = Settlements.settle(bet.market(), bet.line(), bet.selection(), match.score());
            double profit = bet.staked() * outcome.profit(bet.odds());
            exposed -= bet.staked();
            bankroll += profit;
            settled.add(new SettledBet(bet, outcome, profit, bankroll));
        }
        if (open.isEmpty()) {
            exposed = 0;
        }
    }

    /** In the order of settlement. */
    List<SettledBet> settled() {
        return settled;
    }

    /** Everything that was on offer when bets were decided. */
    OfferPool pool() {
        return pool;
    }

    /** Bets that were decided, but whose price was gone after the delay. */
    int missed() {
        return missed;
    }
}
