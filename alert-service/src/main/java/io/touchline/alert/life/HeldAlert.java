package io.touchline.alert.life;

import io.touchline.schema.ValueAlert;
import java.time.Instant;

/**
 * An alert with what its events do not tell.
 *
 * @param last its newest event
 * @param openedAt event time of the first
 * @param inPlay whether it was opened on a price of the running match
 * @param priceAt when its price was last confirmed, told or not
 */
record HeldAlert(ValueAlert last, Instant openedAt, boolean inPlay, Instant priceAt) {

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

    HeldAlert with(ValueAlert event) {
        return new HeldAlert(event, openedAt, inPlay, priceAt);
    }

    HeldAlert confirmed(Instant at) {
        return new HeldAlert(last, openedAt, inPlay, at);
    }
}
