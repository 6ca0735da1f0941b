package io.touchline.gateway.rest;

import io.touchline.gateway.view.Views;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** All of REST: every endpoint, the document that describes them, and the meters. */
public final class RestApi {

    private final List<Endpoint> endpoints;
    private final Json json;
    private final Parts parts;
    private final byte[] document;

    /**
     * By its parts.
     *
     * @param state the feature service's own
     * @param projections where its vectors are kept
     * @param predictions the prediction service
     * @param links where links of vendors' fixtures go
     * @param clock of the matches: what is upcoming, what is today
     */
    public RestApi(
            Views views,
            PastMatches past,
            VectorSource state,
            VectorSource projections,
            PredictionSource predictions,
            AlertStream stream,
            Parts parts,
            LinkOutlet links,
            Json json,
            InstantSource clock) {
        List<Endpoint> all = new ArrayList<>();
        all.addAll(new MatchEndpoints(views, past, state, projections, clock).endpoints());
        all.addAll(new PredictEndpoint(views, predictions, clock).endpoints());
        all.addAll(new OddsEndpoints(views, clock).endpoints());
        all.addAll(new PredictionEndpoints(views).endpoints());
        all.addAll(new CustomEndpoint(views, state.or(projections), predictions, clock).endpoints());
        all.addAll(new AlertEndpoints(views, stream, clock).endpoints());
        all.addAll(new PerformanceEndpoints(views.outcomes()).endpoints());
        all.addAll(new SystemEndpoints(views, parts, clock).endpoints());
        all.addAll(new SourceEndpoints(views, clock).endpoints());
        all.addAll(new UnmatchedEndpoints(views, links, clock).endpoints());
        this.endpoints = List.copyOf(all);
        this.json = json;
        this.parts = parts;
        this.document = json.bytes(OpenApi.of(endpoints, version()));
    }

    /** The routes. */
    public RouterFunction<ServerResponse> routes() {
        return Routes.of(endpoints, json)
                .and(RouterFunctions.route(RequestPredicates.GET("/docs/openapi.json"), this::document))
                .and(RouterFunctions.route(RequestPredicates.GET("/metrics"), this::metrics));
    }

    private Mono<ServerResponse> document(ServerRequest request) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .bodyValue(document);
    }

    private Mono<ServerResponse> metrics(ServerRequest request) {
        String text = parts.prometheus();
        return text.isEmpty()
                ? Mono.error(new ProblemException(HttpStatus.NOT_FOUND, "nobody collects meters here"))
                : ServerResponse.ok()
                        .contentType(MediaType.parseMediaType("text/plain; version=0.0.4; charset=utf-8"))
                        .bodyValue(text);
    }

    private static String version() {
        String version = RestApi.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
