package io.touchline.gateway.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Makes the routes of the endpoints: what no route takes is 404, a known path asked in another way is 405, an answer that the caller cannot read is 406. */
final class Routes {

    private Routes() {}

    static RouterFunction<ServerResponse> of(List<Endpoint> endpoints, Json json) {
        RouterFunctions.Builder routes = RouterFunctions.route();
        Map<PathPattern, TreeSet<String>> methods = new LinkedHashMap<>();
        for (Endpoint endpoint : endpoints) {
            RequestPredicate path = RequestPredicates.path(endpoint.path());
            HandlerFunction<ServerResponse> handler = request -> answer(request, endpoint, json);
            routes.route(path.and(RequestPredicates.method(endpoint.method())), handler);
            TreeSet<String> allowed = methods.computeIfAbsent(
                    PathPatternParser.defaultInstance.parse(endpoint.path()), pattern -> new TreeSet<>());
            allowed.add(endpoint.method().name());
            if (endpoint.method() == HttpMethod.GET) {
                routes.route(path.and(RequestPredicates.method(HttpMethod.HEAD)), handler);
                allowed.add(HttpMethod.HEAD.name());
            }
        }
        methods.forEach((pattern, allowed) -> routes.route(
                RequestPredicates.path(pattern.getPatternString()),
                request -> Mono.error(new MethodProblem(String.join(", ", allowed), request.method()))));
        return routes.build();
    }

    private static Mono<ServerResponse> answer(ServerRequest request, Endpoint endpoint, Json json) {
        MediaType ours = endpoint.answer().shape() == Endpoint.Shape.STREAM
                ? MediaType.TEXT_EVENT_STREAM
                : MediaType.APPLICATION_JSON;
        List<MediaType> accepted = request.headers().accept();
        if (!accepted.isEmpty() && accepted.stream().noneMatch(ours::isCompatibleWith)) {
            return Mono.error(new ProblemException(HttpStatus.NOT_ACCEPTABLE, "the answer is " + ours));
        }
        Call call = new Call(request, endpoint, json);
        return Mono.defer(() -> {
            call.check();
            return endpoint.action().answer(call);
        });
    }

    /** 405 with the methods that there are. */
    private static final class MethodProblem extends ResponseStatusException {
        private static final long serialVersionUID = 1L;
        private final String allowed;

        MethodProblem(String allowed, HttpMethod asked) {
            super(HttpStatus.METHOD_NOT_ALLOWED, asked + " is not offered here; " + allowed + " are");
            this.allowed = allowed;
        }

        @Override
        public HttpHeaders getHeaders() {
            HttpHeaders headers = new HttpHeaders();
            headers.set(HttpHeaders.ALLOW, allowed);
            return headers;
        }
    }
}
