package io.touchline.ingest.connector.opta;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element, whichever of Opta's formats it came in: what XML has as attribute or as child with text alone, JSON has as a field. */
final class OptaNode {

    private static final String TEXT = "";

    private final String name;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, List<OptaNode>> children = new LinkedHashMap<>();

    OptaNode(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void put(String field, String text) {
        values.putIfAbsent(field, text);
    }

    void text(String text) {
        values.put(TEXT, text);
    }

    void add(OptaNode child) {
        children.computeIfAbsent(child.name, unused -> new ArrayList<>()).add(child);
    }

    /** An attribute, or the text of the child of that name; null where there is neither or it is empty. */
    @Nullable String value(String field) {
        String value = values.get(field);
        if (value == null) {
            OptaNode child = find(field);
            value = child == null ? null : child.text();
        }
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The first value that is there. */
    @Nullable String value(String field, String otherwise) {
        String value = value(field);
        return value == null ? value(otherwise) : value;
    }

    /** Its own text; null where it has none. */
    @Nullable String text() {
        return values.get(TEXT);
    }

    /** The first child of that name, or null. */
    @Nullable OptaNode find(String child) {
        List<OptaNode> found = children.get(child);
        return found == null ? null : found.getFirst();
    }

    /** A child, or an empty one. */
    OptaNode at(String child) {
        OptaNode found = find(child);
        return found == null ? new OptaNode(child) : found;
    }

    /** All children of that name. */
    List<OptaNode> all(String child) {
        return children.getOrDefault(child, List.of());
    }

    boolean has(String child) {
        return children.containsKey(child);
    }

    /** Every child. */
    List<OptaNode> children() {
        return children.values().stream().flatMap(List::stream).toList();
    }
}
