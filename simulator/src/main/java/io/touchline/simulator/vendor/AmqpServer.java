package io.touchline.simulator.vendor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A broker of AMQP 0-9-1 over TLS on a free port of the loopback address, for consumers of one topic exchange. */
final class AmqpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AmqpServer.class);
    private static final int GREETING_MILLIS = 30_000;

    private final Rules rules;
    private final FaultBoard faults;
    private final ServerSocket socket;
    private final Set<AmqpConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicLong accepted = new AtomicLong();

    /**
     * Who may do what.
     *
     * @param vendor whose faults are ours
     * @param host the only virtual host
     * @param exchange the only exchange
     * @param login whether user and password are right
     */
    record Rules(String vendor, String host, String exchange, BiPredicate<String, String> login) {

        boolean isWelcome(String user, String password) {
            return login.test(user, password);
        }
    }

    AmqpServer(Rules rules, FaultBoard faults) {
        this.rules = rules;
        this.faults = faults;
        try {
            this.socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("no free port for the simulated " + rules.vendor(), e);
        }
        Thread.ofPlatform()
                .daemon()
                .name("simulated-" + rules.vendor() + "-broker")
                .start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Connections so far. */
    long accepted() {
        return accepted.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket plain = socket.accept();
                Thread.ofPlatform()
                        .daemon()
                        .name("simulated-" + rules.vendor() + "-reader")
                        .start(() -> serve(plain));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    LOG.warn("the simulated {} could not accept a connection: {}", rules.vendor(), e.toString());
                }
            }
        }
    }

    private void serve(Socket plain) {
        try (plain) {
            if (faults.take(rules.vendor(), Fault.CUT)) {
                return;
            }
            plain.setSoTimeout(GREETING_MILLIS);
            plain.setTcpNoDelay(true);
            try (SSLSocket tls = (SSLSocket) SelfSigned.get()
                    .context()
                    .getSocketFactory()
                    .createSocket(plain, plain.getInetAddress().getHostAddress(), plain.getPort(), true)) {
                tls.setUseClientMode(false);
                accepted.incrementAndGet();
                AmqpConnection connection = new AmqpConnection(tls, rules, faults);
                connections.add(connection);
                try {
                    connection.run();
                } finally {
                    connections.remove(connection);
                }
            }
        } catch (IOException e) {
            LOG.debug("a connection to the simulated {} ended: {}", rules.vendor(), e.toString());
        }
    }

    /** Whether anybody is connected. */
    boolean isHeard() {
        return !connections.isEmpty();
    }

    /** To everybody who is bound to such a key. */
    void publish(String key, byte[] body) {
        connections.forEach(each -> each.deliver(key, body));
    }

    /** Cuts every connection. */
    void cut() {
        connections.forEach(AmqpConnection::close);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("the simulated {} did not close cleanly: {}", rules.vendor(), e.toString());
        }
        cut();
    }
}
