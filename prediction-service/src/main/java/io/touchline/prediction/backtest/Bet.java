package io.touchline.prediction.backtest;

import io.touchline.domain.grid.ScoreGrid;
import io.touchline.domain.market.MarketType;
import io.touchline.domain.odds.Edge;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bet that the walk would have placed.
 *
 * @param grid of the model when it was decided
 * @param line null where the market has none
 * @param odds taken, after commission
 * @param overround of the quote that the price was part of; NaN where it was not whole
 * @param stake share of the bankroll when it was placed; with flat stakes, of the bankroll at the start
 * @param staked the same in units of the bankroll at the start
 * @param closingFairProbability NaN where the market did not close
 */
public record Bet(
        BacktestMatch match,
        Instant placedAt,
        ScoreGrid grid,
        MarketType market,
        @Nullable Double line,
        String selection,
        String bookmaker,
        double odds,
        double overround,
        double stake,
        double staked,
        double closingFairProbability) {

    static Bet of(BacktestMatch match, Instant placedAt, ScoreGrid grid, Offer offer, double closingFair) {
        return new Bet(
                match,
                placedAt,
                grid,
                offer.market(),
                offer.line(),
                offer.selection(),
                offer.bookmaker(),
                offer.odds(),
                offer.overround(),
                0,
                0,
                closingFair);
    }

    Bet staked(double share, double units) {
        return new Bet(
                match,
                placedAt,
                grid,
                market,
                line,
                selection,
                bookmaker,
                odds,
                overround,
                share,
                units,
                closingFairProbability);
    }

    /** Of winning, by the model. */
    public double probability() {
        return grid.probability(market, line, selection);
    }

    /** Probability × odds − 1. */
    public double edge() {
        return Edge.of(probability(), odds);
    }

    /** Odds × closing fair probability − 1; NaN where the market did not close. */
    public double clv() {
        return odds * closingFairProbability - 1;
    }
}
