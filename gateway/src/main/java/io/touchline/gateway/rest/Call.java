package io.touchline.gateway.rest;

import io.touchline.gateway.access.Caller;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

/** One request, with its parameters read and checked. */
final class Call {

    private static final int TAG_BYTES = 16;

    private final ServerRequest request;
    private final Endpoint endpoint;
    private final Json json;

    Call(ServerRequest request, Endpoint endpoint, Json json) {
        this.request = request;
        this.endpoint = endpoint;
        this.json = json;
    }

    /** Refuses parameters that the endpoint does not have (a slip of the pen would change the answer silently), twins, and the lack of a needed one. */
    void check() {
        request.queryParams().forEach((name, values) -> {
            if (endpoint.parameters().stream()
                    .noneMatch(known -> known.place() == Parameter.Place.QUERY
                            && known.name().equals(name))) {
                throw ProblemException.badParameter(name, "is not known here");
            }
            if (values.size() > 1) {
                throw ProblemException.badParameter(name, "was given more than once");
            }
        });
        for (Parameter parameter : endpoint.parameters()) {
            Optional<String> value = parameter.place() == Parameter.Place.QUERY
                    ? text(parameter.name())
                    : Optional.ofNullable(request.headers().firstHeader(parameter.name()));
            if (parameter.required() && value.isEmpty()) {
                throw ProblemException.badParameter(parameter.name(), "is needed");
            }
            if (!parameter.among().isEmpty()
                    && value.isPresent()
                    && !parameter.among().contains(value.get())) {
                throw ProblemException.badParameter(
                        parameter.name(), "is one of " + parameter.among() + " but was " + value.get());
            }
        }
    }

    /** The id in the path. */
    String id() {
        return request.pathVariable("id");
    }

    /** A text; empty where it is missing or blank. */
    Optional<String> text(String name) {
        return request.queryParam(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Who asks; empty where nobody has to say. */
    Optional<Caller> caller() {
        return request.attribute(Caller.ATTRIBUTE).map(Caller.class::cast);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.headers().firstHeader(name));
    }

    @Nullable String cursor() {
        return text(Parameter.CURSOR.name()).orElse(null);
    }

    int limit() {
        return number(Parameter.LIMIT.name()).map(Double::intValue).orElse(Parameter.USUAL_ITEMS);
    }

    /** A number within the parameter's bounds. */
    Optional<Double> number(String name) {
        Parameter parameter = parameter(name);
        return text(name).map(text -> {
            double value;
            try {
                value = parameter.kind() == Parameter.Kind.INTEGER ? Integer.parseInt(text) : Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw ProblemException.badParameter(name, "is a number but was " + text);
            }
            Double least = parameter.least();
            Double most = parameter.most();
            if (least != null && !(value >= least) || most != null && !(value <= most)) {
                throw ProblemException.badParameter(name, "lies in " + least + " to " + most + " but was " + text);
            }
            return value;
        });
    }

    /** A moment, or the first one of a day in UTC. */
    Optional<Instant> moment(String name) {
        return text(name).map(text -> {
            try {
                return text.indexOf('T') < 0
                        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw ProblemException.badParameter(
                        name, "looks like 2026-08-15 or 2026-08-15T14:00:00Z but was " + text);
            }
        });
    }

    /** Reads the body and answers it. */
    <T> Mono<ServerResponse> body(Class<T> type, Function<T, Mono<ServerResponse>> answer) {
        MediaType sent = request.headers().contentType().orElse(null);
        if (sent == null || !MediaType.APPLICATION_JSON.isCompatibleWith(sent)) {
            return Mono.error(new UnsupportedMediaTypeStatusException(sent, List.of(MediaType.APPLICATION_JSON)));
        }
        return request.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]).flatMap(bytes -> {
            T value;
            try {
                value = json.read(bytes, type);
            } catch (JacksonException e) {
                throw new ProblemException(
                        HttpStatus.BAD_REQUEST, "the body cannot be read: " + e.getOriginalMessage());
            }
            if (value == null) {
                throw new ProblemException(HttpStatus.BAD_REQUEST, "the body is null");
            }
            return answer.apply(value);
        });
    }

    /** Answers with JSON and its ETag; with 304 where the caller has it already. */
    Mono<ServerResponse> answer(Object value) {
        byte[] bytes = json.bytes(value);
        String tag = '"' + tag(bytes) + '"';
        boolean known = request.headers().header("If-None-Match").stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .anyMatch(theirs -> theirs.equals("*") || theirs.equals(tag) || theirs.equals("W/" + tag));
        ServerResponse.BodyBuilder response = ServerResponse.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePrivate());
        return known
                ? response.build()
                : response.contentType(MediaType.APPLICATION_JSON).bodyValue(bytes);
    }

    /** Answers with JSON that is out of date at once. */
    Mono<ServerResponse> answerNow(HttpStatus status, Object value) {
        return ServerResponse.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json.bytes(value));
    }

    private Parameter parameter(String name) {
        return endpoint.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(endpoint.path() + " does not declare " + name));
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
