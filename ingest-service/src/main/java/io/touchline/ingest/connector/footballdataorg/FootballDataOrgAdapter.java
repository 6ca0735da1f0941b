package io.touchline.ingest.connector.footballdataorg;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.JsonPayload;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Unusable;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Lists of matches, one match, and head-to-heads in our words. Answers of theirs that hold no match (tables, teams, persons) are rejected whole and named. An exchange kept with its
 * status and headers ({@code {status, headers, body}}) is read as its body at the time of its {@code date} header.
 */
final class FootballDataOrgAdapter implements Adapter {

    private static final List<String> WITHOUT_MATCHES = List.of(
            "standings", "scorers", "teams", "competitions", "squad", "areas", "childAreas", "seasons", "dateOfBirth");

    @Override
    public void read(Payload payload, EventSink sink) throws PayloadChanged {
        JsonNode root = JsonPayload.read(payload, sink);
        if (root.path("body").isString() && root.path("status").isNumber()) {
            Payload inner = new Payload(
                    root.path("body").asString().getBytes(StandardCharsets.UTF_8),
                    observedAt(root, payload.observedAt()),
                    payload.receivedAt(),
                    payload.location());
            matches(JsonPayload.read(inner, sink), inner, sink);
        } else {
            matches(root, payload, sink);
        }
    }

    private static void matches(JsonNode root, Payload payload, EventSink sink) throws PayloadChanged {
        if (root.path("matches").isArray()) {
            Set<String> ids = new HashSet<>();
            int index = 0;
            for (JsonNode match : root.path("matches")) {
                String id = match.path("id").asString("");
                String place = id.isEmpty() ? "matches[" + index + "]" : id;
                index++;
                if (!id.isEmpty() && !ids.add(id)) {
                    sink.rejected(
                            RejectReason.DUPLICATE_MATCH,
                            "match " + id + " twice in one answer",
                            place,
                            raw(match),
                            null);
                } else {
                    one(match, root, place, payload, sink);
                }
            }
        } else if (root.path("match").isObject()) {
            one(root.path("match"), root, "match", payload, sink);
        } else if (root.has("homeTeam") && root.has("utcDate")) {
            one(root, root, "match", payload, sink);
        } else {
            throw unusable(root, payload, sink);
        }
    }

    private static PayloadChanged unusable(JsonNode root, Payload payload, EventSink sink) {
        String message = root.path("message").asString("");
        if (!message.isEmpty()) {
            String code = root.path("errorCode").asString(root.path("error").asString(""));
            return JsonPayload.unusable(RejectReason.VENDOR_ERROR, (code + " " + message).strip(), payload, sink);
        }
        for (String known : WITHOUT_MATCHES) {
            if (root.has(known)) {
                return JsonPayload.unusable(
                        RejectReason.UNKNOWN_MESSAGE, "an answer without matches, but " + known, payload, sink);
            }
        }
        return JsonPayload.unusable(RejectReason.UNREADABLE_PAYLOAD, "no matches", payload, sink);
    }

    private static void one(JsonNode node, JsonNode root, String place, Payload payload, EventSink sink) {
        try {
            FootballDataOrgMatch match = new FootballDataOrgMatch(node, root);
            sink.event(match.seen(
                    payload.observedAt(),
                    (reason, detail) -> sink.rejected(reason, detail, place, raw(node), match.fixture())));
        } catch (Unusable e) {
            sink.rejected(e.reason(), e.detail(), place, raw(node), null);
        }
    }

    private static Instant observedAt(JsonNode exchange, Instant otherwise) {
        for (var header : exchange.path("headers").properties()) {
            if (header.getKey().equalsIgnoreCase("date")) {
                JsonNode value = header.getValue();
                try {
                    String text = value.isArray() ? value.path(0).asString("") : value.asString("");
                    return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
                } catch (DateTimeException e) {
                    return otherwise;
                }
            }
        }
        return otherwise;
    }

    private static byte[] raw(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
