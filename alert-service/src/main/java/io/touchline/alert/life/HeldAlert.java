package io.touchline.alert.life;

import io.touchline.schema.ValueAlert;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert with what its events do not tell.
 *
 * @param last its newest event
 * @param openedAt event time of the first
 * @param inPlay whether it was opened on a price of the running match
 * @param priceAt when its price was last confirmed, told or not
 * @param closedAt event time of its close; null while it is open
 */
record HeldAlert(
        ValueAlert last,
        Instant openedAt,
        boolean inPlay,
        Instant priceAt,
        @Nullable Instant closedAt) {

    boolean isOpen() {
        return last.getState().equals("OPENED") || last.getState().equals("UPDATED");
    }

    boolean isGraded() {
        return last.getState().equals("GRADED");
    }

    /** The bookmaker's market that its price stands in. */
    PriceKey key() {
        return new PriceKey(last.getMarket(), last.getLine(), last.getBookmaker());
    }

    /** Whether it was open at some time, by what is known now. */
    boolean wasOpen(Instant time) {
        return !openedAt.isAfter(time) && (closedAt == null || closedAt.isAfter(time));
    }

    HeldAlert closed(ValueAlert event) {
        return new HeldAlert(event, openedAt, inPlay, priceAt, event.getAt());
    }

    HeldAlert graded(ValueAlert event) {
        return new HeldAlert(event, openedAt, inPlay, priceAt, closedAt);
    }

    HeldAlert confirmed(Instant at) {
        return new HeldAlert(last, openedAt, inPlay, at, closedAt);
    }
}
