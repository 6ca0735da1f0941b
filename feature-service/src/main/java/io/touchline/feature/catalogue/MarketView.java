package io.touchline.feature.catalogue;

import io.touchline.domain.market.MarketType;
import io.touchline.domain.market.Selection;
import io.touchline.schema.FairPrice;
import io.touchline.schema.MarketPrices;
import io.touchline.schema.MarketSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A snapshot with the markets that the formulas share already found in it. */
public final class MarketView {

    /** Fair probabilities at some earlier moment, NaN where not quoted. */
    public record Past(double home, double draw, double away, double over25) {

        /** Nothing is known of that moment. */
        public static final Past UNKNOWN = new Past(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** Earlier prices of the fixture. */
    @FunctionalInterface
    public interface Memory {

        /** Fair probabilities so many milliseconds before the snapshot. */
        Past before(long millis);

        /** Standard deviation of the fair probability of a home win over the samples of the last so many milliseconds; NaN with fewer than three. */
        default double volatility(long millis) {
            return Double.NaN;
        }

        /** Since when the match result's prices are what they are, milliseconds since 1970; {@link Long#MIN_VALUE} where unknown. */
        default long changedAt() {
            return Long.MIN_VALUE;
        }
    }

    private static final double TOTAL_LINE = 2.5;
    private static final double EVEN = 0.5;

    private final MarketSnapshot snapshot;
    private final long kickoffAt;
    private final long firstAt;
    private final Memory memory;
    private final @Nullable MarketPrices result;
    private final @Nullable MarketPrices totals;
    private final @Nullable MarketPrices handicap;
    private final @Nullable MarketPrices mainTotal;

    /**
     * Finds the markets.
     *
     * @param kickoffAt milliseconds since 1970
     * @param firstAt asOf of the fixture's first snapshot, milliseconds since 1970
     * @param memory earlier prices
     */
    public MarketView(MarketSnapshot snapshot, long kickoffAt, long firstAt, Memory memory) {
        this.snapshot = snapshot;
        this.kickoffAt = kickoffAt;
        this.firstAt = firstAt;
        this.memory = memory;
        @Nullable MarketPrices foundResult = null;
        @Nullable MarketPrices foundTotals = null;
        @Nullable MarketPrices foundHandicap = null;
        @Nullable MarketPrices foundMainTotal = null;
        for (MarketPrices market : snapshot.getMarkets()) {
            Double line = market.getLine();
            if (market.getMarket().equals(MarketType.MATCH_RESULT.name())) {
                foundResult = market;
            } else if (line != null && market.getMarket().equals(MarketType.TOTAL_GOALS.name())) {
                if (line == TOTAL_LINE) {
                    foundTotals = market;
                }
                foundMainTotal = nearerToEven(foundMainTotal, market);
            } else if (line != null && market.getMarket().equals(MarketType.ASIAN_HANDICAP.name())) {
                foundHandicap = nearerToEven(foundHandicap, market);
            }
        }
        this.result = foundResult;
        this.totals = foundTotals;
        this.handicap = foundHandicap;
        this.mainTotal = foundMainTotal;
    }

    @Nullable MarketPrices result() {
        return result;
    }

    @Nullable MarketPrices totals() {
        return totals;
    }

    @Nullable MarketPrices handicap() {
        return handicap;
    }

    @Nullable MarketPrices mainTotal() {
        return mainTotal;
    }

    long asOf() {
        return snapshot.getAsOf().toEpochMilli();
    }

    long kickoffAt() {
        return kickoffAt;
    }

    long firstAt() {
        return firstAt;
    }

    Past past(long millisBefore) {
        return memory.before(millisBefore);
    }

    double volatility(long millis) {
        return memory.volatility(millis);
    }

    long changedAt() {
        return memory.changedAt();
    }

    /** Fair probabilities now, for the memory of prices. */
    public Past now() {
        return new Past(
                probability(result, Selection.HOME),
                probability(result, Selection.DRAW),
                probability(result, Selection.AWAY),
                probability(totals, Selection.OVER));
    }

    static double probability(@Nullable MarketPrices market, Selection selection) {
        FairPrice price = price(market, selection);
        return price == null ? Double.NaN : price.getProbability();
    }

    static @Nullable FairPrice price(@Nullable MarketPrices market, Selection selection) {
        if (market != null) {
            for (FairPrice price : market.getPrices()) {
                if (price.getSelection().equals(selection.name())) {
                    return price;
                }
            }
        }
        return null;
    }

    /** Fair probability by the sharp bookmakers alone; NaN where none quotes. */
    static double sharp(@Nullable MarketPrices market, Selection selection) {
        @Nullable List<Double> sharp = market == null ? null : market.getSharpProbabilities();
        if (market == null || sharp == null) {
            return Double.NaN;
        }
        for (int at = 0; at < Math.min(sharp.size(), market.getPrices().size()); at++) {
            if (market.getPrices().get(at).getSelection().equals(selection.name())) {
                return sharp.get(at);
            }
        }
        return Double.NaN;
    }

    /** Of two lines the one whose first selection is nearer to even chances; of equal ones the lower line, so that the order does not count. */
    private static MarketPrices nearerToEven(@Nullable MarketPrices one, MarketPrices other) {
        if (one == null) {
            return other;
        }
        int nearer = Double.compare(distance(one), distance(other));
        boolean lower = one.getLine() != null && other.getLine() != null && one.getLine() <= other.getLine();
        return nearer < 0 || (nearer == 0 && lower) ? one : other;
    }

    private static double distance(MarketPrices market) {
        return market.getPrices().isEmpty()
                ? Double.POSITIVE_INFINITY
                : Math.abs(market.getPrices().getFirst().getProbability() - EVEN);
    }
}
