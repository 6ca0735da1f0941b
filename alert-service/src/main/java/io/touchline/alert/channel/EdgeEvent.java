package io.touchline.alert.channel;

import io.touchline.platform.topic.RecordJson;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Something to tell clients. Written as JSON once, when the first client takes it. */
final class EdgeEvent {

    private final long cursor;
    private final Channel channel;
    private final String key;
    private final Facts facts;
    private final SpecificRecord data;
    private @Nullable String json;

    /**
     * What filters look at.
     *
     * @param competition code
     * @param market null where the event is of no single market
     * @param bookmaker null where the event is of no single bookmaker
     * @param edge the largest edge of the alert so far; infinite where the event is no alert
     */
    record Facts(
            String competition,
            @Nullable String market,
            @Nullable String bookmaker,
            double edge) {}

    /**
     * An event.
     *
     * @param cursor its number, larger than that of every earlier event
     * @param key what a later event with the same key takes the place of; alerts: the alert's id
     */
    EdgeEvent(long cursor, Channel channel, String key, Facts facts, SpecificRecord data) {
        this.cursor = cursor;
        this.channel = channel;
        this.key = key;
        this.facts = facts;
        this.data = data;
    }

    long cursor() {
        return cursor;
    }

    Channel channel() {
        return channel;
    }

    String key() {
        return key;
    }

    Facts facts() {
        return facts;
    }

    SpecificRecord data() {
        return data;
    }

    /** False where a later event may take its place. */
    boolean isKept() {
        return channel == Channel.ALERTS;
    }

    /** The frame. */
    synchronized String json() {
        String written = json;
        if (written == null) {
            StringBuilder out = new StringBuilder(512);
            out.append("{\"type\":\"event\",\"channel\":\"")
                    .append(channel.word())
                    .append("\",\"cursor\":")
                    .append(cursor)
                    .append(",\"data\":");
            RecordJson.write(data, out);
            written = out.append('}').toString();
            json = written;
        }
        return written;
    }
}
