package io.touchline.platform.sportradar;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.JsonFields;
import io.touchline.platform.vendor.Unusable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Fields of an answer in either form: where JSON has an object or a list, XML has a list of one, or a list inside a wrapper. */
final class Tree {

    private Tree() {}

    /** The object of that name; a missing node where there is none. */
    static JsonNode child(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isArray() ? value.path(0) : value;
    }

    /** {@code "timeline": [...]}, or {@code <timeline><event/>...</timeline>}. */
    static List<JsonNode> items(JsonNode node, String group, String item) {
        JsonNode value = node.path(group);
        if (value.isObject()) {
            value = value.path(item);
        } else if (value.size() == 1 && value.path(0).has(item)) {
            value = value.path(0).path(item);
        } else if (value.size() == 1 && value.path(0).isEmpty()) {
            return List.of();
        }
        return value.isArray() ? List.copyOf(value.values()) : List.of();
    }

    /** A text, number or truth value as text; empty where there is none. */
    static String word(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isValueNode() && !value.isNull() ? value.asString().strip() : "";
    }

    /** Null where absent. */
    static @Nullable Instant time(JsonNode node, String name) throws Unusable {
        String text = JsonFields.text(node, name);
        if (text == null) {
            return null;
        }
        try {
            return text.length() > 19
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new Unusable(RejectReason.BROKEN_DATE, name + " " + text);
        }
    }

    /** Milliseconds since 1970; null where absent. */
    static @Nullable Instant millis(JsonNode node, String name) throws Unusable {
        String text = JsonFields.text(node, name);
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,14}")) {
            throw new Unusable(RejectReason.BROKEN_DATE, name + " " + text);
        }
        return Instant.ofEpochMilli(Long.parseLong(text));
    }

    /** {@code Rebic, Ante} as people say it; null where absent. */
    static @Nullable String person(JsonNode node) throws Unusable {
        String name = JsonFields.text(node, "name");
        if (name == null) {
            return null;
        }
        int comma = name.indexOf(", ");
        return comma < 0 ? name : name.substring(comma + 2) + ' ' + name.substring(0, comma);
    }
}
