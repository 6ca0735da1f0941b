package io.touchline.gateway.access;

import io.touchline.platform.store.Cache;
import io.touchline.platform.store.MemoryCache;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Lets each caller ask so often a minute (of the clock), tells him where he stands in {@code RateLimit-*}, and beyond it answers 429 with {@code Retry-After}.
 * What needs no key is not counted.
 */
public final class LimitFilter implements WebFilter {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Cache cache;
    private final InstantSource clock;

    /** @param cache that counts; shared by all gateways where it is Redis */
    public LimitFilter(Cache cache, InstantSource clock) {
        this.cache = cache;
        this.clock = clock;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        @Nullable Caller caller = exchange.getAttribute(Caller.ATTRIBUTE);
        if (caller == null
                || AccessFilter.needed(exchange.getRequest()
                                .getPath()
                                .pathWithinApplication()
                                .value())
                        == Role.ANYONE) {
            return chain.filter(exchange);
        }
        long now = clock.millis();
        long window = now / WINDOW.toMillis();
        long secondsLeft = Math.ceilDiv((window + 1) * WINDOW.toMillis() - now, 1000L);
        return count("gateway:requests:" + caller.id() + ':' + window).flatMap(count -> {
            HttpHeaders headers = exchange.getResponse().getHeaders();
            headers.set("RateLimit-Limit", Integer.toString(caller.requestsPerMinute()));
            headers.set("RateLimit-Remaining", Long.toString(Math.max(0, caller.requestsPerMinute() - count)));
            headers.set("RateLimit-Reset", Long.toString(secondsLeft));
            if (count > caller.requestsPerMinute()) {
                headers.set(HttpHeaders.RETRY_AFTER, Long.toString(secondsLeft));
                return Mono.error(new ResponseStatusException(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "%d requests a minute are allowed; the next minute begins in %d s"
                                .formatted(caller.requestsPerMinute(), secondsLeft)));
            }
            return chain.filter(exchange);
        });
    }

    private Mono<Long> count(String key) {
        Mono<Long> count = Mono.fromCallable(() -> cache.count(key, WINDOW.multipliedBy(2)));
        return cache instanceof MemoryCache ? count : count.subscribeOn(Schedulers.boundedElastic());
    }
}
