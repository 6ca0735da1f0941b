package io.touchline.gateway.rest;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** The gateway's JSON: times in ISO 8601 and UTC; a number that is not one (NaN, infinite) is null, for JSON has none. */
public final class Json {

    private static final class NumberOrNull extends StdSerializer<Number> {
        NumberOrNull(Class<? extends Number> type) {
            super(type);
        }

        @Override
        public void serialize(Number value, JsonGenerator out, SerializationContext context) {
            if (!Double.isFinite(value.doubleValue())) {
                out.writeNull();
            } else if (value instanceof Float single) {
                out.writeNumber(single.floatValue());
            } else {
                out.writeNumber(value.doubleValue());
            }
        }
    }

    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new SimpleModule("numbers")
                    .addSerializer(Double.class, new NumberOrNull(Double.class))
                    .addSerializer(double.class, new NumberOrNull(Double.class))
                    .addSerializer(Float.class, new NumberOrNull(Float.class))
                    .addSerializer(float.class, new NumberOrNull(Float.class)))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** UTF-8. */
    public byte[] bytes(Object value) {
        return mapper.writeValueAsBytes(value);
    }

    public String text(Object value) {
        return mapper.writeValueAsString(value);
    }

    /** Reads a body; throws {@link JacksonException} where it is no JSON or of another shape. */
    <T> T read(byte[] bytes, Class<T> type) {
        return mapper.readValue(bytes, type);
    }
}
