package io.touchline.feature.vector;

import io.micrometer.core.instrument.MeterRegistry;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.store.Cache;
import io.touchline.platform.store.CopyRows;
import io.touchline.platform.store.Database;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Received;
import io.touchline.platform.topic.TopicSink;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureCatalogue.Feature;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Topics;
import java.io.IOException;
import java.sql.Connection;
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

    private static final String COLUMNS =
            "fixture_id, cutoff, as_of, competition, season, home_team, away_team, kickoff_at, catalogue_version, known_values, features, emitted_at";

    private static final String STAGE = """
            CREATE TEMPORARY TABLE staged_vectors (LIKE feature_vectors) ON COMMIT DROP""";

    private static final String KEEP = """
            INSERT INTO feature_vectors (%1$s) SELECT %1$s FROM staged_vectors
            ON CONFLICT (fixture_id, cutoff, as_of) DO UPDATE SET
                competition = excluded.competition, season = excluded.season, home_team = excluded.home_team,
                away_team = excluded.away_team, kickoff_at = excluded.kickoff_at,
                catalogue_version = excluded.catalogue_version, known_values = excluded.known_values,
                features = excluded.features, emitted_at = excluded.emitted_at""".formatted(COLUMNS);

    private static final String STAGE_CATALOGUE = """
            CREATE TEMPORARY TABLE staged_catalogue (LIKE catalogue) ON COMMIT DROP""";

    private static final String KEEP_CATALOGUE = """
            INSERT INTO catalogue SELECT * FROM staged_catalogue ON CONFLICT (version, place) DO UPDATE SET
                feature = excluded.feature, feature_group = excluded.feature_group""";

    private final FeatureCatalogue catalogue;
    private final Optional<Database> database;
    private final Cache cache;
    private final Duration lifetime;
    private final MeterRegistry meters;
    private final ObjectMapper json = new ObjectMapper();
    private final TopicSink sink;
    private boolean catalogueWritten;

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
        this.database = database;
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
        if (database.isPresent() && !byId.isEmpty()) {
            keep(database.get(), byId);
        }
        newest.forEach((id, vector) -> cache.put("match:" + id + ":features", text(vector), lifetime));
        byId.values().forEach(this::count);
    }

    @Override
    public void close() {
        sink.close();
    }

    private void keep(Database into, Map<String, FeatureVector> vectors) throws SQLException, IOException {
        CopyRows rows = new CopyRows();
        vectors.values().forEach(vector -> add(rows, vector));
        into.inTransaction(connection -> {
            if (!catalogueWritten) {
                writeCatalogue(connection);
            }
            Database.execute(connection, STAGE);
            Database.copy(connection, "staged_vectors (" + COLUMNS + ")", rows);
            return Database.execute(connection, KEEP);
        });
        catalogueWritten = true;
    }

    private void writeCatalogue(Connection connection) throws SQLException, IOException {
        CopyRows rows = new CopyRows();
        List<Feature> features = catalogue.features();
        for (int at = 0; at < features.size(); at++) {
            rows.add(
                    catalogue.version(),
                    at + 1,
                    features.get(at).name(),
                    features.get(at).group());
        }
        Database.execute(connection, STAGE_CATALOGUE);
        Database.copy(connection, "staged_catalogue (version, place, feature, feature_group)", rows);
        Database.execute(connection, KEEP_CATALOGUE);
    }

    private static void add(CopyRows rows, FeatureVector vector) {
        float[] values = new float[vector.getValues().size()];
        int known = 0;
        for (int at = 0; at < values.length; at++) {
            values[at] = vector.getValues().get(at);
            known += Float.isNaN(values[at]) ? 0 : 1;
        }
        rows.add(
                vector.getFixtureId(),
                vector.getCutoff(),
                vector.getAsOf(),
                vector.getCompetition(),
                vector.getSeason(),
                vector.getHomeTeam(),
                vector.getAwayTeam(),
                vector.getKickoffAt(),
                vector.getCatalogueVersion(),
                known,
                values,
                vector.getEmittedAt());
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
