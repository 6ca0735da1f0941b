package io.touchline.prediction.backtest;

import io.touchline.domain.grid.ScoreGrid;
import io.touchline.domain.market.MarketType;
import io.touchline.domain.odds.Edge;
import org.jspecify.annotations.Nullable;

/**
 * A price that could be taken.
 *
 * @param line null where the market has none
 * @param odds after commission
 * @param overround sum of the inverse odds of all selections of its quote; NaN where one has no price
 */
record Offer(
        String bookmaker, MarketType market, @Nullable Double line, String selection, double odds, double overround) {

    double probability(ScoreGrid grid) {
        return grid.probability(market, line, selection);
    }

    double edge(ScoreGrid grid) {
        return Edge.of(probability(grid), odds);
    }
}
