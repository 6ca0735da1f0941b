package io.touchline.gateway;

import static io.touchline.gateway.Samples.KICKOFF;
import static io.touchline.gateway.Samples.MATCH;
import static io.touchline.gateway.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.gateway.view.ViewReaders;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.RecordSender;
import io.touchline.schema.Topics;
import io.touchline.schema.serde.SchemaRegistry;
import io.touchline.testkit.Await;
import io.touchline.testkit.TestBroker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole gateway on a real broker. Every request and every wait has a time limit. */
class GatewayIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static KafkaSettings kafka;
    private static RecordSender sender;
    private static ConfigurableApplicationContext context;
    private static HttpClient http;
    private static Path data;

    @BeforeAll
    static void start(@TempDir Path folder) {
        data = folder;
        kafka = TestBroker.shared().settings();
        sender = new RecordSender(kafka);
        sender.send(Topics.FIXTURES, MATCH, Samples.fixture(MATCH, KICKOFF, "SCHEDULED", NOW), NOW);
        sender.send(Topics.VALUE_ALERTS, MATCH, Samples.alert("a1", MATCH, "OPENED", 1, 0.1, NOW), NOW);
        sender.flush();
        http = HttpClient.newBuilder().connectTimeout(TestGateway.LIMIT).build();
        context = run();
    }

    private static ConfigurableApplicationContext run() {
        List<String> settings = new ArrayList<>();
        Map.of(
                        "gateway.port", "0",
                        "gateway.limit.requests-per-minute", "100000",
                        "touchline.kafka.bootstrap", kafka.bootstrap(),
                        "touchline.kafka.namespace", kafka.namespace().prefix(),
                        "touchline.data", data.toString())
                .forEach((name, value) -> settings.add("--" + name + "=" + value));
        return new SpringApplicationBuilder(GatewayApplication.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .initializers(fresh -> {
                    fresh.getBeanFactory().registerSingleton("clock", (InstantSource) () -> NOW);
                    fresh.getBeanFactory().registerSingleton("registry", (SchemaRegistry)
                            TestBroker.shared().registry());
                })
                .run(settings.toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        http.shutdownNow();
        context.close();
        sender.close();
    }

    private static int port() {
        return context.getBean(GatewayServer.class).port();
    }

    private static HttpRequest.Builder request(String path) {
        try {
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                    .timeout(TestGateway.LIMIT)
                    .header(
                            "X-API-Key",
                            Files.readString(data.resolve("gateway/admin.key")).strip());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpResponse<String> get(String path) {
        try {
            return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(path + " cannot be asked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static JsonNode json(String path) {
        return JSON.readTree(get(path).body());
    }

    @Test
    void showsWhatWasThere_whatComes_andTheSameAfterARestart() throws InterruptedException {
        assertThat(context.getEnvironment().getProperty("local.server.port")).isEqualTo(Integer.toString(port()));
        assertThat(context.getBean(ViewReaders.class).awaitCaughtUp(Await.LIMIT))
                .isTrue();
        assertThat(get("/health").statusCode()).isEqualTo(200);
        assertThat(json("/api/v1/matches").at("/items/0/home/name").asString()).isEqualTo("Arsenal");
        assertThat(json("/api/v1/alerts").at("/items/0/state").asString()).isEqualTo("OPENED");
        try (EventReader events = new EventReader(
                http,
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/api/v1/alerts/stream"))
                        .header(
                                "X-API-Key",
                                request("/")
                                        .build()
                                        .headers()
                                        .firstValue("X-API-Key")
                                        .orElseThrow())
                        .build())) {
            assertThat(events.next()).containsEntry("comment", "welcome");
            sender.send(
                    Topics.LIVE_ODDS,
                    MATCH,
                    Samples.odds(MATCH, KICKOFF, NOW, Samples.quote("pinnacle", 2.1, 3.4, 3.9, NOW)),
                    NOW);
            sender.send(Topics.VALUE_ALERTS, MATCH, Samples.alert("a1", MATCH, "CLOSED", 2, 0.1, NOW), NOW);
            sender.flush();
            Map<String, String> event = events.nextEvent();
            assertThat(event.get("data")).contains("\"alertId\":\"a1\",\"state\":\"CLOSED\"");
            JsonNode odds = Await.until(
                    "a quote", () -> json("/api/v1/odds/matches/" + MATCH).get("quotes"), quotes -> quotes.size() == 1);
            assertThat(odds.at("/0/bookmaker").asString()).isEqualTo("pinnacle");
            JsonNode before = json("/api/v1/matches/" + MATCH);

            context.close();
            context = run();
            assertThat(context.getBean(ViewReaders.class).awaitCaughtUp(Await.LIMIT))
                    .isTrue();
            assertThat(json("/api/v1/matches/" + MATCH)).isEqualTo(before);
            try (EventReader again = new EventReader(
                    http,
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/api/v1/alerts/stream"))
                            .header(
                                    "X-API-Key",
                                    request("/")
                                            .build()
                                            .headers()
                                            .firstValue("X-API-Key")
                                            .orElseThrow())
                            .header("Last-Event-ID", event.get("id"))
                            .build())) {
                assertThat(again.next()).containsEntry("comment", "welcome");
                sender.send(Topics.VALUE_ALERTS, MATCH, Samples.alert("a1", MATCH, "GRADED", 3, 0.1, NOW), NOW);
                sender.flush();
                assertThat(again.nextEvent().get("data")).contains("\"alertId\":\"a1\",\"state\":\"GRADED\"");
            }
        }
    }
}
