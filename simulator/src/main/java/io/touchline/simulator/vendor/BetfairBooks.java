package io.touchline.simulator.vendor;

import io.touchline.simulator.league.League;
import io.touchline.simulator.league.Match;
import io.touchline.simulator.league.MatchView;
import io.touchline.simulator.market.Bookmaker;
import io.touchline.simulator.market.Bookmakers;
import io.touchline.simulator.market.Market;
import io.touchline.simulator.market.Opinion;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All markets of the simulated exchange, moved on whenever somebody looks. */
final class BetfairBooks implements BetfairSource {

    private static final Duration SHOWN_AFTER_KICKOFF = Duration.ofHours(4);
    private static final String KEY = "betfair_ex_eu";

    private final League league;
    private final Market market;
    private final InstantSource clock;
    private final Bookmaker exchange;
    private final Map<String, BetfairMarketBook> books = new LinkedHashMap<>();
    private Instant lookedAt = Instant.EPOCH;
    private long change;

    BetfairBooks(League league, Market market, InstantSource clock) {
        this.league = league;
        this.market = market;
        this.clock = clock;
        this.exchange = Bookmakers.all().stream()
                .filter(each -> each.key().equals(KEY))
                .findFirst()
                .orElseThrow();
    }

    /** Every market on the board, by kickoff. */
    synchronized List<BetfairMarketBook> all() {
        advance();
        return List.copyOf(books.values());
    }

    private void advance() {
        Instant now = clock.instant();
        if (!now.isAfter(lookedAt)) {
            return;
        }
        lookedAt = now;
        change++;
        List<Match> shown = league.matchesBetween(
                now.minus(SHOWN_AFTER_KICKOFF), now.plus(league.plan().pricedAhead()));
        for (Match match : shown) {
            MatchView view = league.viewAt(match, now);
            Opinion opinion = market.opinion(exchange, match, now);
            for (BetfairType type : BetfairType.values()) {
                books.computeIfAbsent(
                                BetfairMarketBook.idOf(match, type),
                                unused -> new BetfairMarketBook(type, match, market.handicapLine(match), now, change))
                        .advance(now, view, opinion, change);
            }
        }
        books.values().removeIf(book -> book.match().kickoffAt().isBefore(now.minus(SHOWN_AFTER_KICKOFF)));
    }

    @Override
    public synchronized Batch image(Wanted wanted) {
        advance();
        List<Object> markets = new ArrayList<>();
        for (BetfairMarketBook book : books.values()) {
            if (!book.isClosed() && isWanted(book, wanted.filter())) {
                markets.add(book.image(wanted.fields()));
            }
        }
        return new Batch(change, lookedAt, null, null, markets);
    }

    @Override
    public synchronized @Nullable Batch since(long known, Wanted wanted) {
        advance();
        List<Object> markets = new ArrayList<>();
        for (BetfairMarketBook book : books.values()) {
            Map<String, Object> told = isWanted(book, wanted.filter()) ? book.since(known, wanted.fields()) : Map.of();
            if (!told.isEmpty()) {
                markets.add(told);
            }
        }
        return markets.isEmpty() ? null : new Batch(change, lookedAt, null, null, markets);
    }

    @Override
    public synchronized int count(Wanted wanted) {
        advance();
        return (int) books.values().stream()
                .filter(book -> !book.isClosed() && isWanted(book, wanted.filter()))
                .count();
    }

    @Override
    public synchronized long newest() {
        return change;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    private static boolean isWanted(BetfairMarketBook book, JsonNode filter) {
        return isAmong(filter, "marketIds", book.id())
                && isAmong(filter, "eventTypeIds", BetfairMarketBook.EVENT_TYPE)
                && isAmong(filter, "eventIds", BetfairMarketBook.eventIdOf(book.match()))
                && isAmong(filter, "marketTypes", book.type().name())
                && isAmong(filter, "bettingTypes", book.type().bettingType())
                && isAmong(filter, "countryCodes", "GB")
                && !filter.path("bspMarket").asBoolean(false)
                && filter.path("turnInPlayEnabled").asBoolean(true)
                && isEmpty(filter, "venues")
                && isEmpty(filter, "raceTypes");
    }

    private static boolean isEmpty(JsonNode filter, String field) {
        return filter.path(field).isEmpty();
    }

    /** Whether the filter leaves the field out, or names the value. */
    static boolean isAmong(JsonNode filter, String field, String value) {
        JsonNode values = filter.path(field);
        if (values.isEmpty()) {
            return true;
        }
        for (JsonNode each : values) {
            if (each.asString("").equals(value)) {
                return true;
            }
        }
        return false;
    }
}
