package io.touchline.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.touchline.gateway.TestGateway;
import io.touchline.testkit.Await;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Over real sockets, with a stand-in for the alert stage that echoes, closes on command, and can send without end. */
class EdgeRelayTest {

    private static final long LIMIT_SECONDS = 60;
    private static final String LARGE = "x".repeat(50_000);
    private static final int FLOOD = 4_000;

    private final BlockingQueue<String> atStage = new LinkedBlockingQueue<>();
    private final AtomicInteger flooded = new AtomicInteger();
    private DisposableServer stage;
    private TestGateway gateway;

    @BeforeEach
    void start(@TempDir Path folder) {
        stage = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.ws("/ws/edge", (in, out) -> {
                    in.receiveCloseStatus().subscribe(status -> atStage.add("closed " + status.code()));
                    return out.sendObject(in.receive().asString().concatMap(this::reply));
                }))
                .bindNow(TestGateway.LIMIT);
        gateway = new TestGateway(folder, Map.of("gateway.edge-url", "ws://127.0.0.1:" + stage.port() + "/ws/edge"));
    }

    @AfterEach
    void stop() {
        gateway.close();
        stage.disposeNow(TestGateway.LIMIT);
    }

    private Flux<Object> reply(String text) {
        atStage.add(text);
        return switch (text) {
            case "bye" -> Flux.just(new CloseWebSocketFrame(new WebSocketCloseStatus(4001, "stalled"), "stalled"));
            case "flood" ->
                Flux.range(0, FLOOD).map(number -> {
                    flooded.incrementAndGet();
                    return new TextWebSocketFrame(number + LARGE);
                });
            default -> Flux.just(new TextWebSocketFrame("echo " + text));
        };
    }

    /** A caller that takes a frame only when told to. */
    private static final class Caller implements WebSocket.Listener {
        private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();
        private final boolean eager;

        Caller(boolean eager) {
            this.eager = eager;
        }

        @Override
        public void onOpen(WebSocket socket) {
            if (eager) {
                socket.request(Long.MAX_VALUE);
            }
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                frames.add(part.toString());
                part.setLength(0);
            }
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            frames.add("closed " + code + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable broken) {
            frames.add("broken " + broken);
        }

        String next() throws InterruptedException {
            String next = frames.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no frame came within " + LIMIT_SECONDS + " s");
            }
            return next;
        }
    }

    private WebSocket connect(Caller caller) {
        return gateway.http()
                .newWebSocketBuilder()
                .connectTimeout(TestGateway.LIMIT)
                .header("X-API-Key", gateway.traderKey)
                .buildAsync(URI.create("ws://127.0.0.1:" + gateway.port() + "/ws/edge"), caller)
                .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private static void say(WebSocket socket, String text) {
        socket.sendText(text, true).orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
    }

    private String nextAtStage() throws InterruptedException {
        String next = atStage.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing reached the stage within " + LIMIT_SECONDS + " s");
        }
        return next;
    }

    @Test
    void carriesFramesBothWays_inOrder() throws InterruptedException {
        Caller caller = new Caller(true);
        WebSocket socket = connect(caller);
        for (int number = 0; number < 50; number++) {
            say(socket, "n" + number);
        }
        for (int number = 0; number < 50; number++) {
            assertThat(caller.next()).isEqualTo("echo n" + number);
        }
        socket.abort();
    }

    @Test
    void passesTheStagesCloseCodeOn() throws InterruptedException {
        Caller caller = new Caller(true);
        say(connect(caller), "bye");
        assertThat(caller.next()).isEqualTo("closed 4001 stalled");
        Await.until(
                "no open socket",
                () -> gateway.json(gateway.send(
                                        "/api/v1/system/status",
                                        request -> request.header("X-API-Key", gateway.adminKey)))
                                .get("sockets")
                                .asInt()
                        == 0);
    }

    @Test
    void passesTheCallersCloseCodeOn() throws InterruptedException {
        Caller caller = new Caller(true);
        WebSocket socket = connect(caller);
        say(socket, "hello");
        assertThat(caller.next()).isEqualTo("echo hello");
        socket.sendClose(4010, "enough")
                .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                .join();
        assertThat(nextAtStage()).isEqualTo("hello");
        assertThat(nextAtStage()).isEqualTo("closed 4010");
    }

    @Test
    void callerThatVanishes_isNoticedAtTheStage() throws InterruptedException {
        Caller caller = new Caller(true);
        WebSocket socket = connect(caller);
        say(socket, "hello");
        assertThat(caller.next()).isEqualTo("echo hello");
        socket.abort();
        assertThat(nextAtStage()).isEqualTo("hello");
        assertThat(nextAtStage()).startsWith("closed 100");
    }

    @Test
    void slowCaller_makesTheStageWait_andLosesNothing() throws InterruptedException {
        Caller caller = new Caller(false);
        WebSocket socket = connect(caller);
        say(socket, "flood");
        assertThat(nextAtStage()).isEqualTo("flood");
        // 200 MB do not fit into the buffers of three sockets: the stage stands still somewhere in between
        int before = -1;
        while (flooded.get() != before) {
            before = flooded.get();
            // how long this lasts only decides how soon the standstill is noticed
            assertThat(atStage.poll(1, TimeUnit.SECONDS)).isNull();
        }
        assertThat(before).isLessThan(FLOOD);
        socket.request(Long.MAX_VALUE);
        for (int number = 0; number < FLOOD; number++) {
            String frame = caller.next();
            assertThat(frame.substring(0, frame.length() - LARGE.length())).isEqualTo(Integer.toString(number));
        }
        assertThat(flooded.get()).isEqualTo(FLOOD);
        socket.abort();
    }

    @Test
    void stageAway_closesWithTryAgainLater() throws InterruptedException {
        stage.disposeNow(TestGateway.LIMIT);
        Caller caller = new Caller(true);
        connect(caller);
        assertThat(caller.next()).isEqualTo("closed 1013 the alert stage is away");
    }

    @Test
    void nobodyWithoutAKey() {
        assertThatThrownBy(() -> gateway.http()
                        .newWebSocketBuilder()
                        .connectTimeout(TestGateway.LIMIT)
                        .buildAsync(URI.create("ws://127.0.0.1:" + gateway.port() + "/ws/edge"), new Caller(true))
                        .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                        .join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(401));
        assertThat(atStage).isEmpty();
    }

    @Test
    void withoutAStage_saysSo(@TempDir Path folder) {
        try (TestGateway alone = new TestGateway(folder)) {
            assertThat(alone.get("/ws/edge").statusCode()).isEqualTo(503);
        }
    }
}
