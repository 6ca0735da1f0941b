package io.touchline.simulator.vendor;

import io.touchline.simulator.vendor.BetfairSource.Batch;
import io.touchline.simulator.vendor.BetfairSource.Wanted;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One connection of the Exchange Stream: reads the client's requests, and a second thread tells it what changes. */
final class BetfairSession {

    private static final int MOST_MARKETS = 200;
    private static final int MARKETS_IN_SEGMENT = 20;
    private static final long LOOK_MILLIS = 50;
    private static final Set<String> FIELDS = Set.of(
            "EX_BEST_OFFERS_DISP",
            "EX_BEST_OFFERS",
            "EX_ALL_OFFERS",
            "EX_TRADED",
            "EX_TRADED_VOL",
            "EX_LTP",
            "EX_MARKET_DEF",
            "SP_TRADED",
            "SP_PROJECTED");

    private final Socket socket;
    private final String connectionId;
    private final BetfairSource source;
    private final BetfairSessions sessions;
    private final BetfairFaults wire;
    private final int idleMillis;
    private final CountDownLatch over = new CountDownLatch(1);
    private boolean authenticated;
    private volatile @Nullable Subscription subscription;

    /** One subscription; a later one replaces it. */
    private record Subscription(
            long id, Wanted wanted, long heartbeatMillis, long conflateMillis, boolean segmented, long resumeAfter) {}

    BetfairSession(
            Socket socket,
            String connectionId,
            BetfairSource source,
            BetfairSessions sessions,
            BetfairFaults wire,
            int idleMillis) {
        this.socket = socket;
        this.connectionId = connectionId;
        this.source = source;
        this.sessions = sessions;
        this.wire = wire;
        this.idleMillis = idleMillis;
    }

    /** Until the client goes or is sent away. */
    void run() throws IOException {
        try {
            socket.setSoTimeout(idleMillis);
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            wire.send(Json.object("op", "connection", "connectionId", connectionId));
            for (String line = BetfairWords.readLine(in); line != null; line = BetfairWords.readLine(in)) {
                if (!line.isBlank() && !request(line)) {
                    return;
                }
            }
        } catch (SocketTimeoutException e) {
            fail(null, "TIMEOUT", "Connection is not subscribed and is idle: " + idleMillis + " ms");
        } finally {
            over.countDown();
        }
    }

    /** False where the connection is to be closed. */
    private boolean request(String line) throws IOException {
        JsonNode request;
        try {
            request = Json.read(line);
        } catch (JacksonException e) {
            return fail(null, "INVALID_INPUT", "not JSON");
        }
        JsonNode id = request.path("id");
        return switch (request.path("op").asString("")) {
            case "authentication" -> authenticate(request, id);
            case "marketSubscription" -> subscribe(request, id);
            case "heartbeat" -> succeed(id, null);
            case "orderSubscription" -> fail(id, "NOT_AUTHORIZED", "no orders here");
            default -> fail(id, "INVALID_REQUEST", "no such op");
        };
    }

    private boolean authenticate(JsonNode request, JsonNode id) throws IOException {
        String key = request.path("appKey").asString("");
        String session = request.path("session").asString("");
        if (wire.isLimiting()) {
            return fail(id, "TOO_MANY_REQUESTS", "Too many requests");
        } else if (key.isEmpty()) {
            return fail(id, "NO_APP_KEY", "AppKey is missing");
        } else if (!sessions.isKey(key)) {
            return fail(id, "INVALID_APP_KEY", "AppKey is not valid");
        } else if (session.isEmpty()) {
            return fail(id, "NO_SESSION", "Session is missing");
        } else if (!sessions.isValid(session)) {
            return fail(id, "INVALID_SESSION_INFORMATION", "Session is not valid");
        }
        authenticated = true;
        return succeed(id, 9);
    }

