package io.touchline.simulator.vendor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Lines and statuses of the Exchange Stream. */
final class BetfairWords {

    private static final int LONGEST_REQUEST = 1 << 20;

    private BetfairWords() {}

    /** Null at the end of the connection. */
    static @Nullable String readLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                return line.toString(StandardCharsets.UTF_8).strip();
            }
            line.write(c);
            if (line.size() > LONGEST_REQUEST) {
                throw new IOException("a request without end");
            }
        }
        return null;
    }

    /** The connections left are told with the authentication only. */
    static Map<String, Object> success(JsonNode id, @Nullable Integer connectionsLeft) {
        return Json.object(
                "op",
                "status",
                "id",
                id.isMissingNode() ? null : id,
                "statusCode",
                "SUCCESS",
                "connectionClosed",
                false,
                "connectionsAvailable",
                connectionsLeft);
    }

    static Map<String, Object> failure(@Nullable JsonNode id, String code, String message, @Nullable String closed) {
        return Json.object(
                "op",
                "status",
                "id",
                id == null || id.isMissingNode() ? null : id,
                "statusCode",
                "FAILURE",
                "errorCode",
                code,
                "errorMessage",
                message,
                "connectionClosed",
                closed != null,
                "connectionId",
                closed);
    }
}
