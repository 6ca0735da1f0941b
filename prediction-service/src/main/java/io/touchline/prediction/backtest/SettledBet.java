package io.touchline.prediction.backtest;

import io.touchline.domain.market.Outcome;

/**
 * A bet after its match.
 *
 * @param profit in units of the bankroll at the start
 * @param bankroll after it, in the same units
 */
public record SettledBet(Bet bet, Outcome outcome, double profit, double bankroll) {

    /** Profit per unit staked. */
    public double unitProfit() {
        return outcome.profit(bet.odds());
    }
}
