package io.touchline.standalone.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * What reaches the terminal: warnings, but not those of Kafka's clients, which grumble at every start while topics are made. What
 * hinders a service, the service says itself; the log file has everything.
 */
public final class TerminalFilter extends Filter<ILoggingEvent> {

    @Override
    public FilterReply decide(ILoggingEvent event) {
        boolean worthTelling = event.getLevel().isGreaterOrEqual(Level.WARN)
                && !event.getLoggerName().startsWith("org.apache.kafka.");
        return worthTelling ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
}
