package io.touchline.gateway.socket;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import org.springframework.web.reactive.socket.client.WebSocketClient;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import reactor.netty.http.server.WebsocketServerSpec;

/**
 * Carries frames between a caller and the alert stage's socket. A side that reads slowly makes the other one wait, no frame is kept here; whoever closes, the other side is
 * closed with the same code. Where the alert stage cannot be reached, the caller is closed with 1013 (try again later).
 */
public final class EdgeRelay {

    /** Where callers connect. */
    public static final String PATH = "/ws/edge";

    private static final Logger LOG = LoggerFactory.getLogger(EdgeRelay.class);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final int NO_STATUS = 1005;
    private static final int ABNORMAL = 1006;
    private static final int TLS_FAILED = 1015;

    private final @Nullable URI edge;
    private final WebSocketService server;
    private final WebSocketClient client;
    private final AtomicInteger open = new AtomicInteger();
    private volatile String problem = "";

    /**
     * Connects to nothing yet.
     *
     * @param edge null where there is no alert stage to pass on to
     * @param frameBytes the largest frame, either way
     */
    public EdgeRelay(@Nullable URI edge, int frameBytes) {
        this.edge = edge;
        this.server = new HandshakeWebSocketService(new ReactorNettyRequestUpgradeStrategy(
                () -> WebsocketServerSpec.builder().maxFramePayloadLength(frameBytes)));
        this.client = new ReactorNettyWebSocketClient(
                HttpClient.create().responseTimeout(CONNECT_LIMIT),
                () -> WebsocketClientSpec.builder().maxFramePayloadLength(frameBytes));
    }

    /** Takes a caller's request for a socket; he must have been let in before. */
    public Mono<Void> handle(ServerWebExchange exchange) {
        URI target = edge;
        if (target == null) {
            return Mono.error(new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE, "no alert socket is set; /api/v1/alerts/stream tells the same"));
        }
        return server.handleRequest(exchange, caller -> relay(caller, target));
    }

    /** Sockets that are open now. */
    public int open() {
        return open.get();
    }

    /** Whether there is something to pass on to. */
    public boolean isOn() {
        return edge != null;
    }

    /** Why the last caller could not be passed on; empty where he could, or where there was none. */
    public String problem() {
        return problem;
    }

    private Mono<Void> relay(WebSocketSession caller, URI target) {
        WebSocketHandler passOn = upstream -> {
            problem = "";
            return passOn(caller, upstream);
        };
        return Mono.defer(() -> {
                    open.incrementAndGet();
                    return client.execute(target, passOn);
                })
                .onErrorResume(e -> {
                    LOG.debug("the socket to {} broke", target, e);
                    if (caller.isOpen()) {
                        problem = "the alert stage's socket cannot be reached: " + e.getMessage();
                        return caller.close(CloseStatus.SERVICE_OVERLOAD.withReason("the alert stage is away"));
                    }
                    return Mono.empty();
                })
                .doFinally(end -> open.decrementAndGet());
    }

    private static Mono<Void> passOn(WebSocketSession caller, WebSocketSession upstream) {
        Mono<Void> up = upstream.send(frames(caller));
        Mono<Void> down = caller.send(frames(upstream));
        Mono<Void> callerLeft = caller.closeStatus()
                .defaultIfEmpty(CloseStatus.NO_CLOSE_FRAME)
                .flatMap(status -> upstream.close(sendable(status, CloseStatus.GOING_AWAY)));
        Mono<Void> upstreamLeft = upstream.closeStatus()
                .defaultIfEmpty(CloseStatus.NO_CLOSE_FRAME)
                .flatMap(status -> caller.close(sendable(status, CloseStatus.SERVICE_OVERLOAD)));
        return Mono.firstWithSignal(Mono.whenDelayError(up, callerLeft), Mono.whenDelayError(down, upstreamLeft));
    }

    private static Flux<WebSocketMessage> frames(WebSocketSession from) {
        return from.receive()
                .filter(frame -> frame.getType() == WebSocketMessage.Type.TEXT
                        || frame.getType() == WebSocketMessage.Type.BINARY)
                .doOnNext(WebSocketMessage::retain);
    }

    /** The same code, unless it is one of those that only say that there was none. */
    private static CloseStatus sendable(CloseStatus status, CloseStatus broken) {
        return switch (status.getCode()) {
            case NO_STATUS -> CloseStatus.NORMAL;
            case ABNORMAL, TLS_FAILED -> broken;
            default -> status;
        };
    }
}
