package io.touchline.simulator.vendor;

import static io.touchline.simulator.vendor.Json.object;

import io.touchline.simulator.league.League;
import io.touchline.simulator.league.Match;
import io.touchline.simulator.league.MatchClock.Phase;
import io.touchline.simulator.market.BookmakerPrices;
import io.touchline.simulator.market.Market;
import io.touchline.simulator.market.MarketPrice;
import io.touchline.simulator.vendor.Wire.Answer;
import io.touchline.simulator.vendor.Wire.Request;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The Odds API v4: {@code /v4/sports}, {@code /v4/sports/{sport}/odds} and {@code /v4/sports/{sport}/events}, with its key, its
 * quota (credits = markets x regions) and its errors.
 */
final class OddsApiVendor implements VendorServer.Vendor {

    static final String NAME = "theoddsapi";
    static final String SPORT = "soccer_simulated_league";

    private static final String TITLE = "Simulated League";
    private static final String BASE = "/v4/sports";

    private final League league;
    private final Market market;
    private final String key;
    private final long credits;
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong prices = new AtomicLong();

    OddsApiVendor(League league, Market market, String key, long credits) {
        this.league = league;
        this.market = market;
        this.key = key;
        this.credits = credits;
    }

    /** Prices sent so far. */
    long prices() {
        return prices.get();
    }

    @Override
    public Map.Entry<String, String> renamedField() {
        return Map.entry("bookmakers", "books");
    }

    @Override
    public Answer answer(Request request, Instant now) {
        String given = request.query("apiKey", "");
        if (given.isEmpty()) {
            return error(401, "MISSING_KEY", "API key is missing");
        } else if (!given.equals(key)) {
            return error(401, "INVALID_KEY", "API key is not valid");
        }
        return switch (request.path()) {
            case BASE -> quota(Json.answer(200, List.of(sport())), 0);
            case BASE + "/" + SPORT + "/events" -> quota(Json.answer(200, events(now)), 0);
            case BASE + "/" + SPORT + "/odds", BASE + "/upcoming/odds" -> odds(request, now);
            default -> error(404, "UNKNOWN_SPORT", "Unknown sport");
        };
    }

    private Answer odds(Request request, Instant now) {
        Set<String> markets =
                new LinkedHashSet<>(List.of(request.query("markets", "h2h").split(",")));
        if (!Set.of("h2h", "totals", "spreads", "h2h_lay").containsAll(markets)) {
            return error(422, "INVALID_MARKET", "Invalid markets");
        }
        if (!request.query().containsKey("regions") && !request.query().containsKey("bookmakers")) {
            return error(422, "MISSING_REGION", "Missing regions");
        }
        int cost = markets.size() * request.query("regions", "eu").split(",").length;
        if (used.get() + cost > credits) {
            return error(401, "OUT_OF_USAGE_CREDITS", "Usage quota has been reached");
        }
        List<Object> events = new ArrayList<>();
        for (Match match : listed(now)) {
            Map<String, Object> event = event(match);
            List<Object> bookmakers = new ArrayList<>();
            for (BookmakerPrices offer : market.at(match, now)) {
                if (!offer.markets().isEmpty()) {
                    bookmakers.add(bookmaker(match, offer, markets));
                }
            }
            event.put("bookmakers", bookmakers);
            events.add(event);
        }
        return quota(Json.answer(200, events), cost);
    }

    private List<Match> listed(Instant now) {
        return league
                .matchesBetween(
                        now.minus(3, ChronoUnit.HOURS), now.plus(league.plan().pricedAhead()))
                .stream()
                .filter(match -> league.viewAt(match, now).phase() != Phase.FULL_TIME)
                .toList();
    }

    private List<Map<String, Object>> events(Instant now) {
        return listed(now).stream().map(OddsApiVendor::event).toList();
    }

    private static Map<String, Object> event(Match match) {
        return object(
                "id", match.oddsId(),
                "sport_key", SPORT,
                "sport_title", TITLE,
                "commence_time", match.kickoffAt().toString(),
                "home_team", match.home().oddsName(),
                "away_team", match.away().oddsName());
    }

    private Map<String, Object> bookmaker(Match match, BookmakerPrices offer, Set<String> wanted) {
        String lastUpdate = offer.lastUpdate().toString();
        List<Object> markets = new ArrayList<>();
        for (MarketPrice price : offer.markets()) {
            String marketKey = switch (price.kind()) {
                case MATCH_RESULT -> "h2h";
                case TOTALS -> "totals";
                case HANDICAP -> "spreads";
            };
            if (wanted.contains(marketKey)) {
                markets.add(market(marketKey, lastUpdate, outcomes(match, price, price.back())));
                if (!price.lay().isEmpty()) {
                    markets.add(market("h2h_lay", lastUpdate, outcomes(match, price, price.lay())));
                }
            }
        }
        return object(
                "key",
                offer.bookmaker().key(),
                "title",
                offer.bookmaker().title(),
                "last_update",
                lastUpdate,
                "markets",
                markets);
    }

    private static Map<String, Object> market(String key, String lastUpdate, List<Object> outcomes) {
        return object("key", key, "last_update", lastUpdate, "outcomes", outcomes);
    }

    private List<Object> outcomes(Match match, MarketPrice price, List<Double> odds) {
        prices.addAndGet(odds.size());
        String home = match.home().oddsName();
        String away = match.away().oddsName();
        return switch (price.kind()) {
            case MATCH_RESULT ->
                List.of(
                        object("name", home, "price", odds.get(0)),
                        object("name", away, "price", odds.get(2)),
                        object("name", "Draw", "price", odds.get(1)));
            case TOTALS ->
                List.of(
                        object("name", "Over", "price", odds.get(0), "point", line(price)),
                        object("name", "Under", "price", odds.get(1), "point", line(price)));
            case HANDICAP ->
                List.of(
                        object("name", home, "price", odds.get(0), "point", line(price)),
                        object("name", away, "price", odds.get(1), "point", 0.0 - line(price)));
        };
    }

    private static double line(MarketPrice price) {
        return Objects.requireNonNull(price.line(), "a total or handicap has a line");
    }

    private static Map<String, Object> sport() {
        return object(
                "key",
                SPORT,
                "group",
                "Soccer",
                "title",
                TITLE,
                "description",
                "Simulated football",
                "active",
                true,
                "has_outrights",
                false);
    }

    private Answer quota(Answer answer, int cost) {
        long total = used.addAndGet(cost);
        return answer.with("x-requests-used", Long.toString(total))
                .with("x-requests-remaining", Long.toString(credits - total))
                .with("x-requests-last", Integer.toString(cost));
    }

    private static Answer error(int status, String code, String message) {
        return Json.answer(
                status,
                object(
                        "message", message,
                        "error_code", code,
                        "details_url", "https://the-odds-api.com/liveapi/guides/v4/api-error-codes.html"));
    }
}
