package io.touchline.simulator.vendor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Exchange Stream's port: TLS on a free port of the loopback address. */
final class BetfairStream implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BetfairStream.class);

    private final BetfairSource source;
    private final BetfairSessions sessions;
    private final FaultBoard faults;
    private final int idleMillis;
    private final ServerSocket socket;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong connections = new AtomicLong();

    BetfairStream(BetfairSource source, BetfairSessions sessions, FaultBoard faults, int idleMillis) {
        this.source = source;
        this.sessions = sessions;
        this.faults = faults;
        this.idleMillis = idleMillis;
        try {
            this.socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("no free port for the simulated exchange stream", e);
        }
        Thread.ofPlatform().daemon().name("simulated-betfair-stream").start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    long connections() {
        return connections.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                Thread.ofPlatform().daemon().name("simulated-betfair-reader").start(() -> serve(connection));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    LOG.warn("the simulated exchange stream could not accept a connection: {}", e.toString());
                }
            }
        }
    }

    private void serve(Socket plain) {
        try (plain) {
            if (faults.take(BetfairFaults.VENDOR, Fault.CUT)) {
                return;
            }
            plain.setSoTimeout(idleMillis);
            try (SSLSocket tls = (SSLSocket) SelfSigned.get()
                    .context()
                    .getSocketFactory()
                    .createSocket(plain, plain.getInetAddress().getHostAddress(), plain.getPort(), true)) {
                tls.setUseClientMode(false);
                BetfairFaults wire = new BetfairFaults(tls.getOutputStream(), faults);
                String id = "sim-" + connections.incrementAndGet() + "-" + plain.getPort();
                new BetfairSession(tls, id, source, sessions, wire, idleMillis).run();
            }
        } catch (IOException e) {
            LOG.debug("a connection to the simulated exchange stream ended: {}", e.toString());
        } finally {
            open.remove(plain);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            LOG.debug("the simulated exchange stream did not close cleanly: {}", e.toString());
        }
    }
}
