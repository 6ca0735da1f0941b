package io.touchline.odds.connector.pinnacle;

import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.JsonFields;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorEvent.OddsSeen;
import io.touchline.platform.vendor.VendorEvent.SettlementSeen;
import io.touchline.schema.Quote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the periods of events of one odds or settlement answer. An answer names only periods that changed, each with all markets that are left in it. */
final class PinnacleOdds {

    private static final List<String> PRICED = List.of("home", "draw", "away", "over", "under");

    /** Where prices stand; those of teams stand below the team. */
    private static final List<String> MARKETS =
            List.of("moneyline", "spreads", "totals", "teamTotal", "teamTotals", "home", "away");

    private static final int MATCH = 0;
    private static final int SETTLED_AGAIN = 2;
    private static final int DELETED = 5;

    private final PinnacleAdapter.Context context;
    private final PinnacleMemory memory;

    PinnacleOdds(PinnacleAdapter.Context context, PinnacleMemory memory) {
        this.context = context;
        this.memory = memory;
    }

    void event(JsonNode event, String id) {
        PinnacleFixture fixture = memory.find(id, context.sport());
        try {
            List<JsonNode> periods = JsonFields.list(event, "periods");
            if (fixture.unit() != null) {
                if (!periods.isEmpty()) {
                    throw new Unusable(RejectReason.UNKNOWN_MARKET, fixture.unit() + " are not read");
                }
                return;
            }
            for (JsonNode period : periods) {
                try {
                    period(period, id, fixture);
                } catch (Unusable e) {
                    String place = id + "/" + period.path("number").asString("");
                    context.reject(e.reason(), e.detail(), place, period, fixture.ref());
                }
            }
        } catch (Unusable e) {
            context.reject(e.reason(), e.detail(), id, event, fixture.ref());
        }
    }

    private void period(JsonNode period, String id, PinnacleFixture fixture) throws Unusable {
        if (!period.isObject()) {
            throw new Unusable(RejectReason.UNREADABLE_PAYLOAD, "a period that is no object");
        }
        Integer number = JsonFields.whole(period, "number", 0, 10_000);
        if (number == null) {
            throw new Unusable(RejectReason.MISSING_FIELD, "a period without number");
        }
        boolean settlement = period.has("settlementId") || period.has("settledAt") || period.has("team1Score");
        if (settlement) {
            if (number == MATCH) {
                settled(period, id, fixture);
            }
        } else if (number != MATCH) {
            int prices = prices(period);
            if (prices > 0) {
                throw new Unusable(
                        RejectReason.UNKNOWN_MARKET,
                        PinnacleNames.period(context.sport(), number) + " is no market of ours, " + prices + " prices");
            }
        } else {
            odds(period, id, fixture);
        }
    }

    /** How many prices stand in a period, or in a part of it. */
    private static int prices(JsonNode part) {
        int prices = 0;
        for (String name : PRICED) {
            prices += part.path(name).isNumber() ? 1 : 0;
        }
        for (String name : MARKETS) {
            JsonNode market = part.path(name);
            if (market.isObject()) {
                prices += prices(market);
            }
            for (JsonNode line : market.isArray() ? market.values() : List.<JsonNode>of()) {
                prices += line.isObject() ? prices(line) : 0;
            }
        }
        return prices;
    }

    private void odds(JsonNode period, String id, PinnacleFixture fixture) throws Unusable {
        Double told = JsonFields.number(period, "lineId");
        double lineId = told == null ? 0 : told;
        PinnacleMemory.Book book = memory.book(id, context.sport());
        if (told != null && book.isOvertaken(lineId, context.asOf())) {
            throw new Unusable(RejectReason.OUT_OF_ORDER, "line " + (long) lineId + " after a later one");
        }
        String live = memory.liveOf(id);
        Map<PinnaclePeriod.Key, Quote> now = PinnaclePeriod.read(
                period,
                context.sport().equals(PinnacleNames.SOCCER),
                context.format(),
                context.asOf(),
                (reason, detail, place, part) ->
                        context.reject(reason, detail, id + "/" + MATCH + "/" + place, part, fixture.ref()));
        List<Quote> quotes = new ArrayList<>(now.values());
        List<Quote> gone = book.replace(lineId, context.asOf(), now);
        boolean over = live != null && !hasOpen(quotes) && memory.findBook(live) != null;
        if (over) {
            // in play the match is priced under another number; what is closed here must not close it there
            if (!quotes.isEmpty()) {
                throw new Unusable(RejectReason.OUT_OF_ORDER, "closed, event " + live + " has taken over");
            }
            return;
        }
        quotes.addAll(gone);
        tell(fixture, quotes, told == null ? null : Long.valueOf((long) lineId));
    }

    private static boolean hasOpen(List<Quote> quotes) {
        return quotes.stream().anyMatch(quote -> !quote.getSuspended());
    }

    private void tell(PinnacleFixture fixture, List<Quote> quotes, @Nullable Long sequence) {
        if (!quotes.isEmpty()) {
            context.sink()
                    .event(new OddsSeen(fixture.ref(), context.asOf(), fixture.live(), quotes, false, "", sequence));
        }
    }

    /** A snapshot does not name these any more: their prices are gone. */
    void withdrawAllBut(Set<String> seen) {
        for (String id : memory.priced(context.sport())) {
            if (!seen.contains(id)) {
                withdraw(id, memory.find(id, context.sport()));
            }
        }
    }

    private void withdraw(String id, PinnacleFixture fixture) {
        PinnacleMemory.Book book = memory.findBook(id);
        String live = memory.liveOf(id);
        if (book != null) {
            List<Quote> gone = book.replace(0, context.asOf(), Map.of());
            if (live == null || memory.findBook(live) == null) {
                tell(fixture, gone, null);
            }
        }
    }

    private void settled(JsonNode period, String id, PinnacleFixture fixture) throws Unusable {
        Integer status = JsonFields.whole(period, "status", 1, DELETED);
        Integer home = JsonFields.whole(period, "team1Score", 0, 10_000);
        Integer away = JsonFields.whole(period, "team2Score", 0, 10_000);
        Instant settledAt = PinnaclePeriod.time(period, "settledAt");
        Instant at = settledAt == null ? context.asOf() : settledAt;
        if (status == null) {
            throw new Unusable(RejectReason.MISSING_FIELD, "a settlement without status");
        }
        withdraw(id, fixture);
        boolean scored = status <= SETTLED_AGAIN;
        if (scored && (home == null || away == null)) {
            throw new Unusable(RejectReason.MISSING_SCORE, "settled without a score");
        }
        boolean soccer = context.sport().equals(PinnacleNames.SOCCER);
        int lead = scored && home != null && away != null ? Integer.signum(home - away) : 0;
        String market = soccer ? "MATCH_RESULT" : "MONEY_LINE";
        result(fixture.ref(), at, market, "HOME", scored, lead > 0, !soccer && lead == 0);
        if (soccer) {
            result(fixture.ref(), at, market, "DRAW", scored, lead == 0, false);
        }
        result(fixture.ref(), at, market, "AWAY", scored, lead < 0, !soccer && lead == 0);
    }

    private void result(
            FixtureRef ref, Instant at, String market, String selection, boolean scored, boolean won, boolean push) {
        String result = !scored ? "VOID" : push ? "PUSH" : won ? "WON" : "LOST";
        context.sink().event(new SettlementSeen(ref, at, PinnaclePeriod.BOOKMAKER, market, null, selection, result));
    }
}
