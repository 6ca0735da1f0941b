package io.touchline.simulator.vendor;

import java.util.Locale;

/** What a vendor server can do wrong on command. */
public enum Fault {
    /** The connection closes without an answer. */
    CUT,
    /** The answer before comes once more. */
    DUPLICATE,
    /** Answers come in the wrong order: an older one after a newer one. */
    REORDER,
    /** The vendor's clock stands still. */
    STALE_CLOCK,
    /** 429 with {@code Retry-After}. */
    RATE_LIMIT,
    /** 503. */
    SERVER_ERROR,
    /** 200 with a web page in place of the data. */
    GARBAGE,
    /** The connection closes in the middle of the body. */
    HALF,
    /** The body comes in drips. */
    SLOW,
    /** A field that the connector needs has another name. */
    CHANGED_FIELD,
    /** The last goal of every running match is taken back (score vendors). */
    GOAL_TAKEN_BACK,
    /** Heartbeats stop, the rest goes on (streams that have them). */
    SILENCE;

    /** By its name in any case, with - or _. */
    public static Fault of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
