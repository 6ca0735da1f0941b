package io.touchline.gateway.access;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Sets the security headers on every answer, and refuses bodies that say themselves that they are too large. */
public final class HeaderFilter implements WebFilter {

    private final int bodyBytes;

    /** @param bodyBytes the largest body of a request */
    public HeaderFilter(int bodyBytes) {
        this.bodyBytes = bodyBytes;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        if (exchange.getRequest().getHeaders().getContentLength() > bodyBytes) {
            return Mono.error(new ResponseStatusException(
                    HttpStatus.CONTENT_TOO_LARGE, "a body may have " + bodyBytes + " bytes"));
        }
        return chain.filter(exchange);
    }
}
