package io.touchline.alert.stake;

import io.touchline.domain.odds.OutcomeProbabilities;
import org.jspecify.annotations.Nullable;

/**
 * Something to stake on, or staked on already.
 *
 * @param market name of the market
 * @param line null for a market without one
 * @param selection name of the selection
 * @param odds decimal, above 1
 * @param outcomes how it can end, by the model
 * @param staked fraction of bankroll that is on it already; 0 for a new one
 */
public record Bet(
        String market,
        @Nullable Double line,
        String selection,
        double odds,
        OutcomeProbabilities outcomes,
        double staked) {

    /** Bets on the same thing, at whatever odds. */
    String question() {
        return market + '|' + line + '|' + selection;
    }
}
