package io.touchline.alert.life;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where a price stands: one bookmaker's market.
 *
 * @param market name of the market
 * @param line null for a market without one
 * @param bookmaker slug
 */
record PriceKey(String market, @Nullable Double line, String bookmaker) implements Comparable<PriceKey> {

    private static final Comparator<PriceKey> ORDER = Comparator.comparing(PriceKey::market)
            .thenComparing(PriceKey::line, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(PriceKey::bookmaker);

    PriceKey {
        // -0.0 and 0.0 are one line
        line = line == null ? null : (Double) (line + 0.0);
    }

    @Override
    public int compareTo(PriceKey other) {
        return ORDER.compare(this, other);
    }
}
