package io.touchline.simulator.vendor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a stream's messages, each a line of JSON with CRLF, and spoils them as the {@link FaultBoard} says. */
final class BetfairFaults {

    static final String VENDOR = "betfair";

    private static final byte[] GARBAGE =
            "<html><body>502 Bad Gateway</body></html>\r\n".getBytes(StandardCharsets.UTF_8);
    private static final int DRIP = 512;
    private static final long DRIP_MILLIS = 50;

    private final OutputStream out;
    private final FaultBoard faults;
    private byte @Nullable [] held;
    private @Nullable Object stoppedClock;

    BetfairFaults(OutputStream out, FaultBoard faults) {
        this.out = out;
        this.faults = faults;
    }

    /** Whether the connection is to be cut now. */
    boolean isCut() {
        return faults.take(VENDOR, Fault.CUT);
    }

    /** Whether the next authentication is one too many. */
    boolean isLimiting() {
        return faults.take(VENDOR, Fault.RATE_LIMIT);
    }

    /** A message that is no change; never spoilt. */
    synchronized void send(Map<String, Object> message) throws IOException {
        out.write(line(message));
        out.flush();
    }

    /** A change message or heartbeat. */
    synchronized void sendChange(Map<String, Object> sound) throws IOException {
        Map<String, Object> message = new LinkedHashMap<>(sound);
        if (faults.take(VENDOR, Fault.SERVER_ERROR)) {
            message.put("status", 503);
        }
        if (faults.take(VENDOR, Fault.STALE_CLOCK)) {
            Object stopped = stoppedClock == null ? message.get("pt") : stoppedClock;
            stoppedClock = stopped;
            if (stopped != null) {
                message.put("pt", stopped);
            }
        } else {
            stoppedClock = null;
        }
        Object markets = message.get("mc");
        if (markets != null && faults.take(VENDOR, Fault.CHANGED_FIELD)) {
            message.remove("mc");
            message.put("marketChanges", markets);
        }
        boolean slow = faults.take(VENDOR, Fault.SLOW);
        boolean twice = faults.take(VENDOR, Fault.DUPLICATE);
        byte[] line = line(message);
        if (faults.take(VENDOR, Fault.HALF)) {
            out.write(Arrays.copyOf(line, line.length / 2));
            out.flush();
            throw new IOException("cut in the middle of a message, as ordered");
        }
        if (faults.take(VENDOR, Fault.GARBAGE)) {
            out.write(GARBAGE);
        }
        byte[] before = held;
        if (before == null && markets != null && faults.take(VENDOR, Fault.REORDER)) {
            held = line;
            return;
        }
        held = null;
        if (slow) {
            drip(line);
        } else {
            out.write(line);
        }
        if (before != null) {
            out.write(before);
        }
        if (twice) {
            out.write(line);
        }
        out.flush();
    }

    private void drip(byte[] line) throws IOException {
        for (int i = 0; i < line.length; i += DRIP) {
            out.write(line, i, Math.min(DRIP, line.length - i));
            out.flush();
            try {
                Thread.sleep(DRIP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("stopped", e);
            }
        }
    }

    private static byte[] line(Map<String, Object> message) {
        byte[] json = Json.bytes(message);
        byte[] line = Arrays.copyOf(json, json.length + 2);
        line[json.length] = '\r';
        line[json.length + 1] = '\n';
        return line;
    }
}
