package io.touchline.prediction.backtest;

import io.touchline.domain.devig.MarginRemovals;
import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.grid.ScoreGrid;
import io.touchline.domain.stake.KellySettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Bets by lot over whole seasons, without a model: what they return is the margin. */
public final class RandomStakes {

    private RandomStakes() {}

    /** What was bet, and everything that was on offer. */
    public record Played(List<SettledBet> bets, OfferPool pool) {}

    /** Flat bets by lot on the opening prices of matches. */
    public static Played of(List<BacktestMatch> matches, long seed) {
        BettingRules rules = new BettingRules(
                BettingRules.Strategy.RANDOM,
                Cutoff.OPENING,
                Set.of(),
                0,
                BettingRules.Staking.FLAT,
                KellySettings.standard(),
                0.001,
                1,
                Map.of(),
                Duration.ZERO,
                seed);
        Bookkeeping bookkeeping = new Bookkeeping(rules, new FairPrices(MarginRemovals.of("power")));
        ScoreGrid any = ScoreGrid.fit(0.45, 0.27, 0.28, 0.5, -0.05);
        List<BacktestMatch> inOrder = matches.stream()
                .sorted(Comparator.comparing(BacktestMatch::kickoffAt))
                .toList();
        for (BacktestMatch match : inOrder) {
            Instant at = match.kickoffAt().minusSeconds(60);
            bookkeeping.consider(match, at, any);
            bookkeeping.place();
            bookkeeping.settle(match);
        }
        return new Played(bookkeeping.settled(), bookkeeping.pool());
    }
}
