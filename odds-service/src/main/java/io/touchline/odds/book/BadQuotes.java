package io.touchline.odds.book;

import io.touchline.platform.reject.RejectReason;
import io.touchline.schema.Quote;

/** Told of every quote or price that could not be used. */
@FunctionalInterface
public interface BadQuotes {

    /**
     * One named outcome.
     *
     * @param detail what was wrong, with the value, for a person
     * @param quote in which it stood
     */
    void rejected(RejectReason reason, String detail, Quote quote);
}
