package io.touchline.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.touchline.gateway.access.ApiKeys;
import io.touchline.gateway.rest.Parts;
import io.touchline.gateway.socket.EdgeRelay;
import io.touchline.gateway.view.ViewReaders;
import io.touchline.platform.store.Cache;
import io.touchline.platform.store.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** How the gateway's parts are, as {@code /health} tells it. */
final class GatewayParts implements Parts {

    private static final Duration DATABASE_LIMIT = Duration.ofSeconds(2);

    private final ViewReaders readers;
    private final EdgeRelay relay;
    private final Cache cache;
    private final Optional<Database> database;
    private final ApiKeys keys;
    private final MeterRegistry meters;

    GatewayParts(
            ViewReaders readers,
            EdgeRelay relay,
            Cache cache,
            Optional<Database> database,
            ApiKeys keys,
            MeterRegistry meters) {
        this.readers = readers;
        this.relay = relay;
        this.cache = cache;
        this.database = database;
        this.keys = keys;
        this.meters = meters;
    }

    @Override
    public Mono<List<Part>> parts() {
        List<Part> parts = new ArrayList<>();
        readers.states()
                .forEach((name, state) -> parts.add(new Part(
                        "view " + name, state.progress().name(), state.cause(), !name.equals(ViewReaders.DATA))));
        parts.add(
                relay.isOn()
                        ? part("alert socket", relay.problem())
                        : off("alert socket", "gateway.edge-url is not set"));
        parts.add(part("cache", cache.problem()));
        if (database.isEmpty()) {
            parts.add(off("postgres", "touchline.postgres.url is not set"));
            return Mono.just(List.copyOf(parts));
        }
        Database asked = database.get();
        return Mono.fromCallable(asked::problem)
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(DATABASE_LIMIT, Mono.just("Postgres does not answer within " + DATABASE_LIMIT))
                .map(problem -> {
                    parts.add(part("postgres", problem));
                    return List.copyOf(parts);
                });
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
        List<MeterRegistry> registries = meters instanceof CompositeMeterRegistry composite
                ? List.copyOf(composite.getRegistries())
                : List.of(meters);
        return registries.stream()
                .filter(PrometheusMeterRegistry.class::isInstance)
                .map(registry -> ((PrometheusMeterRegistry) registry).scrape())
                .findFirst()
                .orElse("");
    }

    private static Part part(String name, String problem) {
        return new Part(name, problem.isEmpty() ? "UP" : "DOWN", problem, false);
    }

    private static Part off(String name, String why) {
        return new Part(name, "OFF", why, false);
    }
}
