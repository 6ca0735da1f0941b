package io.touchline.odds.connector.betfair;

import io.touchline.odds.connector.betfair.book.MarketDefinition;
import io.touchline.schema.Quote;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes along with a book: its words, what it is of ours, and the quotes told last. */
final class MarketState {

    private final @Nullable MarketDefinition definition;
    private final long namesVersion;
    private final MarketWords words;
    private final @Nullable KnownMarket known;

    /** By line; the key of a market without one is NaN. */
    private final Map<Double, Quote> told;

    MarketState(
            @Nullable MarketDefinition definition,
            long namesVersion,
            MarketWords words,
            @Nullable KnownMarket known,
            @Nullable MarketState before) {
        this.definition = definition;
        this.namesVersion = namesVersion;
        this.words = words;
        this.known = known;
        this.told = before == null ? new HashMap<>() : before.told;
    }

    boolean fits(@Nullable MarketDefinition now, long names) {
        return definition == now && namesVersion == names;
    }

    MarketWords words() {
        return words;
    }

    @Nullable KnownMarket known() {
        return known;
    }

    @Nullable Quote told(@Nullable Double line) {
        return told.get(line == null ? Double.valueOf(Double.NaN) : line);
    }

    void tell(Quote quote) {
        Double line = quote.getLine();
        told.put(line == null ? Double.valueOf(Double.NaN) : line, quote);
    }
}
