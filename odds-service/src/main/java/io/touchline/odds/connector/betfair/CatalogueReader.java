package io.touchline.odds.connector.betfair;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Entries of listMarketCatalogue and listEvents: they teach names. */
final class CatalogueReader {

    private final BetfairNames names;

    CatalogueReader(BetfairNames names) {
        this.names = names;
    }

    /** A market with names and without prices. */
    static boolean isMarket(JsonNode item) {
        return item.isObject() && item.has("marketId") && item.has("marketName") && !item.has("status");
    }

    static boolean isEvent(JsonNode item) {
        return item.isObject() && item.path("event").isObject() && item.has("marketCount");
    }

    void read(JsonNode item) {
        JsonNode event = item.path("event");
        @Nullable String eventId = text(event, "id");
        if (eventId != null) {
            names.learn(new BetfairNames.Event(
                    eventId,
                    text(event, "name"),
                    text(event, "countryCode"),
                    text(event, "openDate"),
                    text(item.path("competition"), "name")));
        }
        @Nullable String marketId = text(item, "marketId");
        if (marketId == null) {
            return;
        }
        List<BetfairNames.Runner> runners = new ArrayList<>();
        for (JsonNode runner : item.path("runners")) {
            if (runner.path("selectionId").canConvertToLong()) {
                runners.add(new BetfairNames.Runner(
                        runner.path("selectionId").asLong(),
                        runner.path("handicap").asDouble(0) + 0.0,
                        text(runner, "runnerName"),
                        runner.path("sortPriority").asInt(0)));
            }
        }
        JsonNode description = item.path("description");
        @Nullable String start = text(item, "marketStartTime");
        names.learn(new BetfairNames.Market(
                marketId,
                text(item, "marketName"),
                text(description, "marketType"),
                text(description, "bettingType"),
                text(item.path("eventType"), "id"),
                eventId,
                start != null ? start : text(description, "marketTime"),
                runners));
    }

    private static @Nullable String text(JsonNode parent, String field) {
        JsonNode value = parent.path(field);
        String text = value.isMissingNode() || value.isNull() ? "" : value.asString("");
        return text.isBlank() ? null : text;
    }
}
