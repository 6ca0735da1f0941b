package io.touchline.odds.connector.betfair;

import io.touchline.odds.connector.betfair.book.BadMessage;
import io.touchline.odds.connector.betfair.book.ChangeTape;
import io.touchline.odds.connector.betfair.book.MessageReader;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.EventSink;
import io.touchline.platform.vendor.JsonPayload;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import tools.jackson.databind.JsonNode;

/**
 * Betfair's words in ours: one message of the Exchange Stream, or one answer of the REST interface, bare or in a JSON-RPC envelope. Remembers the books and the names
 * that catalogues gave.
 */
final class BetfairAdapter implements Adapter {

    private static final int BYTES_OF_BOM = 3;

    private final MessageReader reader = new MessageReader();
    private final ChangeTape tape = new ChangeTape();
    private final BetfairNames names = new BetfairNames();
    private final StreamMessages stream = new StreamMessages(names);
    private final RestAnswers answers = new RestAnswers(names, stream);

    @Override
    public void read(Payload payload, EventSink sink) throws PayloadChanged {
        byte[] body = payload.body();
        int from = start(body);
        if (from < body.length && body[from] == '{') {
            message(body, from, payload, sink);
            return;
        }
        JsonNode root = JsonPayload.read(payload, sink);
        if (from < body.length && body[from] == '[' && isListOfMessages(root)) {
            for (JsonNode each : root) {
                byte[] one = each.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
                message(one, 0, new Payload(one, payload.observedAt(), payload.receivedAt(), payload.location()), sink);
            }
            return;
        }
        if (from >= body.length || body[from] != '[') {
            throw JsonPayload.unusable(RejectReason.UNREADABLE_PAYLOAD, "neither an object nor a list", payload, sink);
        }
        answers.read(root, payload, sink);
    }

    private void message(byte[] body, int from, Payload payload, EventSink sink) throws PayloadChanged {
        try {
            reader.read(body, from, body.length, tape);
        } catch (BadMessage e) {
            JsonPayload.read(payload, sink);
            throw JsonPayload.unusable(RejectReason.UNREADABLE_PAYLOAD, e.detail(), payload, sink);
        }
        if (tape.op() != null) {
            stream.read(tape, payload, sink);
        } else {
            answers.read(JsonPayload.read(payload, sink), payload, sink);
        }
    }

    private static boolean isListOfMessages(JsonNode root) {
        return root.isArray() && !root.isEmpty() && root.get(0).has("op");
    }

    private static int start(byte[] body) {
        int from = body.length >= BYTES_OF_BOM
                        && body[0] == (byte) 0xEF
                        && body[1] == (byte) 0xBB
                        && body[2] == (byte) 0xBF
                ? BYTES_OF_BOM
                : 0;
        while (from < body.length
                && (body[from] == ' ' || body[from] == '\n' || body[from] == '\r' || body[from] == '\t')) {
            from++;
        }
        return from;
    }

    /** The books stand still until the next connection takes them up or replaces them; names stay. */
    @Override
    public void reset() {
        stream.cut();
    }
}
