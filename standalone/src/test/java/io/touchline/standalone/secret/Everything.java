package io.touchline.standalone.secret;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.slf4j.LoggerFactory;

/** Whatever leaves the program: every logger's lines from DEBUG on, and what is told to it. */
final class Everything implements AutoCloseable {

    /** One thing that was said, and where. */
    record Said(String where, String text) {}

    private final List<Said> said = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final java.util.logging.Logger julRoot = java.util.logging.Logger.getLogger("");
    private final Level before = root.getLevel();
    private final java.util.logging.Level julBefore = julRoot.getLevel();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            String trace =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            tell("log of " + event.getLoggerName(), event.getFormattedMessage() + '\n' + trace);
        }
    };
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            tell(
                    "log of " + line.getLoggerName(),
                    line.getMessage() + ' ' + java.util.Arrays.toString(line.getParameters()) + ' ' + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    Everything() {
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.getAppender("out").stop();
        root.addAppender(appender);
        root.setLevel(Level.DEBUG);
        julRoot.addHandler(handler);
        julRoot.setLevel(java.util.logging.Level.FINE);
    }

    void tell(String where, String text) {
        said.add(new Said(where, text));
    }

    List<Said> said() {
        return said;
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        root.setLevel(before);
        root.getAppender("out").start();
        julRoot.removeHandler(handler);
        julRoot.setLevel(julBefore);
    }
}
