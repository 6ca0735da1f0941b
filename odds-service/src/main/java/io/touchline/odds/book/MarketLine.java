package io.touchline.odds.book;

import io.touchline.domain.market.MarketType;
import org.jspecify.annotations.Nullable;

/**
 * One market with its number: what quotes of different bookmakers must share to be compared.
 *
 * @param market the question
 * @param line its number; NaN for a market without one
 */
public record MarketLine(MarketType market, double line) implements Comparable<MarketLine> {

    public MarketLine {
        if (market.hasLine() != Double.isFinite(line)) {
            throw new IllegalArgumentException(market + " with line " + line);
        }
        line += 0.0; // no -0.0, which would be a line of its own
    }

    /** A market without a number. */
    public static MarketLine of(MarketType market) {
        return new MarketLine(market, Double.NaN);
    }

    /** The number as records hold it: null for a market without one. */
    public @Nullable Double lineOrNull() {
        return market.hasLine() ? line : null;
    }

    /** In the order of the markets, then of the numbers. */
    @Override
    public int compareTo(MarketLine other) {
        int byMarket = market.compareTo(other.market);
        return byMarket != 0 ? byMarket : Double.compare(line, other.line);
    }
}
