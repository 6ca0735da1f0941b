package io.touchline.platform.topic;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Our records as plain JSON: field names as in the schema, moments in ISO 8601, NaN and infinity as null, no trace of unions. */
public final class RecordJson {

    private static final String HEX = "0123456789abcdef";

    private RecordJson() {}

    /** Appends a record, or anything that may stand in one. */
    public static void write(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case IndexedRecord record -> record(record, out);
            case Collection<?> list -> list(list, out);
            case Map<?, ?> map -> map(map, out);
            case Double number -> out.append(Double.isFinite(number) ? number.toString() : "null");
            case Float number -> out.append(Float.isFinite(number) ? number.toString() : "null");
            case Number number -> out.append(number);
            case Boolean truth -> out.append(truth);
            case Instant time -> out.append('"').append(time).append('"');
            default -> text(value.toString(), out);
        }
    }

    private static void record(IndexedRecord record, StringBuilder out) {
        char before = '{';
        for (Schema.Field field : record.getSchema().getFields()) {
            out.append(before).append('"').append(field.name()).append("\":");
            write(record.get(field.pos()), out);
            before = ',';
        }
        out.append('}');
    }

    private static void list(Collection<?> list, StringBuilder out) {
        out.append('[');
        String before = "";
        for (Object each : list) {
            out.append(before);
            write(each, out);
            before = ",";
        }
        out.append(']');
    }

    private static void map(Map<?, ?> map, StringBuilder out) {
        out.append('{');
        String before = "";
        for (Map.Entry<?, ?> each : map.entrySet()) {
            out.append(before);
            text(String.valueOf(each.getKey()), out);
            out.append(':');
            write(each.getValue(), out);
            before = ",";
        }
        out.append('}');
    }

    /** Appends a quoted text; half of a surrogate pair, which no encoder takes, becomes the replacement character. */
    public static void text(String value, StringBuilder out) {
        out.append('"');
        for (int at = 0; at < value.length(); at++) {
            char letter = value.charAt(at);
            if (letter == '"' || letter == '\\') {
                out.append('\\').append(letter);
            } else if (letter < ' ') {
                out.append("\\u00").append(HEX.charAt(letter >> 4)).append(HEX.charAt(letter & 15));
            } else if (!Character.isSurrogate(letter)) {
                out.append(letter);
            } else if (at + 1 < value.length() && Character.isSurrogatePair(letter, value.charAt(at + 1))) {
                out.append(letter).append(value.charAt(++at));
            } else {
                out.append('\uFFFD');
            }
        }
        out.append('"');
    }
}
