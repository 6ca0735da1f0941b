package io.touchline.platform.vendor;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.VendorException.PayloadChanged;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a payload that is one JSON value. */
public final class JsonPayload {

    /** For payload records too; unknown fields are passed over, a repeated key is an error, and so is whatever follows the value. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final int BYTES_OF_BOM = 3;
    private static final int LOOKED_AT = 200;

    private JsonPayload() {}

    /** The value; a byte-order mark is passed over. Where there is none it is rejected once as EMPTY_FILE, HTML_INSTEAD_OF_DATA or UNREADABLE_PAYLOAD. */
    public static JsonNode read(Payload payload, EventSink sink) throws PayloadChanged {
        byte[] body = payload.body();
        int start = hasBom(body) ? BYTES_OF_BOM : 0;
        String head = new String(body, start, Math.min(body.length - start, LOOKED_AT), StandardCharsets.UTF_8);
        if (head.isBlank() && body.length <= LOOKED_AT) {
            throw unusable(RejectReason.EMPTY_FILE, "nothing in it", payload, sink);
        }
        if (head.stripLeading().startsWith("<")) {
            throw unusable(RejectReason.HTML_INSTEAD_OF_DATA, "a web page", payload, sink);
        }
        if (head.indexOf('\0') >= 0) {
            throw unusable(RejectReason.UNREADABLE_PAYLOAD, "zero bytes at its start, so no UTF-8", payload, sink);
        }
        try {
            JsonNode root = MAPPER.readTree(body, start, body.length - start);
            if (root != null && !root.isMissingNode() && !root.isNull()) {
                return root;
            }
        } catch (JacksonException e) {
            throw unusable(RejectReason.UNREADABLE_PAYLOAD, "no JSON: " + e.getOriginalMessage(), payload, sink);
        }
        throw unusable(RejectReason.UNREADABLE_PAYLOAD, "null", payload, sink);
    }

    /** Rejects the whole payload, once; the caller throws what comes back. */
    public static PayloadChanged unusable(RejectReason reason, String detail, Payload payload, EventSink sink) {
        sink.rejected(reason, detail, "", null, null);
        return new PayloadChanged(detail + " from " + payload.location());
    }

    private static boolean hasBom(byte[] body) {
        return body.length >= BYTES_OF_BOM
                && (body[0] & 0xFF) == 0xEF
                && (body[1] & 0xFF) == 0xBB
                && (body[2] & 0xFF) == 0xBF;
    }
}
