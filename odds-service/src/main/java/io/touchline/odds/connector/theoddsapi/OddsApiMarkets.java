package io.touchline.odds.connector.theoddsapi;

import io.touchline.domain.market.MarketType;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Unusable;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The markets of one bookmaker for one event as quotes of ours. What cannot be is told and left out, a price by itself and a market of a kind that we do not
 * read as a whole, with the number of its prices; the rest goes on.
 */
final class OddsApiMarkets {

    private static final List<String> ORDER = List.of(
            "HOME", "DRAW", "AWAY", "OVER", "UNDER", "YES", "NO", "HOME_OR_DRAW", "HOME_OR_AWAY", "DRAW_OR_AWAY");

    /** How far the vendor's clock may run before ours. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

    private final OddsApiSelections selections;
    private final OddsApiFormat format;
    private final Instant receivedAt;
    private final Complaints complaints;

    /** Told of every part that cannot be used. */
    @FunctionalInterface
    interface Complaints {
        void rejected(RejectReason reason, String detail, String place, byte[] raw);
    }

    private record Key(MarketType market, @Nullable Double line) {}

    /** Back and lay odds by selection, and when they were read. */
    private static final class Draft {
        private final Map<String, Double> back = new LinkedHashMap<>();
        private final Map<String, Double> lay = new LinkedHashMap<>();
        private Instant observedAt = Instant.EPOCH;
    }

    OddsApiMarkets(OddsApiSelections selections, OddsApiFormat format, Instant receivedAt, Complaints complaints) {
        this.selections = selections;
        this.format = format;
        this.receivedAt = receivedAt;
        this.complaints = complaints;
    }

    List<Quote> quotes(JsonNode bookmaker) {
        String key = OddsApiFormat.text(bookmaker.path("key"));
        JsonNode markets = bookmaker.path("markets");
        if (key.isEmpty() || !markets.isArray()) {
            tell(new Unusable(RejectReason.MISSING_FIELD, "a bookmaker without key or markets: " + key), "", bookmaker);
            return List.of();
        }
        boolean threeWay = false;
        for (JsonNode market : markets) {
            threeWay |= selections.hasDraw(market);
        }
        Map<Key, Draft> drafts = new LinkedHashMap<>();
        Instant update = commonUpdate(key, bookmaker);
        for (JsonNode market : markets) {
            if (update == null && !market.hasNonNull("last_update")) {
                continue;
            }
            try {
                add(drafts, key, market, update == null ? Instant.EPOCH : update, threeWay);
            } catch (Unusable e) {
                tell(e, key, market);
            }
        }
        List<Quote> quotes = new ArrayList<>();
        drafts.forEach((market, draft) -> quotes.add(quote(OddsApiNames.bookmaker(key), market, draft)));
        return quotes;
    }

    /** When markets without a time of their own were read; null where that is not told, which is said once and not at every market. */
    private @Nullable Instant commonUpdate(String key, JsonNode bookmaker) {
        int prices = 0;
        boolean needed = false;
        for (JsonNode market : bookmaker.path("markets")) {
            if (!market.hasNonNull("last_update")) {
                needed = true;
                prices += market.path("outcomes").size();
            }
        }
        try {
            return needed ? OddsApiFormat.time(bookmaker.path("last_update"), key + " last_update") : null;
        } catch (Unusable e) {
            tell(new Unusable(e.reason(), e.detail() + ", " + prices + " prices"), key, bookmaker);
            return null;
        }
    }

    private void add(Map<Key, Draft> drafts, String bookmaker, JsonNode market, Instant common, boolean threeWay)
            throws Unusable {
        String key = OddsApiFormat.text(market.path("key"));
        JsonNode outcomes = market.path("outcomes");
        if (key.isEmpty() || !outcomes.isArray()) {
            throw new Unusable(RejectReason.MISSING_FIELD, bookmaker + " has a market without key or outcomes");
        }
        String name = bookmaker + " " + key;
        OddsApiMarket kind = OddsApiMarket.of(key, selections.sport(), threeWay);
        if (kind == null) {
            throw new Unusable(
                    RejectReason.UNKNOWN_MARKET,
                    name + ": a market that we do not read, " + outcomes.size() + " prices");
        }
        JsonNode own = market.path("last_update");
        Instant observedAt =
                own.isNull() || own.isMissingNode() ? common : OddsApiFormat.time(own, name + " last_update");
        if (observedAt.isAfter(receivedAt.plus(CLOCK_TOLERANCE))) {
            throw new Unusable(
                    RejectReason.FROM_THE_FUTURE,
                    name + " was read at " + observedAt + " and received at " + receivedAt + ", " + outcomes.size()
                            + " prices");
        }
        for (JsonNode outcome : outcomes) {
            try {
                add(drafts, name, kind, outcome, observedAt);
            } catch (Unusable e) {
                tell(e, bookmaker, market);
            }
        }
    }

    private void add(Map<Key, Draft> drafts, String name, OddsApiMarket kind, JsonNode outcome, Instant observedAt)
            throws Unusable {
        String said = OddsApiFormat.text(outcome.path("name"));
        JsonNode price = outcome.path("price");
        if (said.isEmpty() || price.isMissingNode() || price.isNull()) {
            throw new Unusable(RejectReason.MISSING_FIELD, name + " has an outcome without name or price");
        }
        OddsApiSelections.Answer answer = selections
                .find(kind, said, OddsApiFormat.text(outcome.path("description")))
                .orElseThrow(() -> new Unusable(RejectReason.UNKNOWN_MARKET, name + " " + said));
        double odds = format.odds(price, name + " " + said);
        Key key = new Key(answer.market(), answer.market().hasLine() ? line(outcome, name, answer) : null);
        Draft draft = drafts.computeIfAbsent(key, unused -> new Draft());
        Map<String, Double> side = kind.lay() ? draft.lay : draft.back;
        if (side.putIfAbsent(answer.selection(), odds) != null) {
            throw new Unusable(RejectReason.DUPLICATE_PRICE, name + " " + said + " again, at " + odds);
        }
        if (observedAt.isAfter(draft.observedAt)) {
            draft.observedAt = observedAt;
        }
    }

    /** The handicap of a market is the home side's; an away team's point is its negative. */
    private static double line(JsonNode outcome, String name, OddsApiSelections.Answer answer) throws Unusable {
        JsonNode point = outcome.path("point");
        double line = point.isNumber() ? point.doubleValue() : Double.NaN;
        if (!Double.isFinite(line) || line * 4 != Math.rint(line * 4)) {
            throw new Unusable(
                    RejectReason.VALUE_OUT_OF_RANGE,
                    name + " has the line " + (point.isMissingNode() ? "null" : point.toString()));
        }
        return answer.selection().equals("AWAY") ? 0.0 - line : line + 0.0;
    }

    private void tell(Unusable why, String place, JsonNode part) {
        complaints.rejected(why.reason(), why.detail(), place, part.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Quote quote(String bookmaker, Key key, Draft draft) {
        List<Price> prices = new ArrayList<>();
        ORDER.stream()
                .filter(selection -> draft.back.containsKey(selection) || draft.lay.containsKey(selection))
                .forEach(selection -> prices.add(Price.newBuilder()
                        .setSelection(selection)
                        .setBackOdds(draft.back.get(selection))
                        .setLayOdds(draft.lay.get(selection))
                        .build()));
        return Quote.newBuilder()
                .setBookmaker(bookmaker)
                .setMarket(key.market().name())
                .setLine(key.line())
                .setPrices(prices)
                .setObservedAt(draft.observedAt)
                .build();
    }
}
