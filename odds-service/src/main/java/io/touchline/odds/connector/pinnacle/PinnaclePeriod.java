package io.touchline.odds.connector.pinnacle;

import io.touchline.domain.market.Lines;
import io.touchline.domain.market.MarketType;
import io.touchline.domain.market.Selection;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.JsonFields;
import io.touchline.platform.vendor.Unusable;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The markets of one period as quotes of ours. A price that cannot be is told and left out; the rest goes on. */
final class PinnaclePeriod {

    static final String BOOKMAKER = "pinnacle";

    private static final int OPEN = 1;

    private final JsonNode period;
    private final boolean soccer;
    private final PinnacleOddsFormat format;
    private final Instant asOf;
    private final Complaints complaints;
    private final boolean suspended;
    private final Map<Key, Quote> quotes = new LinkedHashMap<>();
    private final Map<String, Optional<Double>> limits = new HashMap<>();

    /** Told of every part that cannot be used. */
    @FunctionalInterface
    interface Complaints {
        void rejected(RejectReason reason, String detail, String place, JsonNode part);
    }

    /** A market and its line. */
    record Key(String market, @Nullable Double line) {}

    private PinnaclePeriod(
            JsonNode period, boolean soccer, PinnacleOddsFormat format, Instant asOf, Complaints complaints)
            throws Unusable {
        this.period = period;
        this.soccer = soccer;
        this.format = format;
        this.asOf = asOf;
        this.complaints = complaints;
        Integer status = JsonFields.whole(period, "status", 0, 99);
        Instant cutoff = time(period, "cutoff");
        this.suspended = (status != null && status != OPEN) || (cutoff != null && !cutoff.isAfter(asOf));
    }

    /**
     * Every market that has a price.
     *
     * @param asOf the moment that the payload tells of
     * @throws Unusable where the period as a whole cannot be read
     */
    static Map<Key, Quote> read(
            JsonNode period, boolean soccer, PinnacleOddsFormat format, Instant asOf, Complaints complaints)
            throws Unusable {
        PinnaclePeriod reader = new PinnaclePeriod(period, soccer, format, asOf, complaints);
        reader.moneyline();
        reader.lines("spreads", "hdp", "maxSpread", soccer ? MarketType.ASIAN_HANDICAP : MarketType.SPREAD);
        reader.lines("totals", "points", "maxTotal", soccer ? MarketType.TOTAL_GOALS : MarketType.TOTAL_POINTS);
        reader.teamTotals();
        return reader.quotes;
    }

    /** Null where absent. */
    static @Nullable Instant time(JsonNode object, String name) throws Unusable {
        String text = JsonFields.text(object, name);
        if (text == null) {
            return null;
        }
        try {
            boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 0;
            return OffsetDateTime.parse(zoned ? text : text + "Z").toInstant();
        } catch (DateTimeParseException e) {
            throw new Unusable(RejectReason.BROKEN_DATE, name + " " + text);
        }
    }

    private void moneyline() {
        part("moneyline", period, () -> {
            JsonNode market = JsonFields.object(period, "moneyline");
            if (market.isObject()) {
                MarketType type = soccer || market.hasNonNull("draw") ? MarketType.MATCH_RESULT : MarketType.MONEY_LINE;
                quote(type, null, market, "maxMoneyline", "moneyline");
            }
        });
    }

    private void lines(String name, String point, String limit, MarketType type) {
        part(name, period, () -> {
            for (JsonNode line : JsonFields.list(period, name)) {
                part(name, line, () -> quote(type, line(line, point, name), line, limit, name));
            }
        });
    }

    private void teamTotals() {
        part("teamTotal", period, () -> {
            JsonNode both = JsonFields.object(period, period.has("teamTotals") ? "teamTotals" : "teamTotal");
            if (both.isObject()) {
                teamTotal(both.path("home"), "home", MarketType.HOME_TOTAL_GOALS);
                teamTotal(both.path("away"), "away", MarketType.AWAY_TOTAL_GOALS);
            }
        });
    }

    /** One main line, or a list of lines in later versions. */
    private void teamTotal(JsonNode told, String side, MarketType type) {
        for (JsonNode line : told.isArray() ? told : List.of(told)) {
            if (line.isMissingNode() || line.isNull()) {
                continue;
            }
            String place = "teamTotal/" + side;
            part(place, line, () -> {
                if (!line.isObject()) {
                    throw new Unusable(RejectReason.UNREADABLE_PAYLOAD, place + " is no object");
                }
                if (!soccer) {
                    throw new Unusable(RejectReason.UNKNOWN_MARKET, "points of one team");
                }
                quote(type, line(line, "points", place), line, "maxTeamTotal", place);
            });
        }
    }

    private static double line(JsonNode market, String name, String place) throws Unusable {
        Double line = JsonFields.number(market, name);
        if (line == null) {
            throw new Unusable(RejectReason.MISSING_FIELD, place + " without " + name);
        }
        if (!Lines.isQuarterStep(line)) {
            throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, place + " has the line " + line);
        }
        return line == 0 ? 0.0 : line;
    }

    private void quote(MarketType type, @Nullable Double line, JsonNode market, String limit, String place) {
        List<Price> prices = new ArrayList<>();
        Double own = limit(market, "max", place);
        Double volume = own != null
                ? own
                : limits.computeIfAbsent(limit, name -> Optional.ofNullable(limit(period, name, place)))
                        .orElse(null);
        for (Selection selection : type.selections()) {
            String field = selection.name().toLowerCase(java.util.Locale.ROOT);
            part(place, market, () -> {
                Double price = JsonFields.number(market, field);
                if (price != null) {
                    prices.add(price(selection, price, volume, place));
                }
            });
        }
        if (prices.isEmpty()) {
            return;
        }
        Key key = new Key(type.name(), line);
        if (quotes.containsKey(key)) {
            complaints.rejected(
                    RejectReason.UNKNOWN_MARKET, place + ": the line " + line + " stands there twice", place, market);
            return;
        }
        quotes.put(
                key,
                Quote.newBuilder()
                        .setBookmaker(BOOKMAKER)
                        .setMarket(type.name())
                        .setLine(line)
                        .setSuspended(suspended)
                        .setPrices(prices)
                        .setObservedAt(asOf)
                        .build());
    }

    private Price price(Selection selection, double price, @Nullable Double volume, String place) throws Unusable {
        double odds = format.decimal(price);
        if (Double.isNaN(odds)) {
            throw new Unusable(
                    RejectReason.ODDS_OUT_OF_RANGE,
                    place + " " + selection + ": " + price + " are no " + format + " odds");
        }
        return Price.newBuilder()
                .setSelection(selection.name())
                .setBackOdds(odds)
                .setBackSize(volume == null ? null : odds > 2 ? volume : Double.valueOf(volume / (odds - 1)))
                .build();
    }

    /** Limits are volumes: at odds above 2 the most that may be staked, below the most that may be won. An alternative line has its own. */
    private @Nullable Double limit(JsonNode market, String name, String place) {
        try {
            Double limit = JsonFields.number(market, name);
            return limit == null || limit < 0 ? null : limit;
        } catch (Unusable e) {
            complaints.rejected(e.reason(), e.detail(), place, market);
            return null;
        }
    }

    private void part(String place, JsonNode raw, Part part) {
        try {
            part.read();
        } catch (Unusable e) {
            complaints.rejected(e.reason(), e.detail(), place, raw);
        }
    }

    private interface Part {
        void read() throws Unusable;
    }
}
