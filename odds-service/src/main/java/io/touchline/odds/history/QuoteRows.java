package io.touchline.odds.history;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.store.CopyRows;
import io.touchline.platform.topic.Received;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A batch of updates as rows of {@code odds_history}, with the months and bookmakers in it. */
final class QuoteRows {

    /** The columns in the order of the rows. */
    static final String COLUMNS =
            "observed_at, received_at, kickoff_at, fixture_id, competition, bookmaker, market, line, source, suspended, closing, in_play, selections, back_odds, lay_odds, "
                    + "back_sizes, lay_sizes";

    /** A time outside of this is a broken one; a month would get a partition for it. */
    private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final CopyRows rows = new CopyRows();
    private final Set<YearMonth> months = new TreeSet<>();
    private final Set<String> bookmakers = new TreeSet<>();

    static QuoteRows of(List<Received<?>> batch, Rejections rejections) {
        QuoteRows rows = new QuoteRows();
        for (Received<?> record : batch) {
            if (record.value() instanceof OddsUpdate update) {
                rows.add(update, record, rejections);
            }
        }
        return rows;
    }

    CopyRows rows() {
        return rows;
    }

    /** Months in UTC. */
    Set<YearMonth> months() {
        return months;
    }

    Set<String> bookmakers() {
        return bookmakers;
    }

    private void add(OddsUpdate update, Received<?> record, Rejections rejections) {
        for (Quote quote : update.getQuotes()) {
            Instant at = quote.getObservedAt();
            if (at.isBefore(EARLIEST) || !at.isBefore(LATEST)) {
                rejections.reject(
                        update.getSource(),
                        RejectReason.BROKEN_DATE,
                        "%s %s was observed at %s".formatted(quote.getBookmaker(), quote.getMarket(), at),
                        record.topic() + "-" + record.partition() + "@" + record.offset(),
                        quote.toString().getBytes(StandardCharsets.UTF_8));
                continue;
            }
            months.add(YearMonth.from(at.atOffset(ZoneOffset.UTC)));
            bookmakers.add(quote.getBookmaker());
            rows.add(
                    at,
                    update.getReceivedAt(),
                    update.getKickoffAt(),
                    update.getFixtureId(),
                    update.getCompetition(),
                    quote.getBookmaker(),
                    quote.getMarket(),
                    quote.getLine(),
                    update.getSource(),
                    quote.getSuspended(),
                    quote.getClosing(),
                    update.getInPlay(),
                    array(quote.getPrices(), price -> quoted(price.getSelection())),
                    array(quote.getPrices(), Price::getBackOdds),
                    array(quote.getPrices(), Price::getLayOdds),
                    array(quote.getPrices(), Price::getBackSize),
                    array(quote.getPrices(), Price::getLaySize));
        }
    }

    private static String array(List<Price> prices, Function<Price, @Nullable Object> cell) {
        StringBuilder text = new StringBuilder("{");
        for (Price price : prices) {
            Object value = cell.apply(price);
            text.append(text.length() > 1 ? "," : "").append(value == null ? "NULL" : value);
        }
        return text.append('}').toString();
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
