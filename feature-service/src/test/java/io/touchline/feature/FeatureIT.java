package io.touchline.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.feature.MadeLeague.Event;
import io.touchline.feature.vector.FeatureStore;
import io.touchline.platform.store.Cache;
import io.touchline.platform.stream.StreamsRunner;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.RecordSender;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Topics;
import io.touchline.testkit.Await;
import io.touchline.testkit.StreamsRest;
import io.touchline.testkit.TestBroker;
import io.touchline.testkit.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it runs, over a real broker and a real Postgres: the same vectors as the topologies in one thread, across a restart. */
class FeatureIT {

    private final KafkaSettings kafka = TestBroker.shared().settings();
    private final List<Event> events = new MadeLeague(21, 4, 1)
            .events().stream()
                    .filter(event -> event.at().isBefore(Instant.parse("2015-09-01T00:00:00Z")))
                    .toList();

    @TempDir
    private Path folder;

    @Test
    @Timeout(170)
    void givesTheSameVectorsAsOneThread_acrossARestart_andStoresThem() {
        String url = TestPostgres.freshUrl();
        TreeMap<Instant, List<Event>> moments = new TreeMap<>();
        events.forEach(event ->
                moments.computeIfAbsent(event.at(), at -> new ArrayList<>()).add(event));
        List<Instant> order = List.copyOf(moments.keySet());
        int half = order.size() / 2;
        try (RecordSender sender = new RecordSender(kafka);
                var vectors = TestBroker.tail(kafka, Topics.FEATURE_VECTORS)) {
            try (ConfigurableApplicationContext service = service(url)) {
                order.subList(0, half).forEach(at -> publish(sender, moments.get(at)));
                assertThat(service.getBean(HealthIndicator.class).health().getStatus())
                        .isEqualTo(Status.UP);
            }
            Map<String, FeatureVector> expected = expected();
            try (ConfigurableApplicationContext service = service(url)) {
                order.subList(half, order.size()).forEach(at -> publish(sender, moments.get(at)));
                assertThat(byKey(vectors.await(expected.size()))).isEqualTo(expected);
                assertThat(service.getBeansOfType(StreamsRunner.class).values())
                        .extracting(StreamsRunner::replacedThreads)
                        .containsOnly(0);
                stored(url, expected);
                FeatureVector last = vectors.values().getLast();
                assertThat(service.getBean(Cache.class).find("match:" + last.getFixtureId() + ":features"))
                        .get()
                        .asString()
                        .contains("\"asOf\":\"" + last.getAsOf() + "\"", "\"xg_for_20_home\":null", "\"elo_home\":1");
            }
        }
    }

    private Map<String, FeatureVector> expected() {
        try (Pipeline pipeline = new Pipeline().publish(events)) {
            assertThat(pipeline.vectors).hasSizeGreaterThanOrEqualTo(16);
            return byKey(pipeline.vectors);
        }
    }

    private static Map<String, FeatureVector> byKey(List<FeatureVector> vectors) {
        return vectors.stream()
                .collect(Collectors.toMap(
                        vector -> vector.getFixtureId() + "|" + vector.getCutoff() + "|" + vector.getAsOf(),
                        vector -> vector,
                        (one, other) -> other,
                        TreeMap::new));
    }

    private static void stored(String url, Map<String, FeatureVector> expected) {
        Await.until(
                "all vectors in Postgres",
                () -> rows(url, "SELECT count(*) FROM feature.feature_vectors"),
                rows -> rows.equals(List.of(String.valueOf(expected.size()))));
        FeatureVector one = expected.values().iterator().next();
        int place = FeatureCatalogue.position("market_fair_home") + 1;
        assertThat(rows(
                        url,
                        "SELECT features[%d] FROM feature.feature_vectors WHERE fixture_id = '%s' AND cutoff = '%s'"
                                .formatted(place, one.getFixtureId(), one.getCutoff())))
                .containsExactly(String.valueOf(FeatureCatalogue.value(one, "market_fair_home")));
        assertThat(rows(url, "SELECT count(*) FROM feature.feature_coverage"))
                .containsExactly(String.valueOf(FeatureCatalogue.shipped().size()));
        assertThat(
                        rows(
                                url,
                                "SELECT vectors || ' ' || known FROM feature.feature_coverage WHERE feature IN ('elo_home', 'form_points_20_home') ORDER BY place"))
                .containsExactly(expected.size() + " " + expected.size(), expected.size() + " 0");
    }

    /** Publishes what becomes known at one moment and waits until every effect of it is there. */
    private void publish(RecordSender sender, List<Event> moment) {
        ServiceRun.send(sender, moment);
        try (StreamsRest rest = ServiceRun.rest(kafka, FeatureStore.GROUP)) {
            rest.await();
        }
    }

    private ConfigurableApplicationContext service(String postgres) {
        return ServiceRun.service(
                kafka,
                TestBroker.shared().registry(),
                folder,
                "--touchline.postgres.url=" + postgres,
                "--feature.store.outside-live=true");
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
