package io.touchline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.alert.channel.SocketClient;
import io.touchline.alert.life.MatchScript;
import io.touchline.alert.life.Records;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.RecordSender;
import io.touchline.platform.topic.TopicAdmin;
import io.touchline.schema.AlertOutcome;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.MatchResult;
import io.touchline.schema.MatchState;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Prediction;
import io.touchline.schema.Topics;
import io.touchline.schema.ValueAlert;
import io.touchline.testkit.Await;
import io.touchline.testkit.TestBroker;
import io.touchline.testkit.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The service as it runs: a real broker, a real Postgres, a real socket. */
class AlertIT {

    private static final String BEFORE = """
            -1'  QUOTE    bet365 1X2 2.10 3.40 3.60
            -1'  MARKET   0.50 0.27 0.23
            -1'  PREDICT  0.52 0.26 0.22
            """;
    private static final String AFTER = """
            115' RESULT   2-1
            """;
    private static final String NOWHERE = "jdbc:postgresql://127.0.0.1:1/none";

    private final KafkaSettings kafka = TestBroker.shared().settings();

    @TempDir
    private Path folder;

    @Test
    void oneAlert_onTopicSocketAndInPostgres_onceAcrossARestart() throws Exception {
        String url = TestPostgres.freshUrl();
        try (RecordSender sender = new RecordSender(kafka);
                var alerts = TestBroker.tail(kafka, Topics.VALUE_ALERTS);
                var outcomes = TestBroker.tail(kafka, Topics.ALERT_OUTCOMES)) {
            try (ConfigurableApplicationContext service = service(url);
                    SocketClient client = new SocketClient(port(service))) {
                JsonNode snapshot = client.send("{\"type\":\"subscribe\",\"channels\":[\"alerts\",\"predictions\"]}")
                        .next();
                assertThat(snapshot.get("alerts").size()).isZero();
                send(sender, BEFORE);
                assertThat(alerts.await(1).getFirst().getState()).isEqualTo("OPENED");
                List<JsonNode> heard =
                        client.until(frame -> frame.path("channel").asString("").equals("alerts"));
                assertThat(heard.getLast().get("data").get("openingOdds").doubleValue())
                        .isEqualTo(2.10);
                send(sender, AFTER);
                List<ValueAlert> life = alerts.await(3);
                assertThat(life).extracting(ValueAlert::getState).containsExactly("OPENED", "CLOSED", "GRADED");
                AlertOutcome outcome = outcomes.await(1).getFirst();
                assertThat(outcome.getAlertId()).isEqualTo(life.getFirst().getAlertId());
                assertThat(outcome.getProfit()).isEqualTo(2.10 - 1);
                assertThat(outcome.getClv()).isEqualTo(2.10 * 0.50 - 1);
                Await.until(
                        "health",
                        () -> service.getBean("alertHealth", HealthIndicator.class)
                                .health()
                                .getStatus()
                                .equals(Status.UP));
                Await.until(
                        "the alert in Postgres",
                        () -> rows(url, "SELECT state || ' ' || result || ' ' || sequence FROM alert.alerts"),
                        rows -> rows.equals(List.of("GRADED WON 3")));
                Await.until(
                        "the outcome in Postgres",
                        () -> rows(url, "SELECT result || ' ' || profit FROM alert.alert_outcomes"),
                        rows -> rows.equals(List.of("WON 1.1")));
                Await.until(
                        "the bankroll in Postgres",
                        () -> rows(
                                url,
                                "SELECT (amount > 1) || ' ' || placed || ' ' || settled FROM alert.bankroll"
                                        + " ORDER BY changed_at DESC LIMIT 1"),
                        rows -> rows.equals(List.of("true 1 1")));
            }
            try (ConfigurableApplicationContext service = service(url);
                    SocketClient client = new SocketClient(port(service))) {
                send(sender, BEFORE + AFTER);
                Await.until("everything consumed", this::lag, lag -> lag == 0);
                assertThat(alerts.values()).as("the repeats told nothing").hasSize(3);
                assertThat(outcomes.values()).hasSize(1);
                JsonNode snapshot =
                        client.send("{\"type\":\"subscribe\",\"resume\":1}").next();
                assertThat(snapshot.get("outcome").stringValue()).isEqualTo("cannot_resume");
                assertThat(snapshot.get("alerts").size()).isZero();
            }
        }
    }

    @Test
    void withoutPostgres_alertsGoOn_andTheArchiveCatchesUp() throws Exception {
        try (RecordSender sender = new RecordSender(kafka);
                var alerts = TestBroker.tail(kafka, Topics.VALUE_ALERTS)) {
            try (ConfigurableApplicationContext service = service(NOWHERE)) {
                send(sender, BEFORE + AFTER);
                assertThat(alerts.await(3)).hasSize(3);
                Await.until(
                        "the archive tells what is wrong",
                        () -> !service.getBean("alertHealth", HealthIndicator.class)
                                .health()
                                .getDetails()
                                .get("archive")
                                .equals("up"));
            }
            String url = TestPostgres.freshUrl();
            try (ConfigurableApplicationContext service = service(url)) {
                Await.until(
                        "the alert in Postgres",
                        () -> rows(url, "SELECT state FROM alert.alerts"),
                        rows -> rows.equals(List.of("GRADED")));
                assertThat(service.isRunning()).isTrue();
            }
        }
    }

    private ConfigurableApplicationContext service(String postgres) {
        InstantSource clock = () -> Records.KICKOFF;
        return new SpringApplicationBuilder(AlertConfiguration.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> {
                    context.getBeanFactory()
                            .registerSingleton("registry", TestBroker.shared().registry());
                    context.getBeanFactory().registerSingleton("clock", clock);
                })
                .run(
                        "--touchline.kafka.bootstrap=" + kafka.bootstrap(),
                        "--touchline.kafka.namespace=" + kafka.namespace().prefix(),
                        "--touchline.kafka.partitions=" + kafka.partitions(),
                        "--touchline.postgres.url=" + postgres,
                        "--touchline.data=" + folder,
                        "--alert.channel.port=0",
                        "--alert.channel.outside-live=true",
                        "--alert.history.outside-live=true",
                        "--alert.history.bankroll-interval=100ms");
    }

    private static int port(ConfigurableApplicationContext service) {
        return service.getBean(AlertConfiguration.EdgeChannel.class).port();
    }

    private static void send(RecordSender sender, String script) {
        for (SpecificRecord record : MatchScript.read(script)) {
            switch (record) {
                case OddsUpdate odds -> sender.send(Topics.LIVE_ODDS, Records.FIXTURE, odds, odds.getObservedAt());
                case Prediction prediction ->
                    sender.send(Topics.PREDICTIONS, Records.FIXTURE, prediction, prediction.getAsOf());
                case MarketSnapshot snapshot ->
                    sender.send(Topics.MARKET_SNAPSHOTS, Records.FIXTURE, snapshot, snapshot.getAsOf());
                case MatchState state -> sender.send(Topics.LIVE_SCORES, Records.FIXTURE, state, state.getObservedAt());
                case MatchResult result ->
                    sender.send(Topics.MATCH_RESULTS, Records.FIXTURE, result, result.getResultAt());
                default -> throw new IllegalArgumentException(record.toString());
            }
            sender.flush();
        }
    }

    /** Records that the alert application has not answered yet. */
    private long lag() {
        try (TopicAdmin admin = new TopicAdmin(kafka)) {
            Map<?, Long> lags = admin.lags().getOrDefault(kafka.namespace().name(AlertTopology.APPLICATION), Map.of());
            return lags.isEmpty()
                    ? 1
                    : lags.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private static List<String> rows(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }
}
