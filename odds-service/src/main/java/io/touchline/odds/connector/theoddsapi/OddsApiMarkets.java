package io.touchline.odds.connector.theoddsapi;

import io.touchline.domain.odds.DecimalOdds;
import io.touchline.odds.connector.theoddsapi.payload.OddsApiEvent;
import io.touchline.platform.reject.RejectReason;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The markets of one bookmaker for one football match as quotes of ours. A price that cannot be is told and left out; the rest goes on. */
final class OddsApiMarkets {

    private static final List<String> ORDER = List.of("HOME", "DRAW", "AWAY", "OVER", "UNDER");

    /** How far the vendor's clock may run before ours. */
    private static final long CLOCK_TOLERANCE_SECONDS = 60;

    private final OddsApiEvent event;
    private final Instant receivedAt;
    private final Complaints complaints;

    /** Told of every price that cannot be used. */
    @FunctionalInterface
    interface Complaints {
        void rejected(RejectReason reason, String detail);
    }

    private record Key(String market, @Nullable Double line) {}

    /** Back and lay odds by selection, and when they were read. */
    private static final class Draft {
        private final Map<String, Double> back = new LinkedHashMap<>();
        private final Map<String, Double> lay = new LinkedHashMap<>();
        private Instant observedAt = Instant.EPOCH;
    }

    OddsApiMarkets(OddsApiEvent event, Instant receivedAt, Complaints complaints) {
        this.event = event;
        this.receivedAt = receivedAt;
        this.complaints = complaints;
    }

    List<Quote> quotes(OddsApiEvent.Bookmaker bookmaker) {
        String key = bookmaker.key();
        if (key == null || key.isBlank() || bookmaker.markets() == null) {
            complaints.rejected(RejectReason.MISSING_FIELD, "a bookmaker without key or markets: " + key);
            return List.of();
        }
        Map<Key, Draft> drafts = new LinkedHashMap<>();
        for (OddsApiEvent.Market market : bookmaker.markets()) {
            if (market == null || market.key() == null || market.outcomes() == null) {
                complaints.rejected(RejectReason.MISSING_FIELD, key + " has a market without key or outcomes");
                continue;
            }
            Instant observedAt = readAt(key, market, bookmaker.lastUpdate());
            if (observedAt != null) {
                for (OddsApiEvent.Outcome outcome : market.outcomes()) {
                    add(drafts, key, market.key(), outcome, observedAt);
                }
            }
        }
        List<Quote> quotes = new ArrayList<>();
        drafts.forEach((market, draft) -> quotes.add(quote(OddsApiNames.bookmaker(key), market, draft)));
        return quotes;
    }

    private @Nullable Instant readAt(String bookmaker, OddsApiEvent.Market market, @Nullable String bookmakersUpdate) {
        String text = market.lastUpdate() == null ? bookmakersUpdate : market.lastUpdate();
        if (text == null) {
            complaints.rejected(RejectReason.MISSING_FIELD, bookmaker + " " + market.key() + " has no last_update");
            return null;
        }
        Instant at;
        try {
            at = Instant.parse(text);
        } catch (DateTimeParseException e) {
            complaints.rejected(RejectReason.BROKEN_DATE, bookmaker + " " + market.key() + " last_update " + text);
            return null;
        }
        if (at.isAfter(receivedAt.plusSeconds(CLOCK_TOLERANCE_SECONDS))) {
            complaints.rejected(
                    RejectReason.FROM_THE_FUTURE,
                    bookmaker + " " + market.key() + " was read at " + at + " and received at " + receivedAt);
            return null;
        }
        return at;
    }

    private void add(
            Map<Key, Draft> drafts,
            String bookmaker,
            String market,
            OddsApiEvent.@Nullable Outcome outcome,
            Instant observedAt) {
        if (outcome == null || outcome.name() == null || outcome.price() == null) {
            complaints.rejected(
                    RejectReason.MISSING_FIELD, bookmaker + " " + market + " has an outcome without name or price");
            return;
        }
        String selection = selection(outcome.name());
        boolean twoWay = "OVER".equals(selection) || "UNDER".equals(selection);
        boolean side = "HOME".equals(selection) || "AWAY".equals(selection);
        boolean fits = switch (market) {
            case "h2h", "h2h_lay" -> side || "DRAW".equals(selection);
            case "totals" -> twoWay;
            case "spreads" -> side;
            default -> false;
        };
        if (selection == null || !fits) {
            complaints.rejected(RejectReason.UNKNOWN_MARKET, bookmaker + " " + market + " " + outcome.name());
            return;
        }
        double odds = outcome.price();
        if (!DecimalOdds.isValid(odds)) {
            complaints.rejected(
                    RejectReason.ODDS_OUT_OF_RANGE,
                    bookmaker + " " + market + " " + outcome.name() + ": odds must be above 1.0 but were " + odds);
            return;
        }
        boolean lined = market.equals("totals") || market.equals("spreads");
        Double point = outcome.point();
        if (lined && (point == null || !Double.isFinite(point * 4) || point * 4 != Math.rint(point * 4))) {
            complaints.rejected(RejectReason.VALUE_OUT_OF_RANGE, bookmaker + " " + market + " has the line " + point);
            return;
        }
        Draft draft = drafts.computeIfAbsent(key(market, selection, lined ? point : null), unused -> new Draft());
        (market.equals("h2h_lay") ? draft.lay : draft.back).put(selection, odds);
        if (observedAt.isAfter(draft.observedAt)) {
            draft.observedAt = observedAt;
        }
    }

    /** The handicap of a market is the home side's; an away team's point is its negative. */
    private static Key key(String market, String selection, @Nullable Double point) {
        return switch (market) {
            case "totals" -> new Key("TOTAL_GOALS", point);
            case "spreads" ->
                new Key(
                        "ASIAN_HANDICAP",
                        selection.equals("AWAY") ? Double.valueOf(0.0 - Objects.requireNonNull(point)) : point);
            default -> new Key("MATCH_RESULT", null);
        };
    }

    private @Nullable String selection(String name) {
        if (name.equals(event.homeTeam())) {
            return "HOME";
        } else if (name.equals(event.awayTeam())) {
            return "AWAY";
        }
        return switch (name) {
            case "Draw" -> "DRAW";
            case "Over" -> "OVER";
            case "Under" -> "UNDER";
            default -> null;
        };
    }

    private static Quote quote(String bookmaker, Key key, Draft draft) {
        List<Price> prices = new ArrayList<>();
        ORDER.stream()
                .filter(selection -> draft.back.containsKey(selection) || draft.lay.containsKey(selection))
                .sorted(Comparator.comparingInt(ORDER::indexOf))
                .forEach(selection -> prices.add(Price.newBuilder()
                        .setSelection(selection)
                        .setBackOdds(draft.back.get(selection))
                        .setLayOdds(draft.lay.get(selection))
                        .build()));
        return Quote.newBuilder()
                .setBookmaker(bookmaker)
                .setMarket(key.market())
                .setLine(key.line())
                .setPrices(prices)
                .setObservedAt(draft.observedAt)
                .build();
    }
}
