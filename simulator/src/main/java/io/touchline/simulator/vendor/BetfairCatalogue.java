package io.touchline.simulator.vendor;

import static io.touchline.simulator.vendor.BetfairBooks.isAmong;
import static io.touchline.simulator.vendor.Json.object;

import io.touchline.simulator.league.Match;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What markets the simulated exchange has: the betting API's lists. */
final class BetfairCatalogue {

    private static final String COMPETITION = "99000001";
    private static final String COMPETITION_NAME = "Simulated League";
    private static final int MOST = 1000;

    private final @Nullable BetfairBooks books;

    /** Null books for an exchange that plays a recording: nothing is listed. */
    BetfairCatalogue(@Nullable BetfairBooks books) {
        this.books = books;
    }

    /** The result of an operation; null where there is no such operation here. */
    @Nullable Object answer(String operation, JsonNode parameters) {
        JsonNode filter = parameters.path("filter");
        return switch (operation) {
            case "listEventTypes" ->
                List.of(object(
                        "eventType", object("id", BetfairMarketBook.EVENT_TYPE, "name", "Soccer"),
                        "marketCount", matching(filter).size()));
            case "listCompetitions" ->
                List.of(object(
                        "competition", competition(),
                        "marketCount", matching(filter).size(),
                        "competitionRegion", "GBR"));
            case "listEvents" -> events(filter);
            case "listMarketTypes" -> marketTypes(filter);
            case "listMarketCatalogue" -> catalogue(filter, parameters);
            default -> null;
        };
    }

    private List<BetfairMarketBook> matching(JsonNode filter) {
        BetfairBooks all = books;
        if (all == null) {
            return List.of();
        }
        Instant from = time(filter.path("marketStartTime").path("from"), Instant.MIN);
        Instant to = time(filter.path("marketStartTime").path("to"), Instant.MAX);
        return all.all().stream()
                .filter(book -> !book.isClosed()
                        && isAmong(filter, "marketIds", book.id())
                        && isAmong(filter, "eventTypeIds", BetfairMarketBook.EVENT_TYPE)
                        && isAmong(filter, "competitionIds", COMPETITION)
                        && isAmong(filter, "eventIds", BetfairMarketBook.eventIdOf(book.match()))
                        && isAmong(filter, "marketTypeCodes", book.type().name())
                        && isAmong(filter, "marketBettingTypes", book.type().bettingType())
                        && isAmong(filter, "marketCountries", "GB")
                        && !book.match().kickoffAt().isBefore(from)
                        && !book.match().kickoffAt().isAfter(to))
                .toList();
    }

    private static Instant time(JsonNode text, Instant otherwise) {
        try {
            return text.isString() ? Instant.parse(text.asString()) : otherwise;
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }

    private List<Object> events(JsonNode filter) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, Match> matches = new LinkedHashMap<>();
        for (BetfairMarketBook book : matching(filter)) {
            String id = BetfairMarketBook.eventIdOf(book.match());
            counts.merge(id, 1, Integer::sum);
            matches.put(id, book.match());
        }
        List<Object> events = new ArrayList<>();
        matches.forEach((id, match) -> events.add(object("event", event(match), "marketCount", counts.get(id))));
        return events;
    }

    private List<Object> marketTypes(JsonNode filter) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        matching(filter).forEach(book -> counts.merge(book.type().name(), 1, Integer::sum));
        List<Object> types = new ArrayList<>();
        counts.forEach((type, count) -> types.add(object("marketType", type, "marketCount", count)));
        return types;
    }

    private List<Object> catalogue(JsonNode filter, JsonNode parameters) {
        TreeSet<String> projection = new TreeSet<>();
        parameters.path("marketProjection").forEach(each -> projection.add(each.asString("")));
        int most = Math.clamp(parameters.path("maxResults").asInt(MOST), 0, MOST);
        Comparator<BetfairMarketBook> byVolume =
                Comparator.comparingLong(BetfairMarketBook::tradedHundredths).reversed();
        boolean firstToStart =
                parameters.path("sort").asString("FIRST_TO_START").equals("FIRST_TO_START");
        return matching(filter).stream()
                .sorted(
                        firstToStart
                                ? Comparator.comparing(
                                        (BetfairMarketBook book) -> book.match().kickoffAt())
                                : byVolume)
                .limit(most)
                .map(book -> (Object) entry(book, projection))
                .toList();
    }

    private static Map<String, Object> entry(BetfairMarketBook book, TreeSet<String> projection) {
        String start = BetfairDefinition.time(book.match().kickoffAt());
        Map<String, Object> entry =
                object("marketId", book.id(), "marketName", book.type().title());
        if (projection.contains("MARKET_START_TIME")) {
            entry.put("marketStartTime", start);
        }
        if (projection.contains("MARKET_DESCRIPTION")) {
            entry.put(
                    "description",
                    object(
                            "persistenceEnabled",
                            true,
                            "bspMarket",
                            false,
                            "marketTime",
                            start,
                            "suspendTime",
                            start,
                            "bettingType",
                            book.type().bettingType(),
                            "turnInPlayEnabled",
                            true,
                            "marketType",
                            book.type().name(),
                            "regulator",
                            "MALTA LOTTERIES AND GAMBLING AUTHORITY",
                            "marketBaseRate",
                            5.0,
                            "discountAllowed",
                            true,
                            "wallet",
                            "UK wallet",
                            "rulesHasDate",
                            true,
                            "priceLadderDescription",
                            object("type", book.type() == BetfairType.ASIAN_HANDICAP ? "FINEST" : "CLASSIC")));
        }
        entry.put("totalMatched", book.tradedHundredths() / 100.0);
        if (projection.contains("RUNNER_DESCRIPTION") || projection.contains("RUNNER_METADATA")) {
            List<Object> runners = new ArrayList<>();
            for (BetfairType.Runner runner : book.runners()) {
                runners.add(object(
                        "selectionId", runner.id(),
                        "runnerName", runner.name(),
                        "handicap", runner.handicap(),
                        "sortPriority", runners.size() + 1));
            }
            entry.put("runners", runners);
        }
        if (projection.contains("EVENT_TYPE")) {
            entry.put("eventType", object("id", BetfairMarketBook.EVENT_TYPE, "name", "Soccer"));
        }
        if (projection.contains("COMPETITION")) {
            entry.put("competition", competition());
        }
        if (projection.contains("EVENT")) {
            entry.put("event", event(book.match()));
        }
        return entry;
    }

    private static Map<String, Object> competition() {
        return object("id", COMPETITION, "name", COMPETITION_NAME);
    }

    private static Map<String, Object> event(Match match) {
        return object(
                "id",
                BetfairMarketBook.eventIdOf(match),
                "name",
                ClubNames.betfair(match.home()) + " v " + ClubNames.betfair(match.away()),
                "countryCode",
                "GB",
                "timezone",
                "GMT",
                "openDate",
                BetfairDefinition.time(match.kickoffAt()));
    }
}
