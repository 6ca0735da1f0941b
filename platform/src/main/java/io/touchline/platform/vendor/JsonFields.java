package io.touchline.platform.vendor;

import io.touchline.platform.reject.RejectReason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of a JSON object strictly: absent and null are the same, whatever is of another kind than it should be is {@link Unusable}. A number
 * may stand as text and a text as number, since vendors do both.
 */
public final class JsonFields {

    private static final int SHOWN = 60;

    private JsonFields() {}

    /** Null where absent or blank. */
    public static @Nullable String text(JsonNode object, String name) throws Unusable {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isContainer() || value.isBoolean()) {
            throw wrong(name, value, "a text");
        }
        String text = value.asString().strip();
        return text.isEmpty() ? null : text;
    }

    /** Not null. */
    public static String neededText(JsonNode object, String name) throws Unusable {
        String text = text(object, name);
        if (text == null) {
            throw new Unusable(RejectReason.MISSING_FIELD, "no " + name);
        }
        return text;
    }

    /** Null where absent or an empty text. */
    public static @Nullable Double number(JsonNode object, String name) throws Unusable {
        String text = text(object, name);
        if (text == null) {
            return null;
        }
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below with the value
        }
        throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, name + " " + shortened(text));
    }

    /** Null where absent or an empty text; within the range, both ends included. */
    public static @Nullable Integer whole(JsonNode object, String name, int least, int most) throws Unusable {
        Double number = number(object, name);
        if (number == null) {
            return null;
        }
        if (number != Math.rint(number) || number < least || number > most) {
            throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, name + " " + shortened(object.path(name)));
        }
        return number.intValue();
    }

    /** Null where absent. */
    public static @Nullable Boolean flag(JsonNode object, String name) throws Unusable {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isBoolean()) {
            throw wrong(name, value, "true or false");
        }
        return value.booleanValue();
    }

    /** False where absent. */
    public static boolean isSet(JsonNode object, String name) throws Unusable {
        return Boolean.TRUE.equals(flag(object, name));
    }

    /** A missing node where absent. */
    public static JsonNode object(JsonNode object, String name) throws Unusable {
        JsonNode value = object.path(name);
        if (value.isNull() || value.isMissingNode()) {
            return object.path("\u0000");
        }
        if (!value.isObject()) {
            throw wrong(name, value, "an object");
        }
        return value;
    }

    /** Empty where absent; entries that are null are left out. */
    public static List<JsonNode> list(JsonNode object, String name) throws Unusable {
        JsonNode value = object.path(name);
        if (value.isNull() || value.isMissingNode()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrong(name, value, "a list");
        }
        List<JsonNode> entries = new ArrayList<>();
        for (JsonNode entry : value) {
            if (!entry.isNull()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static Unusable wrong(String name, JsonNode value, String expected) {
        return new Unusable(
                RejectReason.UNREADABLE_PAYLOAD,
                name + " is no " + expected.replaceFirst("^an? ", "") + ": " + shortened(value));
    }

    private static String shortened(Object value) {
        String text = value.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
