package io.touchline.simulator.market;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One market of one bookmaker.
 *
 * @param kind which market
 * @param line goals of a total or handicap of the home side; null for the match result
 * @param back decimal odds: home, draw, away, or over and under, or home and away
 * @param lay decimal odds to lay in the same order; empty off exchanges
 */
public record MarketPrice(Kind kind, @Nullable Double line, List<Double> back, List<Double> lay) {

    /** The markets on offer. */
    public enum Kind {
        MATCH_RESULT,
        TOTALS,
        HANDICAP
    }
}
