package io.touchline.platform.sportradar;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import com.rabbitmq.client.ShutdownSignalException;
import io.touchline.platform.vendor.Secret;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorException.SourceUnavailable;
import io.touchline.platform.vendor.VendorException.Unauthorised;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the feed's broker: AMQP 0-9-1 over TLS, a queue of the server's naming that is ours alone and ends with the connection. Messages wait here, some thousands at most; then the
 * socket waits. Read by one thread; may be closed by another.
 */
final class UofLink implements AutoCloseable {

    private static final String EXCHANGE = "unifiedfeed";
    private static final int WAITING = 10_000;
    private static final int CLOSE_MILLIS = 2_000;

    /**
     * A message.
     *
     * @param key its routing key
     * @param body the message itself
     * @param receivedAt our clock on arrival
     */
    record Delivery(String key, byte[] body, Instant receivedAt) {}

    private final Connection connection;
    private final Secret token;
    private final BlockingQueue<Delivery> arrived = new LinkedBlockingQueue<>(WAITING);
    private final AtomicReference<@Nullable String> ended = new AtomicReference<>();

    private UofLink(Connection connection, Secret token) {
        this.connection = connection;
        this.token = token;
    }

    static UofLink open(UofSettings settings, String virtualHost, InstantSource clock) throws VendorException {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(settings.host());
        factory.setPort(settings.port());
        factory.setUsername(settings.token().value());
        factory.setPassword("");
        factory.setVirtualHost(virtualHost);
        factory.useSslProtocol(UofTls.context(settings.truststore(), settings.truststorePassword()));
        factory.enableHostnameVerification();
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        factory.setRequestedHeartbeat((int) Math.max(1, settings.heartbeat().toSeconds()));
        factory.setConnectionTimeout((int) settings.timeout().toMillis());
        factory.setHandshakeTimeout((int) settings.timeout().toMillis());
        factory.setChannelRpcTimeout((int) settings.timeout().toMillis());
        factory.setExceptionHandler(new UofSilence());
        factory.setThreadFactory(
                Thread.ofPlatform().daemon().name("sportradar-", 0).factory());
        Connection connection = null;
        try {
            connection = factory.newConnection("touchline");
            UofLink link = new UofLink(connection, settings.token());
            link.listen(settings, clock);
            return link;
        } catch (PossibleAuthenticationFailureException e) {
            throw new Unauthorised("the broker does not accept the token");
        } catch (IOException | TimeoutException | ShutdownSignalException e) {
            if (connection != null) {
                connection.abort(CLOSE_MILLIS);
            }
            throw new SourceUnavailable(
                    "no feed at " + settings.host() + ':' + settings.port() + ": " + clean(settings.token(), root(e)));
        }
    }

    private void listen(UofSettings settings, InstantSource clock) throws IOException {
        connection.addShutdownListener(cause -> end(cause.getMessage()));
        Channel channel = connection.createChannel();
        if (channel == null) {
            throw new IOException("no channel left");
        }
        String queue = channel.queueDeclare().getQueue();
        for (String key : settings.bindings()) {
            channel.queueBind(queue, EXCHANGE, key);
        }
        channel.basicConsume(queue, true, new DefaultConsumer(channel) {
            @Override
            public void handleDelivery(String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
                try {
                    Delivery delivery = new Delivery(envelope.getRoutingKey(), body, clock.instant());
                    while (!arrived.offer(delivery, 1, TimeUnit.SECONDS) && ended.get() == null) {
                        // the socket waits with us
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void handleCancel(String tag) {
                end("the broker took our queue away");
            }

            @Override
            public void handleShutdownSignal(String tag, ShutdownSignalException cause) {
                end(cause.getMessage());
            }
        });
    }

    private void end(@Nullable String why) {
        ended.compareAndSet(null, clean(token, why == null ? "closed" : why));
    }

    /** The next message, or null where none comes in time; what arrived before the end of the connection is still told. */
    @Nullable Delivery next(Duration wait) throws SourceUnavailable, InterruptedException {
        String end = ended.get();
        Delivery delivery = end == null ? arrived.poll(wait.toMillis(), TimeUnit.MILLISECONDS) : arrived.poll();
        if (delivery == null && end != null) {
            throw new SourceUnavailable("the connection to the feed ended: " + end);
        }
        return delivery;
    }

    /** Whether everything that arrived has been taken. */
    boolean isIdle() {
        return arrived.isEmpty();
    }

    private static String root(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ' ' + (cause.getMessage() == null ? "" : cause.getMessage());
    }

    /** The token is the user's name, and drivers like to tell that. */
    private static String clean(Secret token, String text) {
        return text.replace(token.value(), token.toString());
    }

    @Override
    public void close() {
        connection.abort(CLOSE_MILLIS);
    }
}
