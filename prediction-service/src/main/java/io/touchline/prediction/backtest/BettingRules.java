package io.touchline.prediction.backtest;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.stake.KellySettings;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What is bet on, at whose prices, and how much.
 *
 * @param strategy which of the prices on offer are taken
 * @param at the cut-off whose prices are bet on: {@code OPENING} or {@code CLOSING}
 * @param bookmakers whose prices can be taken; empty for all that are named in the files
 * @param minimumEdge above which {@link Strategy#VALUE} bets
 * @param staking how much
 * @param kelly share and caps of {@link Staking#KELLY}
 * @param flatStake of {@link Staking#FLAT}, in units of the bankroll at the start
 * @param limit the most that a bookmaker takes on one bet, in units of the bankroll at the start
 * @param commission share of net winnings that a bookmaker keeps, by bookmaker; 0 where missing
 * @param delay from the decision until the price is taken: what is on offer then counts
 * @param seed of what is drawn at random
 */
public record BettingRules(
        Strategy strategy,
        Cutoff at,
        Set<String> bookmakers,
        double minimumEdge,
        Staking staking,
        KellySettings kelly,
        double flatStake,
        double limit,
        Map<String, Double> commission,
        Duration delay,
        long seed) {

    /** Which of the prices on offer are taken. */
    public enum Strategy {
        /** In each market of a match the price with the greatest edge, if it passes the minimum. */
        VALUE,
        /**
         * In each market of a match one bookmaker and one selection by lot, the selection with chances in proportion to its inverse odds: whatever the true probabilities, its expected loss is then the
         * margin. The control of the whole reckoning.
         */
        RANDOM
    }

    /** How much is bet. */
    public enum Staking {
        /** A share of Kelly's stake, bets of one moment solved together. */
        KELLY,
        /** The same on every bet: a measure, not a plan, as the bankroll may fall below 0. */
        FLAT
    }

    public BettingRules {
        bookmakers = Set.copyOf(bookmakers);
        commission = Map.copyOf(commission);
        if (at != Cutoff.OPENING && at != Cutoff.CLOSING) {
            throw new IllegalArgumentException("bets are placed at OPENING or CLOSING prices but asked was " + at);
        }
        if (!(flatStake > 0 && limit > 0) || delay.isNegative()) {
            throw new IllegalArgumentException(
                    "stake and limit lie above 0 and a delay is not negative but they were %s, %s, %s"
                            .formatted(flatStake, limit, delay));
        }
        commission.forEach((bookmaker, share) -> {
            if (!(share >= 0 && share < 1)) {
                throw new IllegalArgumentException(
                        "a commission lies in 0..1 but that of %s was %s".formatted(bookmaker, share));
            }
        });
    }

    /** The product's defaults: edge above 4.2 % at opening prices, an eighth of Kelly's stake, at most 5 % a bet and 15 % open; 5 % commission at the exchange. */
    public static BettingRules standard() {
        return new BettingRules(
                Strategy.VALUE,
                Cutoff.OPENING,
                Set.of(),
                0.042,
                Staking.KELLY,
                KellySettings.standard(),
                0.001,
                Double.POSITIVE_INFINITY,
                Map.of("betfair-exchange", 0.05),
                Duration.ZERO,
                1);
    }

    /** Odds after the bookmaker's commission: 1 + (odds − 1) × (1 − commission). */
    double net(String bookmaker, double odds) {
        return 1 + (odds - 1) * (1 - commission.getOrDefault(bookmaker, 0.0));
    }

    boolean takes(String bookmaker) {
        return bookmakers.isEmpty() || bookmakers.contains(bookmaker);
    }
}
