package io.touchline.alert.rule;

import io.touchline.domain.odds.DecimalOdds;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One selection at one bookmaker: what can be bet on.
 *
 * @param market name of the market
 * @param line null for a market without one
 * @param selection name of the selection
 * @param bookmaker slug
 * @param source that brought the price
 * @param odds decimal, above 1
 * @param since when the bookmaker first offered exactly these odds without a break: with the odds it is the price's identity
 * @param observedAt when the bookmaker last confirmed them
 * @param inPlay true once the match runs, by the source
 */
public record Offer(
        String market,
        @Nullable Double line,
        String selection,
        String bookmaker,
        String source,
        double odds,
        Instant since,
        Instant observedAt,
        boolean inPlay) {

    public Offer {
        if (!DecimalOdds.isValid(odds)) {
            throw new IllegalArgumentException("odds must be above 1.0 but were " + odds);
        }
    }
}