    private boolean subscribe(JsonNode request, JsonNode id) throws IOException {
        if (!authenticated) {
            return fail(id, "NOT_AUTHORIZED", "Connection is not authenticated");
        }
        long heartbeat = request.path("heartbeatMs").asLong(5000);
        long conflate = request.path("conflateMs").asLong(0);
        Set<String> fields = new TreeSet<>();
        request.path("marketDataFilter").path("fields").forEach(field -> fields.add(field.asString("")));
        if (heartbeat < 500 || heartbeat > 5000 || conflate < 0 || conflate > 120_000 || !FIELDS.containsAll(fields)) {
            return fail(id, "INVALID_INPUT", "heartbeatMs, conflateMs or fields out of range");
        }
        JsonNode filter = request.path("marketFilter").isObject()
                ? request.path("marketFilter")
                : JsonNodeFactory.instance.objectNode();
        Wanted wanted = new Wanted(filter, fields.isEmpty() ? FIELDS : Set.copyOf(fields));
        String clk = request.path("clk").asString("");
        String initialClk = request.path("initialClk").asString("");
        long resumeAfter = -1;
        if (!clk.isEmpty() && !initialClk.isEmpty()) {
            resumeAfter = BetfairClocks.change(clk);
            if (resumeAfter < 0 || BetfairClocks.change(initialClk) < 0 || resumeAfter > source.newest()) {
                return fail(id, "INVALID_CLOCK", "clk or initialClk is not one of ours");
            }
        }
        if (Math.max(source.count(wanted), filter.path("marketIds").size()) > MOST_MARKETS) {
            wire.send(BetfairWords.failure(
                    id, "SUBSCRIPTION_LIMIT_EXCEEDED", "more than " + MOST_MARKETS + " markets", null));
            return true;
        }
        succeed(id, null);
        socket.setSoTimeout(0);
        boolean first = subscription == null;
        subscription = new Subscription(
                id.asLong(),
                wanted,
                heartbeat,
                conflate,
                request.path("segmentationEnabled").asBoolean(false),
                resumeAfter);
        if (first) {
            Thread.ofPlatform()
                    .daemon()
                    .name("simulated-betfair-" + connectionId)
                    .start(this::tell);
        }
        return true;
    }

    private void tell() {
        try (socket) {
            Subscription told = null;
            long known = 0;
            long sentAt = 0;
            long changedAt = 0;
            while (!over.await(LOOK_MILLIS, TimeUnit.MILLISECONDS) && !wire.isCut()) {
                Subscription current = subscription;
                if (current == null) {
                    continue;
                }
                long now = System.nanoTime() / 1_000_000;
                if (current != told) {
                    told = current;
                    known = begin(current);
                    sentAt = now;
                    changedAt = now;
                } else if (now - changedAt >= current.conflateMillis()) {
                    for (Batch batch = source.since(known, current.wanted());
                            batch != null && subscription == current && !wire.isCut();
                            batch = source.since(known, current.wanted())) {
                        send(current, batch, batch.type(), false);
                        known = batch.change();
                        sentAt = now;
                        changedAt = now;
                        if (current.conflateMillis() > 0) {
                            break;
                        }
                    }
                }
                if (now - sentAt >= current.heartbeatMillis()) {
                    heartbeat(current, known);
                    sentAt = now;
                }
            }
        } catch (IOException e) {
            // The client has gone; so does the thread.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            over.countDown();
        }
    }

    private long begin(Subscription current) throws IOException {
        if (current.resumeAfter() < 0) {
            Batch image = source.image(current.wanted());
            send(current, image, "SUB_IMAGE", true);
            return image.change();
        }
        Batch missed = source.since(current.resumeAfter(), current.wanted());
        Batch delta = missed == null ? new Batch(current.resumeAfter(), source.now(), null, null, List.of()) : missed;
        send(current, delta, "RESUB_DELTA", true);
        return delta.change();
    }

    private void heartbeat(Subscription current, long known) throws IOException {
        wire.sendChange(Json.object(
                "op", "mcm",
                "id", current.id(),
                "clk", BetfairClocks.token(known),
                "pt", source.now().toEpochMilli(),
                "ct", "HEARTBEAT"));
    }

    private void send(Subscription current, Batch batch, @Nullable String type, boolean first) throws IOException {
        List<Object> markets = batch.markets();
        boolean split = current.segmented() && batch.segment() == null && markets.size() > MARKETS_IN_SEGMENT;
        int step = split ? MARKETS_IN_SEGMENT : Math.max(1, markets.size());
        int from = 0;
        do {
            int to = Math.min(from + step, markets.size());
            boolean last = to == markets.size();
            String segment = !split ? batch.segment() : from == 0 ? "SEG_START" : last ? "SEG_END" : "SEG";
            Map<String, Object> message = new LinkedHashMap<>();
            message.put("op", "mcm");
            message.put("id", current.id());
            if (first) {
                message.put("initialClk", BetfairClocks.initial(batch.change()));
            }
            if (last) {
                message.put("clk", BetfairClocks.token(batch.change()));
            }
            if (first) {
                message.put("conflateMs", current.conflateMillis());
                message.put("heartbeatMs", current.heartbeatMillis());
            }
            message.put("pt", batch.at().toEpochMilli());
            if (type != null) {
                message.put("ct", type);
            }
            if (segment != null) {
                message.put("segmentType", segment);
            }
            if (!markets.isEmpty()) {
                message.put("mc", new ArrayList<>(markets.subList(from, to)));
            }
            wire.sendChange(message);
            from = to;
        } while (from < markets.size());
    }

    private boolean succeed(JsonNode id, @Nullable Integer connectionsLeft) throws IOException {
        wire.send(BetfairWords.success(id, connectionsLeft));
        return true;
    }

    private boolean fail(@Nullable JsonNode id, String code, String message) throws IOException {
        wire.send(BetfairWords.failure(id, code, message, connectionId));
        return false;
    }
}
