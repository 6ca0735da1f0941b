package io.touchline.ingest.connector.xg;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.Unusable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Numbers that vendors write as text, checked. */
public final class Words {

    private static final int LATEST_MINUTE = 200;
    private static final int MOST_GOALS = 60;

    private Words() {}

    /** A text or a number as text; null where it is absent, null, empty, or an object. */
    public static @Nullable String find(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isString() && !value.isNumber() && !value.isBoolean()) {
            return null;
        }
        String text = value.asString().strip();
        return text.isEmpty() ? null : text;
    }

    /** The same, needed. */
    public static String get(JsonNode node, String name) throws Unusable {
        String text = find(node, name);
        if (text == null) {
            throw new Unusable(RejectReason.MISSING_FIELD, "no " + name);
        }
        return text;
    }

    /** A number; null where the text is. */
    public static @Nullable Double number(String name, @Nullable String text) throws Unusable {
        if (text == null) {
            return null;
        }
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, name + " is no number: " + shown(text));
        }
        throw new Unusable(RejectReason.VALUE_OUT_OF_RANGE, name + " is no number: " + shown(text));
    }

    /** A whole number from the least to the most; {@code 3.0} counts as 3; null where the text is. */
    public static @Nullable Integer whole(String name, @Nullable String text, int least, int most) throws Unusable {
        Double value = number(name, text);
        if (value == null) {
            return null;
        }
        if (value != Math.rint(value) || value < least || value > most) {
            throw new Unusable(
                    RejectReason.VALUE_OUT_OF_RANGE,
                    name + " must be a whole number from " + least + " to " + most + " but was " + shown(text));
        }
        return value.intValue();
    }

    /** Goals of one side; null where the text is. */
    public static @Nullable Integer goals(String name, @Nullable String text) throws Unusable {
        return whole(name, text, 0, MOST_GOALS);
    }

    /** A minute of play, needed. */
    public static int minute(@Nullable String text) throws Unusable {
        Integer minute = whole("minute", text, 0, LATEST_MINUTE);
        if (minute == null) {
            throw new Unusable(RejectReason.MISSING_FIELD, "no minute");
        }
        return minute;
    }

    /** An id that another tool may have saved as a number: {@code 424175.0} is 424175. */
    public static String id(String text) {
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String shown(@Nullable String text) {
        return text == null ? "" : text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }
}
