package io.touchline.odds.connector.betfair;

import io.touchline.platform.vendor.JsonPayload;
import io.touchline.platform.vendor.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a client says on the stream. */
final class StreamRequests {

    private StreamRequests() {}

    static ObjectNode authentication(long id, Secret appKey, Secret session) {
        return JsonPayload.MAPPER
                .createObjectNode()
                .put("op", "authentication")
                .put("id", id)
                .put("appKey", appKey.value())
                .put("session", session.value());
    }

    /** What is subscribed to: the markets by id, or, where none are known, by kind. */
    static ObjectNode filter(BetfairProperties properties, List<String> marketIds) {
        ObjectNode filter = JsonPayload.MAPPER.createObjectNode();
        if (marketIds.isEmpty()) {
            texts(filter, "eventTypeIds", properties.eventTypes());
            texts(filter, "marketTypes", properties.marketTypes());
            texts(filter, "countryCodes", properties.countries());
        } else {
            texts(filter, "marketIds", marketIds);
        }
        return filter;
    }

    /** With both clocks it goes on where an earlier subscription to the same stopped. */
    static ObjectNode subscription(
            long id,
            BetfairProperties properties,
            ObjectNode filter,
            @Nullable String initialClk,
            @Nullable String clk) {
        ObjectNode request = JsonPayload.MAPPER
                .createObjectNode()
                .put("op", "marketSubscription")
                .put("id", id)
                .put("segmentationEnabled", true)
                .put("heartbeatMs", properties.heartbeat().toMillis())
                .put("conflateMs", properties.conflate().toMillis());
        request.set("marketFilter", filter);
        ObjectNode data = request.putObject("marketDataFilter").put("ladderLevels", properties.ladderLevels());
        texts(data, "fields", properties.fields());
        if (initialClk != null && clk != null) {
            request.put("initialClk", initialClk).put("clk", clk);
        }
        return request;
    }

    private static void texts(ObjectNode parent, String field, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = parent.putArray(field);
            values.forEach(array::add);
        }
    }
}
