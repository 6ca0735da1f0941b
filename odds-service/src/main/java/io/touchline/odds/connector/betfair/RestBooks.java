package io.touchline.odds.connector.betfair;

import io.touchline.odds.connector.betfair.book.MarketBook;
import io.touchline.odds.connector.betfair.book.MarketDefinition;
import io.touchline.odds.connector.betfair.book.RunnerDefinition;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.JsonPayload;
import io.touchline.platform.vendor.Payload;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Books of listMarketBook and listRunnerBook. Each is written as the image that the stream would send, so that both are read by the same code; what such a book
 * does not say of its market (type, event, order of the runners) comes from the stream's definition or from the catalogue.
 */
final class RestBooks {

    private final BetfairNames names;
    private final StreamMessages stream;
    private final BiConsumer<byte[], Read> reader;

    /** Where an image goes to. */
    record Read(Payload payload, EventSink sink) {}

    RestBooks(BetfairNames names, StreamMessages stream, BiConsumer<byte[], Read> reader) {
        this.names = names;
        this.stream = stream;
        this.reader = reader;
    }

    static boolean isBook(JsonNode item) {
        return item.isObject()
                && item.has("marketId")
                && item.has("status")
                && item.path("runners").isArray();
    }

    void read(JsonNode item, Payload payload, EventSink sink) {
        String marketId = item.path("marketId").asString("");
        if (marketId.isBlank()) {
            sink.rejected(RejectReason.MISSING_FIELD, "a book without market", "book", null, null);
            return;
        }
        MarketBook streamed = stream.book(marketId);
        BetfairNames.Market listed = names.market(marketId);
        @Nullable MarketDefinition known = streamed == null ? null : streamed.definition();
        ObjectNode message = JsonPayload.MAPPER.createObjectNode();
        message.put("op", "mcm");
        ObjectNode market = message.putArray("mc").addObject();
        market.put("id", marketId);
        market.put("img", true);
        copy(item, "totalMatched", market, "tv");
        ObjectNode definition = market.putObject("marketDefinition");
        copy(item, "status", definition, "status");
        copy(item, "inplay", definition, "inPlay");
        copy(item, "numberOfWinners", definition, "numberOfWinners");
        copy(item, "version", definition, "version");
        if (known != null) {
            definition.put("eventId", known.eventId());
            definition.put("eventTypeId", known.eventTypeId());
            definition.put("marketType", known.marketType());
            definition.put("bettingType", known.bettingType());
            definition.put("name", known.name());
            definition.put("eventName", known.eventName());
            definition.put("marketTime", known.marketTime());
            definition.put("openDate", known.openDate());
            definition.put("countryCode", known.countryCode());
            ArrayNode regulators = definition.putArray("regulators");
            known.regulators().forEach(regulators::add);
        }
        ArrayNode runners = definition.putArray("runners");
        ArrayNode changes = market.putArray("rc");
        for (JsonNode runner : item.path("runners")) {
            if (!runner.path("selectionId").canConvertToLong()) {
                sink.rejected(RejectReason.MISSING_FIELD, "a runner without selectionId", marketId, null, null);
                continue;
            }
            long id = runner.path("selectionId").asLong();
            double handicap = runner.path("handicap").asDouble(0) + 0.0;
            ObjectNode defined = runners.addObject();
            defined.put("id", id);
            defined.put("hc", handicap);
            copy(runner, "status", defined, "status");
            defined.put("sortPriority", priority(id, handicap, known, listed));
            ObjectNode change = changes.addObject();
            change.put("id", id);
            change.put("hc", handicap);
            copy(runner, "lastPriceTraded", change, "ltp");
            copy(runner, "totalMatched", change, "tv");
            JsonNode prices = runner.path("ex");
            String place = marketId + '/' + id;
            rows(prices.path("availableToBack"), change.putArray("atb"), place, sink);
            rows(prices.path("availableToLay"), change.putArray("atl"), place, sink);
            rows(prices.path("tradedVolume"), change.putArray("trd"), place, sink);
        }
        reader.accept(JsonPayload.MAPPER.writeValueAsBytes(message), new Read(payload, sink));
    }

    private static void copy(JsonNode from, String field, ObjectNode to, String as) {
        JsonNode value = from.path(field);
        if (value.isNumber() || value.isBoolean() || value.isString()) {
            to.set(as, value);
        }
    }

    private static int priority(
            long id, double handicap, @Nullable MarketDefinition known, BetfairNames.@Nullable Market listed) {
        if (known != null) {
            for (RunnerDefinition each : known.runners()) {
                if (each.id() == id && each.handicap() == handicap) {
                    return each.sortPriority();
                }
            }
        }
        if (listed != null) {
            for (BetfairNames.Runner each : listed.runners()) {
                if (each.id() == id && each.handicap() == handicap) {
                    return each.sortPriority();
                }
            }
        }
        return 0;
    }

    private static void rows(JsonNode prices, ArrayNode rows, String place, EventSink sink) {
        for (JsonNode each : prices) {
            JsonNode price = each.path("price");
            JsonNode size = each.path("size");
            if (price.isNumber() && size.isNumber()) {
                rows.addArray().add(price.asDouble()).add(size.asDouble());
            } else {
                sink.rejected(RejectReason.VALUE_OUT_OF_RANGE, "no price and size: " + each, place, null, null);
            }
        }
    }
}
