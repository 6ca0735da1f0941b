package io.touchline.simulator.vendor;

import java.io.IOException;
import java.io.OutputStream;

/** Writes to one client of the broker, whole frames at a time, and spoils messages as the {@link FaultBoard} says. Safe for many threads. */
final class AmqpOut {

    private static final int DRIP = 64;
    private static final long DRIP_MILLIS = 20;

    private final OutputStream out;
    private final String vendor;
    private final FaultBoard faults;

    AmqpOut(OutputStream out, String vendor, FaultBoard faults) {
        this.out = out;
        this.vendor = vendor;
        this.faults = faults;
    }

    /** What is never spoilt. */
    synchronized void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** A message with all its frames. */
    synchronized void writeMessage(byte[] bytes) throws IOException {
        if (faults.take(vendor, Fault.HALF)) {
            out.write(bytes, 0, bytes.length / 2);
            out.flush();
            throw new IOException("cut in the middle of a message, as ordered");
        }
        if (!faults.take(vendor, Fault.SLOW)) {
            write(bytes);
            return;
        }
        for (int i = 0; i < bytes.length; i += DRIP) {
            out.write(bytes, i, Math.min(DRIP, bytes.length - i));
            out.flush();
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(DRIP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        }
    }
}
