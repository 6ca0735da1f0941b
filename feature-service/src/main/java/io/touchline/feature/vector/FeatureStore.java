package io.touchline.feature.vector;

import io.micrometer.core.instrument.MeterRegistry;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.store.Cache;
import io.touchline.platform.store.Database;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Received;
import io.touchline.platform.topic.TopicSink;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureCatalogue.Feature;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Topics;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Projects vectors into {@code feature.feature_vectors} (where there is a database) and into the cache under {@code match:{id}:features}. A batch that comes again changes nothing.
 * Counts known and unknown values by group in {@code feature.values{group,known}}; by feature the view {@code feature.feature_coverage} tells.
 */
public final class FeatureStore implements AutoCloseable {

    /** Consumer group. */
    public static final String GROUP = "feature-store";

    private final FeatureCatalogue catalogue;
    private final Optional<VectorTable> table;
    private final Cache cache;
    private final Duration lifetime;
    private final MeterRegistry meters;
    private final ObjectMapper json = new ObjectMapper();
    private final TopicSink sink;

    /** Starts nothing yet. */
    public FeatureStore(
            KafkaSettings kafka,
            FeatureCatalogue catalogue,
            Optional<Database> database,
            Cache cache,
            Duration lifetime,
            Rejections rejections,
            MeterRegistry meters) {
        this.catalogue = catalogue;
        this.table = database.map(one -> new VectorTable(catalogue, one));
        this.cache = cache;
        this.lifetime = lifetime;
        this.meters = meters;
        this.sink = new TopicSink(GROUP, kafka, List.of(Topics.FEATURE_VECTORS), rejections, this::store);
    }

    /** Begins to consume. */
    public FeatureStore start() {
        sink.start();
        return this;
    }

    /** What keeps it from working, for people; empty where all is well. */
    public String problem() {
        return sink.problem();
    }

    /** Puts a batch into the table in one transaction, then each fixture's newest vector into the cache. */
    void store(List<Received<?>> batch) throws SQLException, IOException {
        Map<String, FeatureVector> byId = new LinkedHashMap<>();
        Map<String, FeatureVector> newest = new LinkedHashMap<>();
        for (Received<?> received : batch) {
            if (received.value() instanceof FeatureVector vector) {
                byId.put(vector.getFixtureId() + '|' + vector.getCutoff() + '|' + vector.getAsOf(), vector);
                newest.merge(
                        vector.getFixtureId(),
                        vector,
                        (one, other) -> one.getAsOf().isAfter(other.getAsOf()) ? one : other);
            }
        }
        if (table.isPresent()) {
            table.get().keep(byId.values());
        }
        newest.forEach((id, vector) -> cache.put("match:" + id + ":features", text(vector), lifetime));
        byId.values().forEach(this::count);
    }

    @Override
    public void close() {
        sink.close();
    }

    /** The vector as JSON: unknown values are null. */
    private String text(FeatureVector vector) {
        ObjectNode root = json.createObjectNode();
        root.put("fixtureId", vector.getFixtureId());
        root.put("cutoff", vector.getCutoff());
        root.put("asOf", vector.getAsOf().toString());
        root.put("catalogueVersion", vector.getCatalogueVersion());
        ObjectNode values = root.putObject("values");
        for (Feature feature : catalogue.features()) {
            float value = FeatureCatalogue.value(vector, feature.name());
            if (Float.isNaN(value)) {
                values.putNull(feature.name());
            } else {
                values.put(feature.name(), value);
            }
        }
        return json.writeValueAsString(root);
    }

    private void count(FeatureVector vector) {
        if (vector.getCatalogueVersion() != catalogue.version()) {
            return;
        }
        Map<String, int[]> byGroup = new LinkedHashMap<>();
        for (int at = 0; at < catalogue.size(); at++) {
            int[] counts = byGroup.computeIfAbsent(catalogue.features().get(at).group(), group -> new int[2]);
            counts[Float.isNaN(vector.getValues().get(at)) ? 0 : 1]++;
        }
        byGroup.forEach((group, counts) -> {
            meters.counter("feature.values", "group", group, "known", "false").increment(counts[0]);
            meters.counter("feature.values", "group", group, "known", "true").increment(counts[1]);
        });
    }
}
