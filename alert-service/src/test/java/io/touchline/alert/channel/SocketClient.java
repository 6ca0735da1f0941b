package io.touchline.alert.channel;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plain client of the socket, none of our classes in it; every wait has a limit. */
public final class SocketClient implements AutoCloseable {

    private static final long LIMIT_SECONDS = 60;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final WebSocket socket;

    /**
     * Connects.
     *
     * @param reads false for a client that never takes anything
     */
    public SocketClient(int port, boolean reads) throws Exception {
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create("ws://localhost:" + port + "/ws/edge"), new WebSocket.Listener() {
                    private final StringBuilder text = new StringBuilder();

                    @Override
                    public void onOpen(WebSocket opened) {
                        if (reads) {
                            opened.request(1);
                        }
                    }

                    @Override
                    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
                        text.append(part);
                        if (last) {
                            frames.add(text.toString());
                            text.setLength(0);
                        }
                        from.request(1);
                        return null;
                    }

                    @Override
                    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
                        closed.complete(code + " " + reason);
                        return null;
                    }

                    @Override
                    public void onError(WebSocket from, Throwable problem) {
                        closed.complete(String.valueOf(problem));
                    }
                })
                .get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    public SocketClient(int port) throws Exception {
        this(port, true);
    }

    public SocketClient send(String text) throws Exception {
        socket.sendText(text, true).get(LIMIT_SECONDS, TimeUnit.SECONDS);
        return this;
    }

    /** The next frame that is no heartbeat. */
    public JsonNode next() throws InterruptedException {
        while (true) {
            JsonNode frame = any();
            if (!frame.path("type").asString("").equals("heartbeat")) {
                return frame;
            }
        }
    }

    /** The next frame. */
    public JsonNode any() throws InterruptedException {
        String frame = frames.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (frame == null) {
            throw new AssertionError("no frame came in " + LIMIT_SECONDS + " s; closed: " + closed);
        }
        return MAPPER.readTree(frame);
    }

    /** Frames until one fits, that one too. */
    public List<JsonNode> until(java.util.function.Predicate<JsonNode> fits) throws InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        do {
            all.add(next());
        } while (!fits.test(all.getLast()));
        return all;
    }

    /** Code and reason of the close, or the error. */
    public String awaitClosed() throws Exception {
        return closed.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    /** Begins to read after all. */
    public void wakeUp() {
        socket.request(1);
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }
}
