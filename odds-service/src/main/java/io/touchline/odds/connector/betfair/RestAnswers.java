package io.touchline.odds.connector.betfair;

import io.touchline.odds.connector.betfair.book.BadMessage;
import io.touchline.odds.connector.betfair.book.ChangeTape;
import io.touchline.odds.connector.betfair.book.MessageReader;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.JsonPayload;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Answers of the REST interface: catalogues and events teach names, market books are told runner by runner, lists of reference (countries, venues, market types) and
 * answers to login and keep-alive are accepted without a word, errors are the vendor's, everything else (orders, in-play scores) is not ours. For one thread.
 */
final class RestAnswers {

    private static final Set<String> REFERENCE =
            Set.of("eventType", "country", "countryCode", "venue", "timeRange", "competition");

    private final MessageReader reader = new MessageReader();
    private final ChangeTape tape = new ChangeTape();
    private final CatalogueReader catalogue;

    /** Books of answers, apart from the stream's. */
    private final StreamMessages asked;

    private final RestBooks books;

    RestAnswers(BetfairNames names, StreamMessages stream) {
        this.catalogue = new CatalogueReader(names);
        this.asked = new StreamMessages(names, stream.settlements());
        this.books = new RestBooks(names, stream, this::image);
    }

    /** A book written as an image; a field of a kind that cannot be is told as the book's fault. */
    private void image(byte[] message, RestBooks.Read read) {
        try {
            reader.read(message, 0, message.length, tape);
            asked.read(tape, read.payload(), read.sink());
        } catch (PayloadChanged e) {
            throw new IllegalStateException("an image is always whole", e);
        } catch (BadMessage e) {
            read.sink()
                    .rejected(
                            RejectReason.VALUE_OUT_OF_RANGE,
                            "a book that cannot be: " + e.detail(),
                            "book",
                            null,
                            null);
        }
    }

    void read(JsonNode root, Payload payload, EventSink sink) throws PayloadChanged {
        if (root.isArray()) {
            if (!root.isEmpty() && root.get(0).has("jsonrpc")) {
                for (JsonNode each : root) {
                    one(each, payload, sink);
                }
            } else {
                list(root, payload, sink);
            }
        } else {
            one(root, payload, sink);
        }
    }

    private void one(JsonNode root, Payload payload, EventSink sink) throws PayloadChanged {
        @Nullable String problem = problem(root);
        if (problem != null) {
            sink.rejected(RejectReason.VENDOR_ERROR, problem, "", null, null);
            return;
        }
        JsonNode result = root.path("result");
        if (root.has("jsonrpc") && result.isMissingNode()) {
            throw JsonPayload.unusable(RejectReason.MISSING_FIELD, "an answer without result", payload, sink);
        }
        if (root.has("jsonrpc") && result.isArray()) {
            list(result, payload, sink);
        } else if (root.has("jsonrpc")) {
            item(result, payload, sink);
        } else if (!isSession(root)) {
            item(root, payload, sink);
        }
    }

    /** A good answer to login, keep-alive or logout. */
    private static boolean isSession(JsonNode root) {
        return root.has("loginStatus") || (root.has("status") && (root.has("token") || root.size() == 1));
    }

    private static @Nullable String problem(JsonNode root) {
        JsonNode error = root.path("error");
        if (error.isObject()) {
            String code = "";
            for (JsonNode part : error.path("data")) {
                code = part.path("errorCode").asString("")
                        + ' '
                        + part.path("errorDetails").asString("");
            }
            return ("error %s %s %s"
                            .formatted(
                                    error.path("code").asString(""),
                                    error.path("message").asString(""),
                                    code.strip()))
                    .strip();
        }
        if (root.has("faultcode") || root.has("faultstring")) {
            return "fault " + root.path("faultstring").asString("");
        }
        if (root.has("loginStatus") && !root.path("loginStatus").asString("").equals("SUCCESS")) {
            return "login: " + root.path("loginStatus").asString("");
        }
        String status = root.path("status").asString("");
        if (isSession(root) && !root.has("loginStatus") && !status.equals("SUCCESS")) {
            return ("session: " + status + ' ' + error.asString("")).strip();
        }
        JsonNode report = root.path("result");
        if (report.path("status").asString("").equals("FAILURE")) {
            return "failure " + report.path("errorCode").asString("");
        }
        return null;
    }

    private void list(JsonNode list, Payload payload, EventSink sink) throws PayloadChanged {
        if (list.isEmpty()) {
            return;
        }
        boolean anyOurs = false;
        for (JsonNode each : list) {
            anyOurs |= isOurs(each);
        }
        if (!anyOurs) {
            throw unknown(list.get(0), payload, sink);
        }
        for (JsonNode each : list) {
            if (isOurs(each)) {
                take(each, payload, sink);
            } else {
                sink.rejected(
                        RejectReason.UNKNOWN_MESSAGE,
                        "an element that is none of its list's kind",
                        each.path("marketId").asString("element"),
                        null,
                        null);
            }
        }
    }

    private void item(JsonNode item, Payload payload, EventSink sink) throws PayloadChanged {
        if (!isOurs(item)) {
            throw unknown(item, payload, sink);
        }
        take(item, payload, sink);
    }

    private static boolean isOurs(JsonNode item) {
        return CatalogueReader.isMarket(item)
                || CatalogueReader.isEvent(item)
                || RestBooks.isBook(item)
                || isReference(item);
    }

    private static boolean isReference(JsonNode item) {
        return item.isObject()
                && ((item.has("marketCount") && REFERENCE.stream().anyMatch(item::has))
                        || (item.size() == 2 && item.has("marketType") && item.has("marketCount")));
    }

    private void take(JsonNode item, Payload payload, EventSink sink) {
        if (RestBooks.isBook(item)) {
            books.read(item, payload, sink);
        } else if (!isReference(item)) {
            catalogue.read(item);
        }
    }

    private static PayloadChanged unknown(JsonNode item, Payload payload, EventSink sink) {
        List<String> fields =
                item.isObject() ? item.propertyNames().stream().limit(6).toList() : List.of();
        return JsonPayload.unusable(
                RejectReason.UNKNOWN_MESSAGE,
                fields.isEmpty() ? "nothing that we read" : "an answer that we do not read, with " + fields,
                payload,
                sink);
    }
}
