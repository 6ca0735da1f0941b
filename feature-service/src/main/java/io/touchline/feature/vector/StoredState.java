package io.touchline.feature.vector;

import io.touchline.feature.state.PastResult;
import io.touchline.platform.topic.RecordJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the state stores hold, as JSON for whoever asks for it: moments in milliseconds since 1970 where the store holds them so, unknown numbers null. */
public final class StoredState {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredState() {}

    /** A vector or a team part. */
    public static String json(SpecificRecord held) {
        StringBuilder out = new StringBuilder(4_096);
        RecordJson.write(held, out);
        return out.toString();
    }

    /** The remembered prices of a fixture. */
    public static String prices(byte[] held) {
        PriceMemory memory = PriceMemory.read(held);
        ObjectNode root = JSON.createObjectNode();
        root.put("firstAt", memory.firstAt());
        root.put("openedAt", memory.openedAt() == PriceMemory.NONE ? null : memory.openedAt());
        ArrayNode samples = root.putArray("samples");
        memory.samples().forEach(sample -> samples.add(withoutNaN(JSON.valueToTree(sample))));
        return JSON.writeValueAsString(root);
    }

    /** A team's last matches, newest first; empty where the association knows none of it. */
    public static Optional<String> team(
            ReadOnlyKeyValueStore<String, byte[]> results, String association, String team, int most) {
        List<PastResult> found = new ArrayList<>();
        String side = ':' + team;
        try (KeyValueIterator<String, byte[]> all =
                results.range(FormProcessor.firstKey(association), FormProcessor.lastKey(association))) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> next = all.next();
                if (next.key.contains(side)) {
                    PastResult result = PastResult.read(next.value);
                    if (result.homeTeam().equals(team) || result.awayTeam().equals(team)) {
                        found.add(result);
                    }
                }
            }
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        found.sort(Comparator.comparingLong(PastResult::resultAt).reversed());
        ObjectNode root = JSON.createObjectNode();
        root.put("association", association);
        root.put("team", team);
        root.put("matches", found.size());
        ArrayNode shown = root.putArray("last");
        found.stream().limit(most).forEach(result -> shown.add(withoutNaN(JSON.valueToTree(result))));
        return Optional.of(JSON.writeValueAsString(root));
    }

    private static JsonNode withoutNaN(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode value = object.get(name);
                if (value.isNumber() && Double.isNaN(value.asDouble())) {
                    object.putNull(name);
                } else {
                    withoutNaN(value);
                }
            }
        }
        return node;
    }
}
