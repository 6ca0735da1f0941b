package io.touchline.platform.sportradar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What happened so far in the matches that run, so that an answer with the last seconds alone can be told as a whole. For one thread. */
final class KnownTimelines {

    private static final int REMEMBERED = 500;

    private final Map<String, Map<String, JsonNode>> byMatch = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, JsonNode>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** A whole timeline: what is not in it did not happen. */
    void whole(String match, List<JsonNode> entries) {
        Map<String, JsonNode> known = new LinkedHashMap<>();
        byMatch.put(match, known);
        add(known, entries);
    }

    /** The whole timeline with these entries in it, new or revised; null where the whole was never told. */
    @Nullable List<JsonNode> with(String match, List<JsonNode> entries) {
        Map<String, JsonNode> known = byMatch.get(match);
        if (known == null) {
            return null;
        }
        add(known, entries);
        return new ArrayList<>(known.values());
    }

    private static void add(Map<String, JsonNode> known, List<JsonNode> entries) {
        for (JsonNode entry : entries) {
            String id = Tree.word(entry, "id");
            String removed = Tree.word(entry, "type");
            if (removed.equals("deleted") || removed.equals("event_deleted")) {
                known.remove(id);
            } else {
                known.put(id.isEmpty() ? "entry " + known.size() : id, entry);
            }
        }
    }
}
