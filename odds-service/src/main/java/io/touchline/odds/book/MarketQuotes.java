package io.touchline.odds.book;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The quotes of one market and line by bookmaker, and what was made of them until one of them changes. */
final class MarketQuotes {

    final NavigableMap<String, HeldQuote> byBookmaker = new TreeMap<>();

    /** Whatever {@link PriceBook#derived} was asked for. */
    @Nullable Object derived;

    /** Their bytes in the store. */
    byte @Nullable [] packed;

    void changed() {
        derived = null;
        packed = null;
    }
}
