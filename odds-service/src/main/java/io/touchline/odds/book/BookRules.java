package io.touchline.odds.book;

import java.time.Duration;
import java.util.Map;

/**
 * What a price book keeps and for how long.
 *
 * @param maxAge how old a quote may be beside the newest quote of its fixture before kickoff
 * @param maxAgeInPlay the same once the match runs
 * @param maxAgeBySource sources that confirm their prices in another rhythm: their limit, before kickoff and in play alike
 * @param maxQuotes most quotes a fixture; the oldest goes when one more comes
 */
public record BookRules(Duration maxAge, Duration maxAgeInPlay, Map<String, Duration> maxAgeBySource, int maxQuotes) {

    public BookRules {
        maxAgeBySource = Map.copyOf(maxAgeBySource);
        if (maxQuotes < 1) {
            throw new IllegalArgumentException("a price book holds at least one quote but was told " + maxQuotes);
        }
    }

    long maxAgeMillis(String source, boolean inPlay) {
        Duration own = maxAgeBySource.get(source);
        return (own != null ? own : inPlay ? maxAgeInPlay : maxAge).toMillis();
    }
}
