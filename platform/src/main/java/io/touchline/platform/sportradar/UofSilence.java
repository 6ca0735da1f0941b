package io.touchline.platform.sportradar;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Consumer;
import com.rabbitmq.client.ExceptionHandler;
import com.rabbitmq.client.TopologyRecoveryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** In place of the driver's own, whose log lines show the connection, and with it the user, who is the token. The end of the connection itself is told by its listeners. */
final class UofSilence implements ExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UofSilence.class);
    private static final int CLOSE_MILLIS = 2_000;

    private static void tell(String where, Throwable problem) {
        LOG.debug("the broker's driver reports a {} of {}", problem.getClass().getSimpleName(), where);
    }

    @Override
    public void handleUnexpectedConnectionDriverException(Connection connection, Throwable problem) {
        tell("the connection", problem);
    }

    @Override
    public void handleReturnListenerException(Channel channel, Throwable problem) {
        tell("a return listener", problem);
    }

    @Override
    public void handleConfirmListenerException(Channel channel, Throwable problem) {
        tell("a confirm listener", problem);
    }

    @Override
    public void handleBlockedListenerException(Connection connection, Throwable problem) {
        tell("a blocked listener", problem);
    }

    /** A message that was not taken is lost, so the connection ends and a recovery brings it. */
    @Override
    public void handleConsumerException(
            Channel channel, Throwable problem, Consumer consumer, String tag, String method) {
        tell("the consumer", problem);
        channel.getConnection().abort(CLOSE_MILLIS);
    }

    @Override
    public void handleConnectionRecoveryException(Connection connection, Throwable problem) {
        tell("a recovery", problem);
    }

    @Override
    public void handleChannelRecoveryException(Channel channel, Throwable problem) {
        tell("a recovery", problem);
    }

    @Override
    public void handleTopologyRecoveryException(
            Connection connection, Channel channel, TopologyRecoveryException problem) {
        tell("a recovery", problem);
    }
}
