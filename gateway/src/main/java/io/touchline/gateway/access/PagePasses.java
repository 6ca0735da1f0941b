package io.touchline.gateway.access;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Passes of the web page, so that it works without typing a key on the machine that runs the gateway. A pass is an HttpOnly, SameSite=Strict cookie with a random value,
 * for a few hours, with a trader's rights. It is given to requests from this machine only: the connection comes from a loopback address, the page was asked for under a
 * loopback name (so that a foreign name that was pointed here gets none), and no proxy stands between. From elsewhere it is given for an API key.
 */
public final class PagePasses {

    /** The cookie's name. */
    public static final String COOKIE = "touchline_page";

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> PROXY_HEADERS =
            Set.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");
    private static final int VALUE_BYTES = 24;
    private static final int MOST_PASSES = 10_000;

    private record Pass(Caller caller, long endsAtMillis) {}

    private final boolean onLoopback;
    private final Duration lifetime;
    private final int requestsPerMinute;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Pass> passes = new ConcurrentHashMap<>();

    /** @param onLoopback whether requests from this machine get one without a key */
    public PagePasses(boolean onLoopback, Duration lifetime, int requestsPerMinute, InstantSource clock) {
        this.onLoopback = onLoopback;
        this.lifetime = lifetime;
        this.requestsPerMinute = requestsPerMinute;
        this.clock = clock;
    }

    /** The holder of the pass that a request shows; empty for none, an unknown or an old one. */
    Optional<Caller> find(ServerHttpRequest request) {
        return Optional.ofNullable(request.getCookies().getFirst(COOKIE))
                .map(cookie -> passes.get(cookie.getValue()))
                .filter(pass -> pass.endsAtMillis() > clock.millis())
                .map(Pass::caller);
    }

    /** Whether a request comes from this machine, with nothing between. */
    public boolean isLocal(ServerHttpRequest request) {
        @Nullable InetSocketAddress remote = request.getRemoteAddress();
        @Nullable InetAddress address = remote == null ? null : remote.getAddress();
        HttpHeaders headers = request.getHeaders();
        return onLoopback
                && address != null
                && address.isLoopbackAddress()
                && !isForeign(request)
                && PROXY_HEADERS.stream().noneMatch(headers::containsHeader)
                && LOOPBACK_NAMES.contains(hostName(headers.getFirst(HttpHeaders.HOST)));
    }

    /** A fresh pass for a request from this machine, or for the holder of a key; empty for everybody else. */
    public Optional<ResponseCookie> give(ServerHttpRequest request, @Nullable Caller caller) {
        Role role;
        if (caller != null) {
            role = caller.role().covers(Role.TRADER) ? Role.TRADER : caller.role();
        } else if (isLocal(request)) {
            role = Role.TRADER;
        } else {
            return Optional.empty();
        }
        long now = clock.millis();
        passes.values().removeIf(pass -> pass.endsAtMillis() <= now);
        if (passes.size() >= MOST_PASSES) {
            passes.remove(passes.keySet().iterator().next());
        }
        byte[] bytes = new byte[VALUE_BYTES];
        random.nextBytes(bytes);
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String id = "page-" + value.substring(0, 6);
        passes.put(value, new Pass(new Caller(id, role, requestsPerMinute), now + lifetime.toMillis()));
        return Optional.of(ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(request.getSslInfo() != null)
                .path("/")
                .maxAge(lifetime)
                .build());
    }

    /** Whether another site's page sent it. */
    static boolean isForeign(ServerHttpRequest request) {
        String origin = request.getHeaders().getOrigin();
        String host = request.getHeaders().getFirst(HttpHeaders.HOST);
        return origin != null
                && !origin.equalsIgnoreCase("http://" + host)
                && !origin.equalsIgnoreCase("https://" + host);
    }

    private static String hostName(@Nullable String host) {
        if (host == null) {
            return "";
        }
        String name = host.toLowerCase(Locale.ROOT);
        int colon = name.lastIndexOf(':');
        return colon > name.lastIndexOf(']') ? name.substring(0, colon) : name;
    }
}
