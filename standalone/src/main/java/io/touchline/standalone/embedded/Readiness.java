package io.touchline.standalone.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits, not for ever, until a part answers. */
final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int CONNECT_MILLIS = 2_000;

    private Readiness() {}

    /** Asks whether a part is well; an exception means not yet. */
    @FunctionalInterface
    interface Probe {
        boolean answers() throws Exception;
    }

    /** Returns when the probe says yes; fails early through {@code alive} and late with one line that names port and log. */
    static void await(String name, int port, Path log, Duration wait, Runnable alive, Probe probe) {
        long deadline = System.nanoTime() + wait.toNanos();
        while (System.nanoTime() < deadline) {
            alive.run();
            try {
                if (probe.answers()) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PlatformFailure("interrupted while waiting for " + name, e);
            } catch (Exception notYet) {
                // asked again below, until the deadline
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new PlatformFailure("interrupted while waiting for " + name);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new PlatformFailure(
                name + " does not answer on port " + port + " after " + wait.toSeconds() + " s; see " + log);
    }

    static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
