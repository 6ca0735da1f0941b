package io.touchline.gateway.rest;

import io.touchline.platform.store.Cache;
import io.touchline.platform.store.Database;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Vectors where the feature service's projections keep them: the cache under {@code match:{id}:features}, the table {@code feature.feature_vectors}. */
public final class StoredVectors {

    private static final Logger LOG = LoggerFactory.getLogger(StoredVectors.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final String QUESTION = """
            SELECT competition, season, home_team, away_team, kickoff_at, cutoff, as_of, catalogue_version, features, emitted_at
            FROM feature.feature_vectors WHERE fixture_id = ? ORDER BY as_of DESC LIMIT 1""";

    private StoredVectors() {}

    /** The newest of the last hours. */
    public static VectorSource cached(Cache cache) {
        return id -> blocking(
                "the cache", () -> cache.find("match:" + id + ":features").map(text -> ofCache(JSON.readTree(text))));
    }

    /** The newest of all time. */
    public static VectorSource stored(Database database) {
        return id -> blocking("feature.feature_vectors", () -> read(database, id));
    }

    /** Of the record as JSON: unknown values are null. */
    static FeatureVector ofRecord(String text) {
        JsonNode root = JSON.readTree(text);
        List<Float> values = new ArrayList<>();
        root.path("values").forEach(value -> values.add(number(value)));
        return vector(root.path("fixtureId").asString(), root, values);
    }

    private static FeatureVector ofCache(JsonNode root) {
        List<Float> values = new ArrayList<>();
        FeatureCatalogue.shipped()
                .features()
                .forEach(feature -> values.add(number(root.path("values").path(feature.name()))));
        return vector(root.path("fixtureId").asString(), root, values);
    }

    private static FeatureVector vector(String id, JsonNode root, List<Float> values) {
        Instant asOf = Instant.parse(root.path("asOf").asString());
        return new FeatureVector(
                id,
                root.path("competition").asString(""),
                root.path("season").asString(""),
                root.path("homeTeam").asString(""),
                root.path("awayTeam").asString(""),
                root.has("kickoffAt") ? Instant.parse(root.path("kickoffAt").asString()) : asOf,
                root.path("cutoff").asString(),
                asOf,
                root.path("catalogueVersion").asInt(),
                values,
                root.has("emittedAt") ? Instant.parse(root.path("emittedAt").asString()) : asOf);
    }

    private static float number(JsonNode value) {
        return value.isNumber() ? value.floatValue() : Float.NaN;
    }

    private static Optional<FeatureVector> read(Database database, String id) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement question = connection.prepareStatement(QUESTION)) {
            question.setQueryTimeout((int) LIMIT.toSeconds());
            question.setString(1, id);
            try (ResultSet row = question.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                List<Float> values = new ArrayList<>();
                for (Object value : (Object[]) row.getArray("features").getArray()) {
                    values.add(value instanceof Float known ? known : Float.NaN);
                }
                return Optional.of(new FeatureVector(
                        id,
                        row.getString("competition"),
                        row.getString("season"),
                        row.getString("home_team"),
                        row.getString("away_team"),
                        moment(row, "kickoff_at"),
                        row.getString("cutoff"),
                        moment(row, "as_of"),
                        row.getInt("catalogue_version"),
                        values,
                        moment(row, "emitted_at")));
            }
        }
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Mono<FeatureVector> blocking(
            String where, java.util.concurrent.Callable<Optional<FeatureVector>> find) {
        return Mono.fromCallable(find)
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(LIMIT)
                .onErrorResume(problem -> {
                    LOG.warn("{} tells no vector: {}", where, problem.toString());
                    return Mono.empty();
                })
                .flatMap(Mono::justOrEmpty);
    }
}
