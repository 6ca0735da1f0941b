package io.touchline.platform.footballdata;

import io.touchline.domain.market.MarketType;
import io.touchline.domain.odds.Overround;
import io.touchline.platform.csv.CsvHeader;
import io.touchline.platform.csv.CsvRejection;
import io.touchline.platform.csv.CsvRow;
import io.touchline.platform.reject.RejectReason;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The prices of a line as quotes: every bookmaker's match result, over and under 2.5 goals and Asian handicap. Prices that cannot be (odds of 1 or less, a sum of implied
 * probabilities that no bookmaker would offer) are left out and told to the listener; the rest of the line goes on.
 *
 * <p>Safe for use by several threads.
 */
public final class HistoryPrices {

    /**
     * Bounds of a market's overround: of the 1.6 million quotes in the files of 1993 to 2023, 35 lie outside, each a slip of the keyboard (4.0 for 1.40) or a price of another
     * handicap.
     */
    static final double LEAST_OVERROUND = -0.08;

    static final double GREATEST_OVERROUND = 0.35;

    private record Plan(List<PriceColumns> bookmakers, List<PriceColumns> averages) {}

    private static final Map<CsvHeader, Plan> PLANS = Collections.synchronizedMap(new WeakHashMap<>());

    private HistoryPrices() {}

    /** The bookmakers' prices that were collected before the closing ones, observed at {@link HistoryRow#openingAt}. */
    public static List<Quote> opening(HistoryRow row, Consumer<CsvRejection> faults) {
        return opening(row.csv(), row.openingAt(), faults);
    }

    /** The bookmakers' closing prices, observed at {@link HistoryRow#closingAt}. */
    public static List<Quote> closing(HistoryRow row, Consumer<CsvRejection> faults) {
        return closing(row.csv(), row.closingAt(), faults);
    }

    /** The bookmakers' prices of a line that were collected before the closing ones, observed at that moment. */
    static List<Quote> opening(CsvRow row, Instant at, Consumer<CsvRejection> faults) {
        return quotes(row, plan(row).bookmakers(), false, at, faults);
    }

    /** The bookmakers' closing prices of a line, observed at that moment. */
    static List<Quote> closing(CsvRow row, Instant at, Consumer<CsvRejection> faults) {
        return quotes(row, plan(row).bookmakers(), true, at, faults);
    }

    /** How many cells of a line hold a bookmaker's price. */
    static int count(CsvRow row) {
        int count = 0;
        for (PriceColumns columns : plan(row).bookmakers()) {
            for (int place : columns.places()) {
                count += row.at(place) == null ? 0 : 1;
            }
        }
        return count;
    }

    /** The average closing prices under the name {@code market-average}: a summary to compare with, not an offer. */
    public static List<Quote> closingAverages(HistoryRow row, Consumer<CsvRejection> faults) {
        return quotes(row.csv(), plan(row.csv()).averages(), true, row.closingAt(), faults);
    }

    private static Plan plan(CsvRow row) {
        return PLANS.computeIfAbsent(
                row.header(),
                header ->
                        new Plan(PriceColumns.of(header, Bookmaker.ALL), PriceColumns.of(header, Bookmaker.AVERAGES)));
    }

    private static List<Quote> quotes(
            CsvRow row, List<PriceColumns> columns, boolean closing, Instant at, Consumer<CsvRejection> faults) {
        List<Quote> quotes = new ArrayList<>();
        for (PriceColumns one : columns) {
            if (one.closing() == closing) {
                Quote quote = quote(row, one, at, faults);
                if (quote != null) {
                    quotes.add(quote);
                }
            }
        }
        return quotes;
    }

    private static @Nullable Quote quote(CsvRow row, PriceColumns columns, Instant at, Consumer<CsvRejection> faults) {
        int[] places = columns.places();
        double[] odds = new double[places.length];
        int missing = 0;
        for (int i = 0; i < places.length; i++) {
            String text = row.at(places[i]);
            odds[i] = text == null ? Double.NaN : number(text);
            if (text == null) {
                missing++;
            } else if (!(odds[i] > 1.0) || odds[i] > 1_000.0) {
                String what = describe(row, columns, i);
                faults.accept(
                        row.reject(RejectReason.ODDS_OUT_OF_RANGE, "odds are above 1 but were " + text + ": " + what));
                return null;
            }
        }
        if (missing == places.length) {
            return null;
        }
        if (missing > 0) {
            faults.accept(row.reject(RejectReason.MISSING_FIELD, "a price is missing: " + describe(row, columns, 0)));
            return null;
        }
        double overround = Overround.of(odds);
        if (overround < LEAST_OVERROUND || overround > GREATEST_OVERROUND) {
            String sum = String.format(Locale.ROOT, "an overround of %.3f: %s", overround, describe(row, columns, 0));
            faults.accept(row.reject(RejectReason.OVERROUND_OUT_OF_RANGE, sum));
            return null;
        }
        Double line = null;
        if (columns.market() == MarketType.TOTAL_GOALS) {
            line = PriceColumns.TOTAL_LINE;
        } else if (columns.market() == MarketType.ASIAN_HANDICAP) {
            line = handicap(row, columns, faults);
            if (line == null) {
                return null;
            }
        }
        return new Quote(
                columns.bookmaker(),
                columns.market().name(),
                line,
                false,
                columns.closing(),
                prices(columns, odds),
                at);
    }

    private static List<Price> prices(PriceColumns columns, double[] odds) {
        List<Price> prices = new ArrayList<>(odds.length);
        for (int i = 0; i < odds.length; i++) {
            prices.add(new Price(columns.selections().get(i).name(), odds[i], null, null, null));
        }
        return prices;
    }

    private static @Nullable Double handicap(CsvRow row, PriceColumns columns, Consumer<CsvRejection> faults) {
        String text = row.at(columns.linePlace());
        if (text == null) {
            faults.accept(
                    row.reject(RejectReason.MISSING_FIELD, "the handicap is missing: " + describe(row, columns, 0)));
            return null;
        }
        double line = number(text);
        if (!(Math.abs(line) <= 10.0) || line * 4 != Math.rint(line * 4)) {
            String detail = "a handicap is a multiple of 0.25 but was " + text + ": " + describe(row, columns, 0);
            faults.accept(row.reject(RejectReason.VALUE_OUT_OF_RANGE, detail));
            return null;
        }
        return line == 0.0 ? Double.valueOf(0.0) : Double.valueOf(line);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String describe(CsvRow row, PriceColumns columns, int selection) {
        int place = columns.places()[selection];
        return columns.bookmaker() + ' ' + columns.market() + (columns.closing() ? " closing" : "") + ", column "
                + (place < 0 ? "absent" : row.header().names().get(place));
    }
}
