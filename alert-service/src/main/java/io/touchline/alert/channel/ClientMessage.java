package io.touchline.alert.channel;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client says. */
sealed interface ClientMessage {

    /**
     * {@code {"type":"subscribe","channels":["alerts"],"filter":{"competitions":[],"markets":[],"bookmakers":[],"minimumEdge":0.05},"resume":123}}; takes the place of an earlier one.
     *
     * @param resume the last cursor the client has seen; empty for a fresh start
     */
    record Subscribe(EdgeFilter filter, OptionalLong resume) implements ClientMessage {}

    /**
     * Nothing that can be done.
     *
     * @param problem for the client's author
     */
    record Malformed(String problem) implements ClientMessage {}

    /** Reads a text frame; never throws. */
    static ClientMessage read(String text) {
        try {
            JsonNode root = Reader.MAPPER.readTree(text);
            String type = root.path("type").asString("");
            if (!type.equals("subscribe")) {
                return new Malformed("type must be subscribe but was " + (type.isEmpty() ? "missing" : type));
            }
            return Reader.subscribe(root);
        } catch (JacksonException e) {
            return new Malformed("not JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return new Malformed(String.valueOf(e.getMessage()));
        }
    }

    /** The details of reading. */
    final class Reader {

        private static final JsonMapper MAPPER = JsonMapper.builder().build();

        private Reader() {}

        private static Subscribe subscribe(JsonNode root) {
            Set<Channel> channels = EnumSet.noneOf(Channel.class);
            for (String word : words(root, "channels")) {
                channels.add(Channel.find(word)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "channels are alerts, odds, predictions and scores but one was " + word)));
            }
            JsonNode filter = root.path("filter");
            if (!filter.isMissingNode() && !filter.isObject()) {
                throw new IllegalArgumentException("filter must be an object");
            }
            JsonNode edge = filter.path("minimumEdge");
            if (!edge.isMissingNode() && !edge.isNumber()) {
                throw new IllegalArgumentException("filter.minimumEdge must be a number");
            }
            JsonNode resume = root.path("resume");
            if (!resume.isMissingNode() && !resume.isIntegralNumber()) {
                throw new IllegalArgumentException("resume must be a cursor");
            }
            return new Subscribe(
                    new EdgeFilter(
                            channels.isEmpty() ? Set.of(Channel.ALERTS) : channels,
                            words(filter, "competitions"),
                            words(filter, "markets"),
                            words(filter, "bookmakers"),
                            edge.isMissingNode() ? Double.NEGATIVE_INFINITY : edge.doubleValue()),
                    resume.isMissingNode() ? OptionalLong.empty() : OptionalLong.of(resume.longValue()));
        }

        private static Set<String> words(JsonNode node, String field) {
            JsonNode list = node.path(field);
            Set<String> words = new HashSet<>();
            if (list.isMissingNode()) {
                return words;
            }
            if (!list.isArray()) {
                throw new IllegalArgumentException(field + " must be a list of texts");
            }
            for (JsonNode each : list) {
                if (!each.isString()) {
                    throw new IllegalArgumentException(field + " must be a list of texts");
                }
                words.add(each.stringValue());
            }
            return words;
        }
    }
}
