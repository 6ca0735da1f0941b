package io.touchline.odds;

import static io.touchline.odds.MatchScript.FIXTURE;
import static io.touchline.odds.MatchScript.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.odds.history.OddsHistory;
import io.touchline.platform.stream.StreamsRunner;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.RecordSender;
import io.touchline.platform.topic.TopicAdmin;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Topics;
import io.touchline.testkit.Await;
import io.touchline.testkit.TestBroker;
import io.touchline.testkit.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it runs: a real broker and a real Postgres. */
class OddsIT {

    private static final String SCRIPT = """
            -2880'  QUOTE    bet365    1X2       1.45 4.60 8.00
            -2880'  QUOTE    bwin      1X2       1.42 4.50 7.50
            -2880'  QUOTE    bet365    AH -1.25  1.95 1.95
            -1'     CLOSING  bet365    1X2       1.40 4.80 8.50
            -1'     CLOSING  pinnacle  1X2       1.43 4.90 8.60
            """;

    private final KafkaSettings kafka = TestBroker.shared().settings();

    @TempDir
    private Path folder;

    @Test
    void snapshotsAndHistory_acrossARestartAndARepeat() throws Exception {
        String url = TestPostgres.freshUrl();
        try (RecordSender sender = new RecordSender(kafka);
                var snapshots = TestBroker.tail(kafka, Topics.MARKET_SNAPSHOTS);
                var rejections = TestBroker.tail(kafka, Topics.REJECTIONS)) {
            List<OddsUpdate> updates = new ArrayList<>(MatchScript.of("football-data", SCRIPT));
            OddsUpdate bad = MatchScript.of("football-data", "-1' CLOSING bwin 1X2 1.00 4.80 8.50")
                    .getFirst();
            updates.add(bad);
            try (ConfigurableApplicationContext service = service(url)) {
                send(sender, updates);
                MarketSnapshot last = snapshots.await(6).getLast();
                assertThat(last.getFixtureId()).isEqualTo(FIXTURE);
                assertThat(last.getAsOf()).isEqualTo(minute(-1));
                assertThat(last.getMarkets()).hasSize(2);
                assertThat(last.getMarkets().getFirst().getBookmakers()).isEqualTo(2);
                assertThat(last.getMarkets().getFirst().getSharpProbabilities()).hasSize(3);
                assertThat(rejections.await(1).getFirst().getReason()).isEqualTo("ODDS_OUT_OF_RANGE");
                Await.until(
                        "six quotes in Postgres",
                        () -> rows(url, "SELECT count(*) FROM odds.odds_history"),
                        rows -> rows.equals(List.of("6")));
                assertThat(service.getBean(HealthIndicator.class).health().getStatus())
                        .isEqualTo(Status.UP);
            }
            try (ConfigurableApplicationContext service = service(url)) {
                send(sender, updates);
                send(sender, MatchScript.of("football-data", "-1' CLOSING coral 1X2 1.41 4.70 8.40"));
                MarketSnapshot last = snapshots.await(7).getLast();
                assertThat(last.getMarkets().getFirst().getBookmakers())
                        .as("the book of before the restart and the new quote")
                        .isEqualTo(3);
                assertThat(snapshots.values()).as("the repeats told nothing").hasSize(7);
                Await.until(
                        "the seventh quote",
                        () -> rows(url, "SELECT count(*) FROM odds.odds_history"),
                        rows -> rows.equals(List.of("7")));
                Await.until("all offsets committed", this::lag, lag -> lag == 0);
                assertThat(service.getBean(StreamsRunner.class).replacedThreads())
                        .isZero();
            }
            assertThat(rows(url, """
                    SELECT bookmaker || ' ' || market || ' ' || coalesce(line::text, '-') || ' ' || closing || ' ' || back_odds[1]
                    FROM odds.closing_odds ORDER BY market, bookmaker"""))
                    .containsExactly(
                            "bet365 ASIAN_HANDICAP -1.25 false 1.95",
                            "bet365 MATCH_RESULT - true 1.4",
                            "bwin MATCH_RESULT - true 1",
                            "coral MATCH_RESULT - true 1.41",
                            "pinnacle MATCH_RESULT - true 1.43");
            assertThat(rows(
                            url,
                            "SELECT kind FROM odds.bookmakers WHERE bookmaker IN ('pinnacle', 'bwin') ORDER BY kind"))
                    .containsExactly("sharp", "soft");
            assertThat(rows(url, "SELECT selections::text FROM odds.betting_markets WHERE market = 'MATCH_RESULT'"))
                    .containsExactly("{HOME,DRAW,AWAY}");
            assertThat(
                            rows(
                                    url,
                                    "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'odds.odds_history'::regclass"))
                    .containsExactly("odds.odds_history_2023_05");
        }
    }

    @Test
    void withoutPostgresStreamsGoOnAndTheSinkCatchesUpLater() throws Exception {
        try (RecordSender sender = new RecordSender(kafka);
                var snapshots = TestBroker.tail(kafka, Topics.MARKET_SNAPSHOTS)) {
            // a port where nothing listens: the database is away
            try (ConfigurableApplicationContext service = service("jdbc:postgresql://127.0.0.1:1/none")) {
                send(sender, MatchScript.of("football-data", SCRIPT));
                assertThat(snapshots.await(5)).hasSize(5);
                OddsHistory history = service.getBean(OddsConfiguration.HistorySink.class)
                        .sink()
                        .orElseThrow();
                Await.until(
                        "the sink tells what is wrong", () -> !history.problem().isEmpty());
                assertThat(lag()).as("nothing was committed").isPositive();
            }
            String url = TestPostgres.freshUrl();
            try (ConfigurableApplicationContext service = service(url)) {
                Await.until(
                        "five quotes in Postgres",
                        () -> rows(url, "SELECT count(*) FROM odds.odds_history"),
                        rows -> rows.equals(List.of("5")));
                assertThat(service.getBean(OddsConfiguration.HistorySink.class)
                                .sink()
                                .orElseThrow()
                                .problem())
                        .isEmpty();
            }
        }
    }

    private ConfigurableApplicationContext service(String postgres) {
        return new SpringApplicationBuilder(OddsConfiguration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                .initializers(context -> context.getBeanFactory()
                        .registerSingleton("testRegistry", TestBroker.shared().registry()))
                // arguments, as they win over whatever the environment holds
                .run(
                        "--touchline.kafka.bootstrap=" + kafka.bootstrap(),
                        "--touchline.kafka.namespace=" + kafka.namespace().prefix(),
                        "--touchline.kafka.partitions=2",
                        "--touchline.postgres.url=" + postgres,
                        "--touchline.data=" + folder,
                        "--odds.history.outside-live=true");
    }

    private void send(RecordSender sender, List<OddsUpdate> updates) {
        updates.forEach(update -> sender.send(Topics.LIVE_ODDS, update.getFixtureId(), update, update.getObservedAt()));
        sender.flush();
    }

    private long lag() {
        try (TopicAdmin admin = new TopicAdmin(kafka)) {
            String group = kafka.namespace().name(OddsHistory.GROUP);
            Map<?, Long> lags = admin.lags().getOrDefault(group, Map.of());
            return lags.isEmpty()
                    ? 1
                    : lags.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private static List<String> rows(String url, String query) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        } catch (SQLException notYet) {
            rows.add(String.valueOf(notYet.getMessage()));
        }
        return rows;
    }
}
