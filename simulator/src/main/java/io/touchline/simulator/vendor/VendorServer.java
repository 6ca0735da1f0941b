package io.touchline.simulator.vendor;

import io.touchline.simulator.vendor.Wire.Answer;
import io.touchline.simulator.vendor.Wire.Request;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A vendor's server on a free port of the loopback address. It answers by the league's clock and misbehaves as the
 * {@link FaultBoard} says; {@code POST /faults?vendor=…&fault=…&seconds=…} (or {@code &answers=…}) sets a fault from outside,
 * {@code DELETE /faults} ends all of them.
 */
public final class VendorServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VendorServer.class);
    private static final int IDLE_MILLIS = 60_000;
    private static final int DRIP = 512;
    private static final long DRIP_MILLIS = 50;
    private static final String RETRY_AFTER_SECONDS = "30";

    private final String vendor;
    private final InstantSource clock;
    private final FaultBoard faults;
    private final Vendor behaviour;
    private final ServerSocket socket;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Answer> previous = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();
    private volatile @Nullable Instant stoppedClock;

    /** What a vendor says when all is well. */
    interface Vendor {
        Answer answer(Request request, Instant now);

        /** A field's name in its answers and the name it has after a change that nobody announced. */
        Map.Entry<String, String> renamedField();

        /** A body with that field renamed; here of JSON. */
        default String changed(String body) {
            Map.Entry<String, String> change = renamedField();
            return body.replace('"' + change.getKey() + '"', '"' + change.getValue() + '"');
        }
    }

    VendorServer(String vendor, InstantSource clock, FaultBoard faults, Vendor behaviour) {
        this.vendor = vendor;
        this.clock = clock;
        this.faults = faults;
        this.behaviour = behaviour;
        try {
            this.socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("no free port for the simulated " + vendor, e);
        }
        Thread.ofVirtual().name("simulated-" + vendor).start(this::accept);
    }

    /** Where it listens. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** Requests answered so far, faults included. */
    public long requests() {
        return requests.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                Thread.ofVirtual().name("simulated-" + vendor).start(() -> serve(connection));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    LOG.warn("the simulated {} could not accept a connection: {}", vendor, e.toString());
                }
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setSoTimeout(IDLE_MILLIS);
            connection.setTcpNoDelay(true);
            BufferedInputStream in = new BufferedInputStream(connection.getInputStream());
            for (Request request = Wire.read(in); request != null; request = Wire.read(in)) {
                if (request.path().equals("/faults")) {
                    send(connection.getOutputStream(), order(request));
                } else {
                    requests.incrementAndGet();
                    if (!serve(connection.getOutputStream(), request)) {
                        return;
                    }
                }
            }
        } catch (IOException | InterruptedException e) {
            LOG.debug("a connection to the simulated {} ended: {}", vendor, e.toString());
        } finally {
            open.remove(connection);
        }
    }

    /** False where the connection is to be closed. */
    private boolean serve(OutputStream out, Request request) throws IOException, InterruptedException {
        if (faults.take(vendor, Fault.CUT)) {
            return false;
        }
        boolean half = faults.take(vendor, Fault.HALF);
        Answer answer = half ? behaviour.answer(request, clock.instant()) : misbehaving(request);
        if (half) {
            out.write(Wire.head(answer, answer.body().length));
            out.write(answer.body(), 0, answer.body().length / 2);
            out.flush();
            return false;
        }
        if (faults.take(vendor, Fault.SLOW)) {
            out.write(Wire.head(answer, answer.body().length));
            for (int i = 0; i < answer.body().length; i += DRIP) {
                out.write(answer.body(), i, Math.min(DRIP, answer.body().length - i));
                out.flush();
                Thread.sleep(Duration.ofMillis(DRIP_MILLIS));
            }
            return true;
        }
        send(out, answer);
        return true;
    }

    private Answer misbehaving(Request request) {
        if (faults.take(vendor, Fault.RATE_LIMIT)) {
            return text(429, "{\"message\":\"Too many requests\",\"error_code\":\"EXCEEDED_FREQ_LIMIT\"}")
                    .with("Retry-After", RETRY_AFTER_SECONDS);
        }
        if (faults.take(vendor, Fault.SERVER_ERROR)) {
            return text(503, "{\"message\":\"upstream connect error\"}");
        }
        if (faults.take(vendor, Fault.GARBAGE)) {
            return text(200, "<!DOCTYPE html><html><body>Just a moment...</body></html>");
        }
        Instant now = clock.instant();
        if (faults.take(vendor, Fault.STALE_CLOCK)) {
            Instant stopped = stoppedClock;
            now = stopped == null ? now : stopped;
            stoppedClock = now;
        } else {
            stoppedClock = null;
        }
        Answer fresh = behaviour.answer(request, now).with("Date", date(now));
        Answer before = previous.put(request.path(), fresh);
        if (before != null && faults.take(vendor, Fault.DUPLICATE)) {
            previous.put(request.path(), before);
            return before;
        }
        if (before != null && faults.take(vendor, Fault.REORDER)) {
            return before;
        }
        if (faults.take(vendor, Fault.CHANGED_FIELD)) {
            String body = behaviour.changed(new String(fresh.body(), StandardCharsets.UTF_8));
            return new Answer(fresh.status(), fresh.headers(), body.getBytes(StandardCharsets.UTF_8));
        }
        return notModified(request, fresh);
    }

    private static Answer notModified(Request request, Answer fresh) {
        String tag = fresh.headers().get("ETag");
        boolean same = tag != null && tag.equals(request.headers().get("if-none-match"));
        return same ? new Answer(304, fresh.headers(), new byte[0]) : fresh;
    }

    private Answer order(Request request) {
        if (request.method().equals("DELETE")) {
            faults.clear();
            return text(200, "{\"faults\":\"none\"}");
        }
        try {
            Fault fault = Fault.of(request.query("fault", ""));
            String target = request.query("vendor", vendor);
            if (request.query().containsKey("answers")) {
                faults.setNext(target, fault, Integer.parseInt(request.query("answers", "1")));
            } else {
                faults.set(target, fault, Duration.ofSeconds(Long.parseLong(request.query("seconds", "60"))));
            }
            return text(200, "{\"vendor\":\"" + target + "\",\"fault\":\"" + fault + "\"}");
        } catch (IllegalArgumentException e) {
            return text(400, "{\"message\":\"expected vendor, fault and seconds or answers\"}");
        }
    }

    private static void send(OutputStream out, Answer answer) throws IOException {
        byte[] head = Wire.head(answer, answer.body().length);
        byte[] all = new byte[head.length + answer.body().length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(answer.body(), 0, all, head.length, answer.body().length);
        out.write(all);
        out.flush();
    }

    private static Answer text(int status, String body) {
        return Answer.json(status, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String date(Instant now) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atZone(ZoneOffset.UTC));
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            LOG.debug("the simulated {} did not close cleanly: {}", vendor, e.toString());
        }
    }
}
