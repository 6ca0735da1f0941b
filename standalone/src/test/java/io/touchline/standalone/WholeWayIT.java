package io.touchline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.time.ScaledClock;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Namespace;
import io.touchline.platform.topic.TopicAdmin;
import io.touchline.schema.serde.HttpSchemaRegistry;
import io.touchline.simulator.DemoLeague;
import io.touchline.simulator.league.LeaguePlan;
import io.touchline.standalone.count.PipelineCounter;
import io.touchline.standalone.count.PipelineCounts;
import io.touchline.standalone.count.Tally;
import io.touchline.standalone.embedded.EmbeddedPlatform;
import io.touchline.standalone.embedded.PlatformAddresses;
import io.touchline.standalone.embedded.PlatformSettings;
import io.touchline.standalone.embedded.PortChoice;
import io.touchline.standalone.service.ServiceSettings;
import io.touchline.standalone.service.Services;
import io.touchline.standalone.service.Stage;
import io.touchline.testkit.Await;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole way once, on the embedded platform: vendors over real sockets, all six services, alerts on topics, REST and socket, grades after
 * the matches, nothing lost. The outer limits say nothing of speed; they keep a fault from becoming a hang.
 */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class WholeWayIT {

    private static final Path ARCHIVE =
            Path.of("target/registry/apicurio-registry.tar.gz").toAbsolutePath();
    private static final Duration ASK = Duration.ofSeconds(30);
    private static final Duration ALERTS_LIMIT = Duration.ofMinutes(3);
    private static final Duration GRADES_LIMIT = Duration.ofMinutes(4);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(60);
    private static final double SPEED = 100;

    /** Live topics forget by the records' own time, so the league must not lie further back than the shortest of them keeps. */
    private static final Duration HEAD_START = Duration.ofDays(2);

    /** One round of ten matches soon after the start, the next one after the test. */
    private static final LeaguePlan PLAN = new LeaguePlan(
            Duration.ofMinutes(90),
            Duration.ofMinutes(2),
            1,
            Duration.ofHours(12),
            Duration.ofDays(6),
            Duration.ofDays(5),
            Duration.ofHours(5));

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(ASK).build();
    private final JsonMapper json = JsonMapper.builder().build();

    @TempDir
    Path home;

    @Test
    void vendorsToAlerts_topicsRestAndSocket_gradesAndNothingLost() throws Exception {
        Tally tally = new Tally();
        try (EmbeddedPlatform platform = EmbeddedPlatform.start(PlatformSettings.anyPorts(home, ARCHIVE), line -> {})) {
            KafkaSettings kafka = kafka(platform.addresses());
            TopicAdmin.createAll(kafka);
            ScaledClock clock = ScaledClock.held(Instant.now().minus(HEAD_START), SPEED);
            int port = PortChoice.any().resolve("");
            int predictionPort = PortChoice.any().resolve("");
            ServiceSettings settings = ServiceSettings.live(
                            platform.addresses(),
                            home.resolve("services"),
                            port,
                            PortChoice.any().resolve(""))
                    .with(Map.of(
                            "prediction.query.port",
                            String.valueOf(predictionPort),
                            "gateway.prediction-url",
                            "http://127.0.0.1:" + predictionPort))
                    .at(clock);
            try (DemoLeague league = DemoLeague.start(clock, 7, SPEED, PLAN);
                    PipelineCounter counter = PipelineCounter.start(kafka, tally);
                    Services services = Services.start(settings.with(league.properties()), EnumSet.allOf(Stage.class));
                    EdgeClient socket =
                            EdgeClient.connect(http, URI.create("ws://127.0.0.1:" + port + "/ws/edge"), key(), json)) {
                clock.release();
                socket.subscribe("alerts");
                PipelineCounts opened =
                        Await.until("alerts", ALERTS_LIMIT, counter::counts, counts -> counts.alertsOpened() >= 5);
                assertThat(opened.vectors()).isPositive();

                JsonNode heard = socket.firstAlert(ALERTS_LIMIT);
                String alertId = heard.get("alertId").asString();
                assertThat(heard.get("edge").asDouble()).isGreaterThanOrEqualTo(0.042);

                JsonNode shown = Await.until(
                        "the alert over REST",
                        () -> get(port, "/api/v1/alerts/" + alertId),
                        node -> node.has("alertId"));
                assertThat(shown.get("alertId").asString()).isEqualTo(alertId);
                assertThat(shown.get("matchId").asString())
                        .isEqualTo(heard.get("fixtureId").asString())
                        .startsWith("soccer:");

                JsonNode asked = ask(
                        port,
                        "/api/v1/predictions/custom",
                        "{\"matchId\": \"%s\", \"features\": {\"market_fair_home\": 0.6, \"market_fair_draw\": 0.25, \"market_fair_away\": 0.15}}"
                                .formatted(shown.get("matchId").asString()));
                assertThat(asked.path("matchId").asString())
                        .as(asked.toString())
                        .isEqualTo(shown.get("matchId").asString());
                assertThat(asked.get("votes").toString()).contains("market");

                List<GenericRecord> plain = PlainReader.read(platform.addresses(), "value_alerts", http, json);
                assertThat(plain)
                        .anySatisfy(alert -> assertThat(alert.get("alertId")).hasToString(alertId));

                Await.until("grades", GRADES_LIMIT, counter::counts, counts -> counts.alertsGraded() > 0);
                services.stopConnectors();
                PipelineCounts end = counter.drained(DRAIN_LIMIT);
                assertThat(end.lost())
                        .as(() -> end + " " + tally.lostExamples(10))
                        .isEqualTo(new PipelineCounts.Lost(0, 0, 0, 0));
                assertThat(end.alertsOpen() + end.alertsClosed() + end.alertsGraded())
                        .isEqualTo(end.alertsOpened());
                assertThat(end.matches()).isGreaterThanOrEqualTo(10);
            }
        }
    }

    private static KafkaSettings kafka(PlatformAddresses addresses) {
        return new KafkaSettings(
                addresses.bootstrap(),
                new HttpSchemaRegistry(URI.create(addresses.registryUrl()), ASK),
                Namespace.LIVE);
    }

    private String key() throws Exception {
        return Files.readString(home.resolve("services/gateway/admin.key")).strip();
    }

    private JsonNode get(int port, String path) {
        return send(path, request(port, path));
    }

    private JsonNode ask(int port, String path, String body) {
        return send(
                path,
                request(port, path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(ASK);
    }

    private JsonNode send(String path, HttpRequest.Builder request) {
        try {
            return json.readTree(
                    http.send(request.header("X-API-Key", key()).build(), HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (Exception e) {
            throw new IllegalStateException(path, e);
        }
    }
}
