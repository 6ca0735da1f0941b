package io.touchline.gateway.rest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * One thing that can be asked: the route and its documentation together.
 *
 * @param path with {@code {id}} where a match id belongs
 * @param body type of the request's body; null for none
 * @param answer what comes back with 200
 */
record Endpoint(
        HttpMethod method,
        String path,
        String summary,
        List<Parameter> parameters,
        @Nullable Class<?> body,
        Answer answer,
        Action action) {

    /** How the answer is shaped. */
    enum Shape {
        /** One record as JSON. */
        ONE,
        /** A {@link Page} of records as JSON. */
        PAGE,
        /** Server-sent events, each a record as JSON. */
        STREAM
    }

    /** What comes back. */
    record Answer(Shape shape, Class<?> type) {}

    /** Gives the answer. */
    @FunctionalInterface
    interface Action {
        Mono<ServerResponse> answer(Call call);
    }

    /** A question for one record. */
    static Endpoint get(String path, String summary, Class<?> type, Action action, Parameter... parameters) {
        return new Endpoint(
                HttpMethod.GET, path, summary, List.of(parameters), null, new Answer(Shape.ONE, type), action);
    }

    /** A question for a list; {@code limit} and {@code cursor} come by themselves. */
    static Endpoint list(String path, String summary, Class<?> type, Action action, Parameter... parameters) {
        List<Parameter> all = new ArrayList<>(List.of(parameters));
        all.add(Parameter.LIMIT);
        all.add(Parameter.CURSOR);
        return new Endpoint(
                HttpMethod.GET, path, summary, List.copyOf(all), null, new Answer(Shape.PAGE, type), action);
    }

    /** A question for events as they happen. */
    static Endpoint stream(String path, String summary, Class<?> type, Action action, Parameter... parameters) {
        return new Endpoint(
                HttpMethod.GET, path, summary, List.of(parameters), null, new Answer(Shape.STREAM, type), action);
    }

    /** A question with a body. */
    static Endpoint post(String path, String summary, Class<?> body, Class<?> type, Action action) {
        return new Endpoint(HttpMethod.POST, path, summary, List.of(), body, new Answer(Shape.ONE, type), action);
    }
}
