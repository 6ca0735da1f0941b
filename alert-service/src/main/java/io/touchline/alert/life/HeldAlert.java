package io.touchline.alert.life;

import io.touchline.schema.ValueAlert;
import io.touchline.schema.serde.TopicSerde;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert with what its events do not tell. A book out of the store holds the newest event as bytes until somebody asks for it, because most records concern few of a fixture's alerts.
 */
final class HeldAlert {

    private final Head head;
    private @Nullable ValueAlert last;
    private byte @Nullable [] bytes;
    private @Nullable TopicSerde<ValueAlert> serde;

    /**
     * What is looked at on every record.
     *
     * @param id of the alert
     * @param key the bookmaker's market that its price stands in
     * @param selection of that market
     * @param source of its price
     * @param state of its newest event
     * @param openedAt event time of the first
     * @param inPlay whether it was opened on a price of the running match
     * @param priceAt when its price was last confirmed, told or not
     * @param closedAt event time of its close; null while it is open
     */
    record Head(
            String id,
            PriceKey key,
            String selection,
            String source,
            String state,
            Instant openedAt,
            boolean inPlay,
            Instant priceAt,
            @Nullable Instant closedAt) {}

    private HeldAlert(Head head, @Nullable ValueAlert last, byte @Nullable [] bytes) {
        this.head = head;
        this.last = last;
        this.bytes = bytes;
    }

    /** After its first event. */
    static HeldAlert opened(ValueAlert event, boolean inPlay) {
        return new HeldAlert(
                new Head(
                        event.getAlertId(),
                        new PriceKey(event.getMarket(), event.getLine(), event.getBookmaker()),
                        event.getSelection(),
                        event.getSource(),
                        event.getState(),
                        event.getAt(),
                        inPlay,
                        event.getPriceObservedAt(),
                        null),
                event,
                null);
    }

    /** Out of the store. */
    static HeldAlert stored(Head head, byte[] last, TopicSerde<ValueAlert> serde) {
        HeldAlert alert = new HeldAlert(head, null, last);
        alert.serde = serde;
        return alert;
    }

    Head head() {
        return head;
    }

    /** Its newest event. */
    ValueAlert last() {
        ValueAlert event = last;
        if (event == null) {
            if (bytes == null || serde == null) {
                throw new IllegalStateException("an alert is an event or the bytes of one");
            }
            event = serde.value(bytes);
            last = event;
        }
        return event;
    }

    /** Its newest event for the store. */
    byte[] bytes(TopicSerde<ValueAlert> writer) {
        byte[] written = bytes;
        if (written == null) {
            written = writer.bytes(last());
            bytes = written;
        }
        return written;
    }

    boolean isOpen() {
        return head.state.equals("OPENED") || head.state.equals("UPDATED");
    }

    boolean isGraded() {
        return head.state.equals("GRADED");
    }

    /** Whether it was open at some time, by what is known now. */
    boolean wasOpen(Instant time) {
        return !head.openedAt.isAfter(time) && (head.closedAt == null || head.closedAt.isAfter(time));
    }

    boolean isOn(PriceKey key, String selection) {
        return head.selection.equals(selection) && head.key.equals(key);
    }

    /** After a further event on its price. */
    HeldAlert updated(ValueAlert event) {
        return new HeldAlert(head(event, event.getPriceObservedAt(), null), event, null);
    }

    HeldAlert closed(ValueAlert event) {
        return new HeldAlert(head(event, head.priceAt, event.getAt()), event, null);
    }

    HeldAlert graded(ValueAlert event) {
        return new HeldAlert(head(event, head.priceAt, head.closedAt), event, null);
    }

    HeldAlert confirmed(Instant at) {
        HeldAlert same = new HeldAlert(
                new Head(
                        head.id,
                        head.key,
                        head.selection,
                        head.source,
                        head.state,
                        head.openedAt,
                        head.inPlay,
                        at,
                        head.closedAt),
                last,
                bytes);
        same.serde = serde;
        return same;
    }

    private Head head(ValueAlert event, Instant priceAt, @Nullable Instant closedAt) {
        return new Head(
                head.id,
                head.key,
                head.selection,
                event.getSource(),
                event.getState(),
                head.openedAt,
                head.inPlay,
                priceAt,
                closedAt);
    }
}
