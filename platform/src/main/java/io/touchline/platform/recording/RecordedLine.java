package io.touchline.platform.recording;

import io.touchline.platform.vendor.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One line of a recording of ours: {@code {"touchline":1,"source":…,"receivedAt":…,"observedAt":…,"location":…,"body":…}}; bytes that are no UTF-8 stand in {@code bodyBase64}. */
final class RecordedLine {

    /** How such a line begins. */
    static final String MARK = "{\"touchline\":1,";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RecordedLine() {}

    static String of(String source, Payload payload) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("touchline", 1);
        line.put("source", source);
        line.put("receivedAt", payload.receivedAt().toString());
        line.put("observedAt", payload.observedAt().toString());
        line.put("location", payload.location());
        String text = text(payload.body());
        if (text == null) {
            line.put("bodyBase64", Base64.getEncoder().encodeToString(payload.body()));
        } else {
            line.put("body", text);
        }
        return JSON.writeValueAsString(line);
    }

    /** Null where the line is none of ours. */
    static @Nullable Payload read(String line, String source) {
        try {
            JsonNode node = JSON.readTree(line);
            String told = node.path("source").asString("");
            if (!told.equals(source)) {
                return null;
            }
            byte[] body = node.has("bodyBase64")
                    ? Base64.getDecoder().decode(node.path("bodyBase64").asString(""))
                    : node.path("body").asString("").getBytes(StandardCharsets.UTF_8);
            return new Payload(
                    body,
                    Instant.parse(node.path("observedAt").asString("")),
                    Instant.parse(node.path("receivedAt").asString("")),
                    node.path("location").asString(""));
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
