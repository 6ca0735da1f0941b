package io.touchline.simulator.vendor;

import io.touchline.simulator.vendor.Wire.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes what vendors write. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** Keys and values in turn; null values are left out. */
    static Map<String, Object> object(@Nullable Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            Object value = keysAndValues[i + 1];
            if (value != null) {
                object.put(String.valueOf(keysAndValues[i]), value);
            }
        }
        return object;
    }

    /** Whole numbers without a decimal point, as most vendors write them. */
    static Object number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? (Object) (long) value : (Object) value;
    }

    static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /**
     * What a client or a recording wrote.
     *
     * @throws tools.jackson.core.JacksonException where it is no JSON
     */
    static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    static Answer answer(int status, Object value) {
        return Answer.json(status, MAPPER.writeValueAsBytes(value));
    }

    /** With an {@code ETag} of its content, for conditional requests. */
    static Answer tagged(Object value) {
        Answer answer = answer(200, value);
        CRC32C sum = new CRC32C();
        sum.update(answer.body());
        return answer.with("ETag", "\"" + Long.toHexString(sum.getValue()) + "-" + answer.body().length + "\"");
    }
}
