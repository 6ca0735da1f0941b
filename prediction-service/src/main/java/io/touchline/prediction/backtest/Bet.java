package io.touchline.prediction.backtest;

import io.touchline.domain.grid.ScoreGrid;
import io.touchline.domain.market.MarketType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bet that the walk would have placed.
 *
 * @param grid of the model when it was placed
 * @param line null where the market has none
 * @param probability of winning by the model
 * @param edge probability × odds − 1
 * @param stake share of the bankroll when it was placed
 * @param staked the same in units of the bankroll at the start
 * @param closingFairProbability NaN where the market did not close
 */
record Bet(
        BacktestMatch match,
        Instant placedAt,
        ScoreGrid grid,
        MarketType market,
        @Nullable Double line,
        String selection,
        String bookmaker,
        double odds,
        double probability,
        double edge,
        double stake,
        double staked,
        double closingFairProbability) {

    Bet staked(double stake, double bankroll, double closingFair) {
        return new Bet(
                match,
                placedAt,
                grid,
                market,
                line,
                selection,
                bookmaker,
                odds,
                probability,
                edge,
                stake,
                stake * bankroll,
                closingFair);
    }

    double clv() {
        return odds * closingFairProbability - 1;
    }
}
