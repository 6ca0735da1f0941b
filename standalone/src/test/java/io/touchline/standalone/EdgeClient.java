package io.touchline.standalone;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of {@code /ws/edge} as a user would write one. */
final class EdgeClient implements AutoCloseable {

    private static final Duration ASK = Duration.ofSeconds(30);

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final JsonMapper json;
    private WebSocket socket;
    /** How the connection ended, for people. */
    private volatile String farewell = "still open";

    private EdgeClient(JsonMapper json) {
        this.json = json;
    }

    static EdgeClient connect(HttpClient http, URI address, String key, JsonMapper json) throws Exception {
        EdgeClient client = new EdgeClient(json);
        client.socket = http.newWebSocketBuilder()
                .connectTimeout(ASK)
                .header("X-API-Key", key)
                .buildAsync(address, client.new Listener())
                .get(ASK.toSeconds(), TimeUnit.SECONDS);
        return client;
    }

    void subscribe(String channel) throws Exception {
        socket.sendText("{\"type\":\"subscribe\",\"channels\":[\"" + channel + "\"]}", true)
                .get(ASK.toSeconds(), TimeUnit.SECONDS);
    }

    /** The first alert in the snapshot or in an event. */
    JsonNode firstAlert(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        int others = 0;
        String last = "none";
        while (true) {
            String frame = frames.poll(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (frame == null) {
                throw new AssertionError("no alert came over the socket in %d s, %d other messages, the last %s; %s"
                        .formatted(limit.toSeconds(), others, last, farewell));
            }
            JsonNode message = json.readTree(frame);
            if (message.path("channel").asString("").equals("alerts")) {
                return message.get("data");
            }
            if (!message.path("alerts").isEmpty()) {
                return message.get("alerts").get(0);
            }
            others++;
            last = frame;
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                frames.add(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            farewell = "closed with " + code + ' ' + reason;
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            farewell = "broken: " + error;
        }
    }
}
