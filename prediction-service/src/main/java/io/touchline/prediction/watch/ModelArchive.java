package io.touchline.prediction.watch;

import io.touchline.platform.reject.Rejections;
import io.touchline.platform.store.Database;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Received;
import io.touchline.platform.topic.TopicSink;
import io.touchline.schema.ModelRelease;
import io.touchline.schema.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The registry in Postgres: releases and every change of their state as the topic tells them, calibrations and drift as they are noticed. Without a database it keeps nothing and says nothing. */
public final class ModelArchive implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ModelArchive.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String MODEL = """
            INSERT INTO models (name, version, state, valid_from, trained_from, trained_to, matches, metrics, content_sha256, content_bytes, changed_at,
                seed, recipe, catalogue_version, features)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?::jsonb)
            ON CONFLICT (name, version) DO UPDATE SET state = EXCLUDED.state, valid_from = EXCLUDED.valid_from, trained_from = EXCLUDED.trained_from,
                trained_to = EXCLUDED.trained_to, matches = EXCLUDED.matches, metrics = EXCLUDED.metrics, content_sha256 = EXCLUDED.content_sha256,
                content_bytes = EXCLUDED.content_bytes, changed_at = EXCLUDED.changed_at, seed = EXCLUDED.seed, recipe = EXCLUDED.recipe,
                catalogue_version = EXCLUDED.catalogue_version, features = EXCLUDED.features
                WHERE models.changed_at <= EXCLUDED.changed_at
            """;
    private static final String RUN = """
            INSERT INTO model_runs (name, version, state, at, metrics) VALUES (?, ?, ?, ?, ?::jsonb) ON CONFLICT DO NOTHING
            """;
    private static final String CALIBRATION = """
            INSERT INTO calibrations (version, at, sharpness, graded, log_loss_before, log_loss_after) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;
    private static final String DRIFT = """
            INSERT INTO drift_events (kind, version, at, rolled_back, in_force_after, detail, figures) VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)
            ON CONFLICT DO NOTHING
            """;

    private final Optional<Database> database;
    private @Nullable TopicSink sink;

    public ModelArchive(Optional<Database> database) {
        this.database = database;
    }

    /** Begins to write what the topic tells. */
    public ModelArchive start(KafkaSettings kafka, Rejections rejections) {
        database.ifPresent(each -> sink = new TopicSink(
                        "model-archive", kafka, List.of(Topics.MODELS), rejections, batch -> write(each, batch))
                .start());
        return this;
    }

    private static void write(Database database, List<Received<?>> batch) throws SQLException, IOException {
        database.inTransaction(connection -> {
            try (PreparedStatement model = connection.prepareStatement(MODEL);
                    PreparedStatement run = connection.prepareStatement(RUN)) {
                for (Received<?> received : batch) {
                    if (received.value() instanceof ModelRelease release) {
                        bind(model, release);
                        model.executeUpdate();
                        run.setString(1, release.getName());
                        run.setString(2, release.getVersion());
                        run.setString(3, release.getState());
                        run.setObject(4, release.getEmittedAt().atOffset(ZoneOffset.UTC));
                        run.setString(5, JSON.writeValueAsString(release.getMetrics()));
                        run.executeUpdate();
                    }
                }
            }
            return batch.size();
        });
    }

    private static void bind(PreparedStatement model, ModelRelease release) throws SQLException {
        ByteBuffer content = release.getContent();
        model.setString(1, release.getName());
        model.setString(2, release.getVersion());
        model.setString(3, release.getState());
        model.setObject(4, release.getValidFrom().atOffset(ZoneOffset.UTC));
        model.setObject(5, release.getTrainedFrom().atOffset(ZoneOffset.UTC));
        model.setObject(6, release.getTrainedTo().atOffset(ZoneOffset.UTC));
        model.setInt(7, release.getMatches());
        model.setString(8, JSON.writeValueAsString(release.getMetrics()));
        model.setString(9, content == null ? null : sha256(content));
        model.setObject(10, content == null ? null : content.remaining());
        model.setObject(11, release.getEmittedAt().atOffset(ZoneOffset.UTC));
        model.setObject(12, release.getSeed());
        model.setString(13, release.getRecipe());
        model.setObject(14, release.getCatalogueVersion());
        model.setString(15, JSON.writeValueAsString(release.getFeatures()));
    }

    static String sha256(ByteBuffer content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(content.duplicate());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void calibrated(Decision.Recalibrate refreshed, Instant at) {
        write(CALIBRATION, statement -> {
            statement.setString(1, refreshed.version());
            statement.setObject(2, at.atOffset(ZoneOffset.UTC));
            statement.setDouble(3, refreshed.sharpness());
            statement.setInt(4, refreshed.graded());
            statement.setDouble(5, refreshed.lossBefore());
            statement.setDouble(6, refreshed.lossAfter());
        });
    }

    void drifted(Decision.Drift drift, String inForceAfter, Instant at) {
        write(DRIFT, statement -> {
            statement.setString(1, drift.kind());
            statement.setString(2, drift.version());
            statement.setObject(3, at.atOffset(ZoneOffset.UTC));
            statement.setBoolean(4, drift.rollback());
            statement.setString(5, inForceAfter);
            statement.setString(6, drift.detail());
            statement.setString(7, JSON.writeValueAsString(drift.figures()));
        });
    }

    @FunctionalInterface
    private interface Binding {
        void on(PreparedStatement statement) throws SQLException;
    }

    /** A note that cannot be written is lost and said so: meter and log hold it too, and no decision waits for a database. */
    private void write(String sql, Binding binding) {
        database.ifPresent(each -> {
            try {
                each.inTransaction(connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        binding.on(statement);
                        return statement.executeUpdate();
                    }
                });
            } catch (SQLException | IOException | IllegalStateException e) {
                LOG.warn("a note on the models could not be written: {}", e.toString());
            }
        });
    }

    @Override
    public void close() {
        TopicSink writes = sink;
        if (writes != null) {
            writes.close();
        }
    }
}
