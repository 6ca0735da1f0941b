package io.touchline.alert.channel;

import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.touchline.platform.topic.RecordJson;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/** The WebSocket server of {@code /ws/edge}, JSON text frames; {@code docs/asyncapi.yaml} describes them. */
public final class EdgeServer implements AutoCloseable {

    /** Path of the socket. */
    public static final String PATH = "/ws/edge";

    /** Close code for a client that takes too little; the reason holds its cursor. */
    public static final int STALLED = 4408;

    private static final Logger LOG = LoggerFactory.getLogger(EdgeServer.class);
    private static final int LARGEST_MESSAGE = 64 * 1024;
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final EdgeHub hub;
    private final int wantedPort;
    private final Duration heartbeat;
    private final Duration stallCheck;
    private @Nullable DisposableServer server;
    private @Nullable Disposable beats;

    /**
     * Listens to nothing yet.
     *
     * @param port 0 for any free one
     * @param heartbeat between signs of life
     * @param stallCheck how often to look whether a client has stalled
     */
    public EdgeServer(EdgeHub hub, int port, Duration heartbeat, Duration stallCheck) {
        this.hub = hub;
        this.wantedPort = port;
        this.heartbeat = heartbeat;
        this.stallCheck = stallCheck;
    }

    /** Binds the port. */
    public synchronized EdgeServer start() {
        server = HttpServer.create()
                .port(wantedPort)
                .route(routes -> routes.ws(
                        PATH,
                        this::serve,
                        WebsocketServerSpec.builder()
                                .maxFramePayloadLength(LARGEST_MESSAGE)
                                .build()))
                .bindNow(LIMIT);
        beats = Flux.interval(heartbeat).onBackpressureDrop().subscribe(beat -> hub.heartbeat());
        LOG.info("alerts on ws://localhost:{}{}", port(), PATH);
        return this;
    }

    /** The port it listens on; 0 where it does not listen. */
    public synchronized int port() {
        return server == null ? 0 : server.port();
    }

    private Publisher<Void> serve(WebsocketInbound in, WebsocketOutbound out) {
        EdgeHub.Client client = hub.connect();
        in.withConnection(connection -> {
            Disposable watch = Flux.interval(stallCheck)
                    .onBackpressureDrop()
                    .filter(tick -> hub.isStalled(client))
                    .next()
                    .subscribe(tick -> cut(connection, client));
            connection.onDispose(() -> {
                watch.dispose();
                hub.disconnect(client);
            });
        });
        Mono<Void> heard = in.aggregateFrames(LARGEST_MESSAGE)
                .receive()
                .asString()
                .doOnNext(text -> hear(client, text))
                .then();
        Mono<Void> told = out.sendString(client.outbox).then();
        return Mono.firstWithSignal(heard, told);
    }

    private void hear(EdgeHub.Client client, String text) {
        switch (ClientMessage.read(text)) {
            case ClientMessage.Subscribe subscribe -> hub.subscribe(client, subscribe.filter(), subscribe.resume());
            case ClientMessage.Malformed malformed -> {
                StringBuilder frame =
                        new StringBuilder("{\"type\":\"error\",\"code\":\"malformed_message\",\"message\":");
                RecordJson.text(malformed.problem(), frame);
                client.outbox.frame(frame.append('}').toString());
            }
        }
    }

    /** Ends a stalled client: with a close frame where it still takes one, without it soon after. */
    private void cut(Connection connection, EdgeHub.Client client) {
        hub.disconnect(client);
        long cursor = client.outbox.takenCursor();
        LOG.info("a client stalled at cursor {}", cursor);
        connection
                .channel()
                .writeAndFlush(new CloseWebSocketFrame(STALLED, "stalled; resume: " + cursor))
                .addListener(ChannelFutureListener.CLOSE);
        connection
                .channel()
                .eventLoop()
                .schedule(connection::dispose, CLOSE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void close() {
        if (beats != null) {
            beats.dispose();
        }
        if (server != null) {
            server.disposeNow(LIMIT);
            server = null;
        }
    }
}
