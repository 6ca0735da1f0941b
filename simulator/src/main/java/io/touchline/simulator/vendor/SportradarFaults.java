package io.touchline.simulator.vendor;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Publishes the feed's messages and spoils them as the {@link FaultBoard} says. For the one who holds the feed's lock. */
final class SportradarFaults {

    static final String VENDOR = "sportradar";

    private static final Pattern TIMESTAMP = Pattern.compile("timestamp=\"(\\d+)\"");
    private static final String GARBAGE = "<html><body>502 Bad Gateway</body></html>";

    private final AmqpServer broker;
    private final FaultBoard faults;
    private @Nullable Message held;
    private @Nullable String stoppedClock;

    private record Message(String key, byte[] body) {}

    SportradarFaults(AmqpServer broker, FaultBoard faults) {
        this.broker = broker;
        this.faults = faults;
    }

    /** The producers lose their listeners, whose messages are lost with them. */
    boolean areProducersDown() {
        return faults.take(VENDOR, Fault.SERVER_ERROR);
    }

    void alive(String xml) {
        if (!faults.take(VENDOR, Fault.SILENCE)) {
            system("-.-.-.alive.-.-.-.-", xml);
        }
    }

    /** One that is never spoilt. */
    void system(String key, String xml) {
        broker.publish(key, xml.getBytes(StandardCharsets.UTF_8));
    }

    void publish(String key, String sound) {
        String xml = stale(sound);
        if (faults.take(VENDOR, Fault.CHANGED_FIELD)) {
            xml = xml.replace("event_id=", "sport_event_id=");
        }
        if (faults.take(VENDOR, Fault.GARBAGE)) {
            xml = GARBAGE;
        }
        Message message = new Message(key, xml.getBytes(StandardCharsets.UTF_8));
        Message before = held;
        if (before == null && faults.take(VENDOR, Fault.REORDER)) {
            held = message;
            return;
        }
        held = null;
        broker.publish(message.key(), message.body());
        if (before != null) {
            broker.publish(before.key(), before.body());
        }
        if (faults.take(VENDOR, Fault.DUPLICATE)) {
            broker.publish(message.key(), message.body());
        }
    }

    private String stale(String xml) {
        if (!faults.take(VENDOR, Fault.STALE_CLOCK)) {
            stoppedClock = null;
            return xml;
        }
        Matcher time = TIMESTAMP.matcher(xml);
        if (!time.find()) {
            return xml;
        }
        String stopped = stoppedClock == null ? time.group(1) : stoppedClock;
        stoppedClock = stopped;
        return xml.substring(0, time.start(1)) + stopped + xml.substring(time.end(1));
    }
}
