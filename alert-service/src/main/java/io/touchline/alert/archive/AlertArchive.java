package io.touchline.alert.archive;

import static io.touchline.schema.Topics.ALERT_OUTCOMES;
import static io.touchline.schema.Topics.VALUE_ALERTS;

import io.touchline.platform.reject.Rejections;
import io.touchline.platform.store.Database;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Received;
import io.touchline.platform.topic.TopicSink;
import io.touchline.schema.AlertOutcome;
import io.touchline.schema.ValueAlert;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes value alerts and outcomes into schema {@code alert}, one row an alert, upserted by id; batches that come twice change nothing. */
public final class AlertArchive implements AutoCloseable {

    private static final String UPSERT_ALERT = """
            INSERT INTO alerts (alert_id, state, sequence, at, close_reason, fixture_id, competition, kickoff_at, market, line, selection, bookmaker, source, odds, opening_odds,
                price_observed_at, probability, market_probability, edge, stake, confidence, model_version, expires_at, result, profit, closing_fair_probability, clv)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (alert_id) DO UPDATE SET state = EXCLUDED.state, sequence = EXCLUDED.sequence, at = EXCLUDED.at, close_reason = EXCLUDED.close_reason,
                kickoff_at = EXCLUDED.kickoff_at, source = EXCLUDED.source, odds = EXCLUDED.odds, price_observed_at = EXCLUDED.price_observed_at, probability = EXCLUDED.probability,
                market_probability = EXCLUDED.market_probability, edge = EXCLUDED.edge, confidence = EXCLUDED.confidence, model_version = EXCLUDED.model_version,
                expires_at = EXCLUDED.expires_at, result = EXCLUDED.result, profit = EXCLUDED.profit, closing_fair_probability = EXCLUDED.closing_fair_probability, clv = EXCLUDED.clv
            WHERE alerts.sequence < EXCLUDED.sequence
            """;

    private static final String UPSERT_OUTCOME = """
            INSERT INTO alert_outcomes (alert_id, fixture_id, competition, market, line, selection, bookmaker, opened_at, graded_at, odds, probability, edge, stake, result, profit,
                closing_fair_probability, clv)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (alert_id) DO UPDATE SET graded_at = EXCLUDED.graded_at, result = EXCLUDED.result, profit = EXCLUDED.profit,
                closing_fair_probability = EXCLUDED.closing_fair_probability, clv = EXCLUDED.clv
            """;

    private final Database database;
    private final TopicSink sink;

    /** Starts nothing yet. */
    public AlertArchive(KafkaSettings kafka, Database database, Rejections rejections) {
        this.database = database;
        this.sink =
                new TopicSink("alert-archive", kafka, List.of(VALUE_ALERTS, ALERT_OUTCOMES), rejections, this::write);
    }

    /** Begins to consume. */
    public AlertArchive start() {
        sink.start();
        return this;
    }

    /** What keeps it from writing, for people; empty where all is well. */
    public String problem() {
        return sink.problem();
    }

    @Override
    public void close() {
        sink.close();
    }

    private void write(List<Received<?>> batch) throws Exception {
        Map<String, ValueAlert> alerts = new LinkedHashMap<>();
        Map<String, AlertOutcome> outcomes = new LinkedHashMap<>();
        for (Received<?> received : batch) {
            switch (received.value()) {
                case ValueAlert alert ->
                    alerts.merge(
                            alert.getAlertId(),
                            alert,
                            (old, fresh) -> fresh.getSequence() < old.getSequence() ? old : fresh);
                case AlertOutcome outcome -> outcomes.put(outcome.getAlertId(), outcome);
                case null, default -> {
                    // a tombstone
                }
            }
        }
        database.inTransaction(connection -> {
            upsert(connection, UPSERT_ALERT, alerts.values(), AlertArchive::bind);
            upsert(connection, UPSERT_OUTCOME, outcomes.values(), AlertArchive::bind);
            return alerts.size();
        });
    }

    @FunctionalInterface
    private interface Binding<T> {
        void on(Cells cells, T value) throws SQLException;
    }

    private static <T> void upsert(Connection connection, String sql, Iterable<T> values, Binding<T> binding)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T value : values) {
                binding.on(new Cells(statement), value);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Fills a statement's parameters one after another. */
    private static final class Cells {
        private final PreparedStatement statement;
        private int at;

        Cells(PreparedStatement statement) {
            this.statement = statement;
        }

        Cells text(@Nullable String value) throws SQLException {
            statement.setString(++at, value);
            return this;
        }

        Cells whole(int value) throws SQLException {
            statement.setInt(++at, value);
            return this;
        }

        Cells number(@Nullable Double value) throws SQLException {
            at++;
            if (value == null) {
                statement.setNull(at, Types.DOUBLE);
            } else {
                statement.setDouble(at, value);
            }
            return this;
        }

        Cells time(Instant value) throws SQLException {
            statement.setObject(++at, value.atOffset(ZoneOffset.UTC));
            return this;
        }
    }

    private static void bind(Cells cells, ValueAlert alert) throws SQLException {
        cells.text(alert.getAlertId())
                .text(alert.getState())
                .whole(alert.getSequence())
                .time(alert.getAt())
                .text(alert.getCloseReason())
                .text(alert.getFixtureId())
                .text(alert.getCompetition())
                .time(alert.getKickoffAt())
                .text(alert.getMarket())
                .number(alert.getLine())
                .text(alert.getSelection())
                .text(alert.getBookmaker())
                .text(alert.getSource())
                .number(alert.getOdds())
                .number(alert.getOpeningOdds())
                .time(alert.getPriceObservedAt())
                .number(alert.getProbability())
                .number(alert.getMarketProbability())
                .number(alert.getEdge())
                .number(alert.getStake())
                .number(alert.getConfidence())
                .text(alert.getModelVersion())
                .time(alert.getExpiresAt())
                .text(alert.getResult())
                .number(alert.getProfit())
                .number(alert.getClosingFairProbability())
                .number(alert.getClv());
    }

    private static void bind(Cells cells, AlertOutcome outcome) throws SQLException {
        cells.text(outcome.getAlertId())
                .text(outcome.getFixtureId())
                .text(outcome.getCompetition())
                .text(outcome.getMarket())
                .number(outcome.getLine())
                .text(outcome.getSelection())
                .text(outcome.getBookmaker())
                .time(outcome.getOpenedAt())
                .time(outcome.getGradedAt())
                .number(outcome.getOdds())
                .number(outcome.getProbability())
                .number(outcome.getEdge())
                .number(outcome.getStake())
                .text(outcome.getResult())
                .number(outcome.getProfit())
                .number(outcome.getClosingFairProbability())
                .number(outcome.getClv());
    }
}
