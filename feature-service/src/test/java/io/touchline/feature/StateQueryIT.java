package io.touchline.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.feature.MadeLeague.Event;
import io.touchline.feature.query.QueryServer;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Namespace;
import io.touchline.platform.topic.RecordJson;
import io.touchline.platform.topic.RecordSender;
import io.touchline.platform.topic.TopicAdmin;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Topics;
import io.touchline.testkit.Await;
import io.touchline.testkit.StreamsRest;
import io.touchline.testkit.TestBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Either of two instances answers for all fixtures out of the state stores, and one alone when the other is gone. */
class StateQueryIT {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final TestBroker broker = TestBroker.shared();
    private final List<Event> events = new MadeLeague(21, 4, 1)
            .events().stream()
                    .filter(event -> event.at().isBefore(Instant.parse("2015-08-30T00:00:00Z")))
                    .toList();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<String> answeredBy = new HashSet<>();

    @TempDir
    private Path folder;

    @Test
    @Timeout(170)
    void anyInstanceAnswersForAll() {
        KafkaSettings kafka =
                new KafkaSettings(broker.bootstrap(), broker.registry(), new Namespace("state-query."), 4, (short) 1);
        TopicAdmin.createAll(kafka);
        Map<String, FeatureVector> last = new HashMap<>();
        try (RecordSender sender = new RecordSender(kafka);
                StreamsRest rest = ServiceRun.rest(kafka);
                var vectors = TestBroker.tail(kafka, Topics.FEATURE_VECTORS);
                ConfigurableApplicationContext one = service(kafka, "one")) {
            try (ConfigurableApplicationContext two = service(kafka, "two")) {
                for (Event event : events) {
                    ServiceRun.send(sender, List.of(event));
                }
                rest.await();
                vectors.values().forEach(vector -> last.put(vector.getFixtureId(), vector));
                assertThat(last).hasSizeGreaterThanOrEqualTo(6);
                asked(one, last);
                asked(two, last);
                assertThat(answeredBy).as("both hold a part").hasSize(2);
            }
            answeredBy.clear();
            asked(one, last);
            assertThat(answeredBy).as("one took over").hasSize(1);
        }
    }

    private void asked(ConfigurableApplicationContext instance, Map<String, FeatureVector> last) {
        last.forEach((id, vector) -> {
            StringBuilder expected = new StringBuilder();
            RecordJson.write(vector, expected);
            assertThat(json(instance, QueryServer.path(id, "vector"))).isEqualTo(tree(expected.toString()));
            assertThat(json(instance, QueryServer.path(id, "part"))
                            .path("homeTeam")
                            .asString())
                    .isEqualTo(vector.getHomeTeam());
            assertThat(json(instance, QueryServer.path(id, "market"))
                            .path("samples")
                            .size())
                    .isPositive();
        });
        String played = events.stream()
                .filter(event -> event.value() instanceof io.touchline.schema.MatchResult)
                .map(Event::fixtureId)
                .findFirst()
                .orElseThrow();
        String competition = played.split(":")[1];
        String team = played.split(":")[3];
        JsonNode told = json(
                instance,
                "/teams?association="
                        + io.touchline.feature.state.Associations.of(played, competition)
                                .replace("/", "%2F") + "&team="
                        + team);
        assertThat(told.path("matches").asInt()).isPositive();
        assertThat(told.path("last").get(0).path("fixtureId").asString()).contains(team);
        assertThat(ask(instance, "/features/nobody:knows/vector").statusCode()).isEqualTo(404);
    }

    private JsonNode json(ConfigurableApplicationContext instance, String path) {
        HttpResponse<String> answer =
                Await.until(path, () -> ask(instance, path), response -> response.statusCode() == 200);
        answeredBy.add(answer.headers().firstValue(QueryServer.ANSWERED_BY).orElse(""));
        return tree(answer.body());
    }

    private HttpResponse<String> ask(ConfigurableApplicationContext instance, String path) {
        String address = instance.getBean(QueryServer.class).address();
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://" + address + path))
                            .timeout(LIMIT)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode tree(String text) {
        return new ObjectMapper().readTree(text);
    }

    private ConfigurableApplicationContext service(KafkaSettings kafka, String name) {
        return ServiceRun.service(
                kafka, broker.registry(), folder.resolve(name), "--touchline.kafka.standby-replicas=1");
    }
}
