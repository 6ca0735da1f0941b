package io.touchline.odds.book;

import io.touchline.domain.market.MarketType;
import io.touchline.domain.market.Selection;
import io.touchline.domain.odds.DecimalOdds;
import io.touchline.platform.reject.RejectReason;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the quotes of an update and names what cannot be used. A bad price goes alone: the other prices of its quote and the other quotes of its update stay. Names of markets and
 * selections that this version does not know are passed over, as the contract asks.
 */
final class QuoteReader {

    /** How far a vendor's clock may run before ours. */
    static final long CLOCK_TOLERANCE_MILLIS = 60_000;

    private static final Map<String, MarketType> MARKETS = new HashMap<>();
    private static final Map<MarketType, List<String>> SELECTIONS = new EnumMap<>(MarketType.class);

    static {
        for (MarketType each : MarketType.values()) {
            MARKETS.put(each.name(), each);
            SELECTIONS.put(each, each.selections().stream().map(Selection::name).toList());
        }
    }

    private QuoteReader() {}

    /** The market of a quote; null where this book keeps none of that name (a correct score has no closed list of selections, so no margin can be told). */
    static @Nullable MarketType market(Quote quote) {
        MarketType market = MARKETS.get(quote.getMarket());
        return market == null || market.selections().isEmpty() ? null : market;
    }

    /** The market with its line; null, after telling why, where the quote cannot be placed in time or on a line. */
    static @Nullable MarketLine marketLine(MarketType market, Quote quote, OddsUpdate update, BadQuotes bad) {
        long ahead =
                quote.getObservedAt().toEpochMilli() - update.getReceivedAt().toEpochMilli();
        if (ahead > CLOCK_TOLERANCE_MILLIS) {
            bad.rejected(
                    RejectReason.FROM_THE_FUTURE,
                    "%s %s was observed at %s, %d s after it was received"
                            .formatted(quote.getBookmaker(), market, quote.getObservedAt(), ahead / 1000),
                    quote);
            return null;
        }
        if (!market.hasLine()) {
            return MarketLine.of(market);
        }
        Double line = quote.getLine();
        if (line == null || !Double.isFinite(line)) {
            bad.rejected(
                    RejectReason.MISSING_FIELD,
                    "%s %s needs a line but has %s".formatted(quote.getBookmaker(), market, line),
                    quote);
            return null;
        }
        return new MarketLine(market, line);
    }

    /** The quote as it is held; null, after telling why, where every price in it is bad. A quote that offers no bet at all is a suspended one. */
    static @Nullable HeldQuote read(MarketType market, Quote quote, String source, BadQuotes bad) {
        List<String> selections = SELECTIONS.getOrDefault(market, List.of());
        double[] odds = new double[selections.size()];
        Arrays.fill(odds, Double.NaN);
        int good = 0;
        int faulty = 0;
        for (Price price : quote.getPrices()) {
            int at = selections.indexOf(price.getSelection());
            Double back = price.getBackOdds();
            if (at < 0 || back == null) {
                continue;
            }
            if (DecimalOdds.isValid(back)) {
                odds[at] = back;
                good++;
            } else {
                faulty++;
                bad.rejected(
                        RejectReason.ODDS_OUT_OF_RANGE,
                        "%s %s %s: odds must be above 1.0 but were %s"
                                .formatted(quote.getBookmaker(), market, price.getSelection(), back),
                        quote);
            }
        }
        if (good == 0 && faulty > 0) {
            return null;
        }
        return new HeldQuote(
                quote.getBookmaker(),
                source,
                quote.getSuspended() || good == 0,
                quote.getClosing(),
                quote.getObservedAt().toEpochMilli(),
                odds);
    }
}
