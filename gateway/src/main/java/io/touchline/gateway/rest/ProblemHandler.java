package io.touchline.gateway.rest;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Turns whatever was thrown into problem details. What nobody foresaw is logged with its stack and told without it. */
public final class ProblemHandler implements WebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private final Json json;

    public ProblemHandler(Json json) {
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(thrown);
        }
        Problem problem = problem(thrown, exchange.getRequest().getPath().value());
        if (thrown instanceof ResponseStatusException known) {
            known.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
        }
        byte[] body = json.bytes(problem);
        response.setRawStatusCode(problem.status());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setContentLength(body.length);
        response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static Problem problem(Throwable thrown, String path) {
        return switch (thrown) {
            case ProblemException known -> problem(known.status(), known.getMessage(), path);
            case UnsupportedMediaTypeStatusException known ->
                problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "a body must be application/json", path);
            case ResponseStatusException known
            when tooLarge(known) -> problem(HttpStatus.CONTENT_TOO_LARGE, "the body is too large", path);
            case ResponseStatusException known ->
                problem(HttpStatus.valueOf(known.getStatusCode().value()), known.getReason(), path);
            case DataBufferLimitException known -> problem(HttpStatus.CONTENT_TOO_LARGE, "the body is too large", path);
            default -> {
                LOG.error("{} failed", path, thrown);
                yield problem(HttpStatus.INTERNAL_SERVER_ERROR, "the log tells more", path);
            }
        };
    }

    private static boolean tooLarge(ResponseStatusException thrown) {
        return thrown.getCause() instanceof DataBufferLimitException;
    }

    private static Problem problem(HttpStatus status, @Nullable String detail, String path) {
        String kind = status.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Problem("urn:touchline:problem:" + kind, status.getReasonPhrase(), status.value(), detail, path);
    }
}
