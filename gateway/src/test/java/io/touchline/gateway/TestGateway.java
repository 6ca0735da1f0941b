package io.touchline.gateway;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.touchline.gateway.access.ApiKey;
import io.touchline.gateway.access.ApiKeys;
import io.touchline.gateway.access.FileApiKeys;
import io.touchline.gateway.access.Role;
import io.touchline.gateway.rest.Parts;
import io.touchline.gateway.rest.PastMatches;
import io.touchline.gateway.socket.EdgeRelay;
import io.touchline.gateway.view.AlertView;
import io.touchline.gateway.view.MatchView;
import io.touchline.gateway.view.OutcomeView;
import io.touchline.gateway.view.Views;
import io.touchline.platform.store.MemoryCache;
import io.touchline.platform.topic.Received;
import io.touchline.schema.FixtureLink;
import io.touchline.schema.Topic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway's server on a free port, its views fed by hand: no broker. Every request has a time limit. */
public final class TestGateway implements AutoCloseable {

    /** What the feature service's projections keep, by fixture. */
    public final java.util.Map<String, io.touchline.schema.FeatureVector> keptVectors = new java.util.HashMap<>();

    /** What the feature service says out of its state; nothing by itself. */
    public io.touchline.gateway.rest.VectorSource stateVectors = io.touchline.gateway.rest.VectorSource.NONE;

    /** What the prediction service says; nobody answers by itself. */
    public io.touchline.gateway.rest.PredictionSource predictions = io.touchline.gateway.rest.PredictionSource.NONE;

    /** Far above what a request takes; keeps a fault from becoming a hang. */
    public static final Duration LIMIT = Duration.ofSeconds(30);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public final Views views =
            new Views(new MatchView(Duration.ofDays(30), 1000, 100), new AlertView(50), new OutcomeView(1000));
    public final List<Parts.Part> parts = new ArrayList<>(List.of(new Parts.Part("view matches", "UP", "", true)));
    public final List<FixtureLink> links = new CopyOnWriteArrayList<>();
    public final ApiKeys keys;
    public final String readerKey;
    public final String traderKey;
    public final String adminKey;
    /** The wall's clock of keys and limits, in milliseconds. */
    public final AtomicLong wall = new AtomicLong(Samples.NOW.toEpochMilli());

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final AtomicLong offsets = new AtomicLong();
    private final GatewayServer server;

    public TestGateway(Path folder) {
        this(folder, Map.of());
    }

    public TestGateway(Path folder, Map<String, String> settings) {
        keys = new FileApiKeys(folder.resolve("api-keys.json"));
        readerKey = key(Role.READER);
        traderKey = key(Role.TRADER);
        adminKey = key(Role.ADMIN);
        Map<String, String> all = new HashMap<>(settings);
        all.put("gateway.port", "0");
        all.put("gateway.host", "127.0.0.1");
        all.putIfAbsent("gateway.limit.requests-per-minute", "100000");
        GatewayProperties properties =
                new Binder(new MapConfigurationPropertySource(all)).bindOrCreate("gateway", GatewayProperties.class);
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        EdgeRelay relay = new EdgeRelay(properties.edgeUrl(), properties.limit().frameBytes());
        Parts state = new Parts() {
            @Override
            public Mono<List<Part>> parts() {
                return Mono.just(List.copyOf(parts));
            }

            @Override
            public int sockets() {
                return relay.open();
            }

            @Override
            public int keys() {
                return keys.size();
            }

            @Override
            public String prometheus() {
                return meters.scrape();
            }
        };
        server = GatewayConfiguration.server(
                properties,
                views,
                PastMatches.NONE,
                id -> stateVectors.newest(id),
                id -> Mono.justOrEmpty(keptVectors.get(id)),
                vector -> predictions.predict(vector),
                state,
                link -> {
                    links.add(link);
                    return Mono.empty();
                },
                relay,
                keys,
                new MemoryCache(),
                () -> Samples.NOW,
                () -> Instant.ofEpochMilli(wall.get()),
                meters);
        server.start();
    }

    private String key(Role role) {
        ApiKey.Fresh fresh = ApiKey.create(role.name(), role, 0, Samples.NOW, new SecureRandom());
        keys.add(fresh.kept());
        return fresh.text();
    }

    /** Gives a record to the views, as partition 0. */
    public <V extends SpecificRecord> void feed(Topic<V> topic, V value) {
        views.accept(new Received<>(topic, "", value, Samples.NOW, 0, offsets.getAndIncrement()));
    }

    public int port() {
        return server.port();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** Asks with the trader's key. */
    public HttpResponse<String> get(String path) {
        return send(path, request -> request.header("X-API-Key", traderKey));
    }

    /** The answer's JSON, which must come with status 200. */
    public JsonNode json(String path) {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return json(response);
    }

    public JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    /** Posts JSON with the trader's key. */
    public HttpResponse<String> post(String path, String body) {
        return send(
                path,
                request -> request.header("X-API-Key", traderKey)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> change) {
        HttpRequest request =
                change.apply(HttpRequest.newBuilder(uri(path)).timeout(LIMIT)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(path + " cannot be asked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Follows server-sent events with the trader's key. */
    public EventReader events(String path, @Nullable String lastEventId) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path)).header("X-API-Key", traderKey).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return new EventReader(http, request.build());
    }

    public HttpClient http() {
        return http;
    }

    @Override
    public void close() {
        http.shutdownNow();
        server.stop();
    }
}
