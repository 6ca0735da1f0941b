package io.touchline.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Times every request as {@code gateway.requests}, by the pattern of its path (never the path itself), its method and its status. */
final class RequestMeter implements WebFilter {

    private final MeterRegistry meters;

    RequestMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Timer.Sample sample = Timer.start(meters);
        exchange.getResponse().beforeCommit(() -> {
            @Nullable Object pattern = exchange.getAttribute(RouterFunctions.MATCHING_PATTERN_ATTRIBUTE);
            @Nullable HttpStatusCode status = exchange.getResponse().getStatusCode();
            sample.stop(Timer.builder("gateway.requests")
                    .description("time to the first byte of an answer")
                    .publishPercentileHistogram()
                    .minimumExpectedValue(Duration.ofMillis(1))
                    .maximumExpectedValue(Duration.ofSeconds(10))
                    .tag("endpoint", pattern == null ? "other" : pattern.toString())
                    .tag("method", exchange.getRequest().getMethod().name())
                    .tag("status", Integer.toString(status == null ? 200 : status.value()))
                    .register(meters));
            return Mono.empty();
        });
        return chain.filter(exchange);
    }
}
