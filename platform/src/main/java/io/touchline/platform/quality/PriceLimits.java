package io.touchline.platform.quality;

import java.time.Duration;

/**
 * What {@link PriceCheck} takes for usual.
 *
 * @param mostOdds decimal; an exchange goes up to 1000
 * @param leastOverround below it a bookmaker would give money away
 * @param mostOverround of a bookmaker; an exchange without offers has any
 * @param thinExchange overround beyond which an exchange's offers say nothing of a probability
 * @param jump most probability a selection may move at once before kickoff
 * @param sudden how near two prices must be to be held against each other before kickoff
 * @param apart most probability a selection may lie from the others' median before kickoff
 * @param apartInPlay the same once the match runs
 * @param beside how near two prices must be once the match runs
 * @param others how many others make a median
 */
public record PriceLimits(
        double mostOdds,
        double leastOverround,
        double mostOverround,
        double thinExchange,
        double jump,
        Duration sudden,
        double apart,
        double apartInPlay,
        Duration beside,
        int others) {

    /** Judged by hand: wide enough that team news passes and a decimal point in the wrong place does not. */
    public static final PriceLimits USUAL =
            new PriceLimits(1001, -0.05, 0.4, 0.1, 0.12, Duration.ofMinutes(10), 0.1, 0.25, Duration.ofSeconds(20), 2);
}
