package io.touchline.gateway.access;

import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Finds out who asks, by {@code X-API-Key} or by the page's pass, and refuses what he may not: 401 without a valid key, 403 with a lesser role. A pass counts only on
 * requests that the page itself sends: one with the {@code Origin} of another site is refused.
 */
public final class AccessFilter implements WebFilter {

    /** The header that carries a key. */
    public static final String KEY_HEADER = "X-API-Key";

    private final ApiKeys keys;
    private final PagePasses passes;
    private final int requestsPerMinute;

    /** @param requestsPerMinute of a key that has no limit of its own */
    public AccessFilter(ApiKeys keys, PagePasses passes, int requestsPerMinute) {
        this.keys = keys;
        this.passes = passes;
        this.requestsPerMinute = requestsPerMinute;
    }

    /** What a path needs. */
    public static Role needed(String path) {
        if (path.equals("/api/v1/system/sources")
                || path.equals("/api/v1/system/quality")
                || path.startsWith("/api/v1/fixtures/unmatched")
                || path.startsWith("/api/v1/alerts")
                || path.startsWith("/api/v1/recommendations")
                || path.startsWith("/ws/")) {
            return Role.TRADER;
        }
        if (path.startsWith("/api/v1/system")) {
            return Role.ADMIN;
        }
        return path.startsWith("/api/") ? Role.READER : Role.ANYONE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        Role needed = needed(request.getPath().pathWithinApplication().value());
        if (request.getMethod() == HttpMethod.OPTIONS && CorsUtils.isPreFlightRequest(request)) {
            return chain.filter(exchange);
        }
        String key = request.getHeaders().getFirst(KEY_HEADER);
        Optional<Caller> caller = key == null ? passes.find(request) : byKey(key);
        if (caller.isEmpty() && (needed != Role.ANYONE || key != null)) {
            exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "ApiKey realm=\"touchline\"");
            return Mono.error(new ResponseStatusException(
                    HttpStatus.UNAUTHORIZED,
                    key == null ? "an API key belongs in the header " + KEY_HEADER : "nobody was given this API key"));
        }
        if (caller.isPresent()) {
            if (!caller.get().role().covers(needed)) {
                return Mono.error(new ResponseStatusException(
                        HttpStatus.FORBIDDEN,
                        "this needs the role " + needed + " but the key has "
                                + caller.get().role()));
            }
            if (key == null && PagePasses.isForeign(request)) {
                return Mono.error(new ResponseStatusException(
                        HttpStatus.FORBIDDEN, "another site's page may not use this page's pass"));
            }
            exchange.getAttributes().put(Caller.ATTRIBUTE, caller.get());
        }
        return chain.filter(exchange);
    }

    private Optional<Caller> byKey(String text) {
        return keys.find(text)
                .map(key -> new Caller(
                        key.prefix(),
                        key.role(),
                        key.requestsPerMinute() > 0 ? key.requestsPerMinute() : requestsPerMinute));
    }
}
