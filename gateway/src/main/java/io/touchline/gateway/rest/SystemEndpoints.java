package io.touchline.gateway.rest;

import io.touchline.gateway.rest.SystemAnswers.Component;
import io.touchline.gateway.rest.SystemAnswers.Flow;
import io.touchline.gateway.rest.SystemAnswers.Health;
import io.touchline.gateway.rest.SystemAnswers.Status;
import io.touchline.gateway.view.Views;
import io.touchline.schema.Topic;
import io.touchline.schema.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code /health} and {@code /api/v1/system}. */
final class SystemEndpoints {

    private static final Set<String> FINE = Set.of("UP", "OFF");
    private static final Map<Topic<?>, String> STAGES = stages();

    private final Views views;
    private final Parts parts;
    private final InstantSource clock;
    private final Instant startedAt;

    SystemEndpoints(Views views, Parts parts, InstantSource clock) {
        this.views = views;
        this.parts = parts;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(
                        "/health",
                        "Whether the gateway is fit to answer; 503 while it is not",
                        Health.class,
                        this::health),
                Endpoint.get("/api/v1/system/status", "The state of the gateway", Status.class, this::status));
    }

    private Mono<ServerResponse> health(Call call) {
        return health().flatMap(health -> call.answerNow(
                health.status().equals("UP") || health.status().equals("DEGRADED")
                        ? HttpStatus.OK
                        : HttpStatus.SERVICE_UNAVAILABLE,
                health));
    }

    private Mono<ServerResponse> status(Call call) {
        Runtime runtime = Runtime.getRuntime();
        return health().flatMap(health -> call.answerNow(
                HttpStatus.OK,
                new Status(
                        health,
                        startedAt,
                        clock.instant(),
                        views.matches().countByStatus(),
                        views.alerts().last(),
                        views.outcomes().size(),
                        parts.keys(),
                        parts.sockets(),
                        runtime.totalMemory() - runtime.freeMemory(),
                        runtime.maxMemory())));
    }

    private Mono<Health> health() {
        return parts.parts()
                .map(all -> new Health(
                        overall(all),
                        all.stream()
                                .map(part -> new Component(
                                        part.name(), part.status(), part.cause().isEmpty() ? null : part.cause()))
                                .toList(),
                        flows()));
    }

    private static String overall(List<Parts.Part> parts) {
        if (parts.stream().anyMatch(part -> part.vital() && part.status().equals("DOWN"))) {
            return "DOWN";
        }
        if (parts.stream().anyMatch(part -> part.vital() && !FINE.contains(part.status()))) {
            return "CATCHING_UP";
        }
        return parts.stream().allMatch(part -> FINE.contains(part.status())) ? "UP" : "DEGRADED";
    }

    private List<Flow> flows() {
        return STAGES.entrySet().stream()
                .map(stage -> views.seen(stage.getKey())
                        .map(seen -> new Flow(stage.getValue(), stage.getKey().name(), seen.records(), seen.newestAt()))
                        .orElseGet(
                                () -> new Flow(stage.getValue(), stage.getKey().name(), 0, null)))
                .toList();
    }

    private static Map<Topic<?>, String> stages() {
        Map<Topic<?>, String> stages = new LinkedHashMap<>();
        stages.put(Topics.FIXTURES, "ingest");
        stages.put(Topics.LIVE_SCORES, "ingest");
        stages.put(Topics.MATCH_RESULTS, "ingest");
        stages.put(Topics.LIVE_ODDS, "odds");
        stages.put(Topics.MARKET_SNAPSHOTS, "odds");
        stages.put(Topics.FEATURE_VECTORS, "feature");
        stages.put(Topics.PREDICTIONS, "prediction");
        stages.put(Topics.VALUE_ALERTS, "alert");
        stages.put(Topics.ALERT_OUTCOMES, "alert");
        return stages;
    }
}
