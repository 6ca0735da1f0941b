package io.touchline.simulator.market;

import io.touchline.simulator.league.TrueRates;
import java.time.Instant;
import java.util.List;

/**
 * What a bookmaker thinks of a match: enough to price any market and line of it.
 *
 * @param pricedAt when it last looked
 * @param suspended whether it takes no bets now
 * @param rates goals that it expects each side still to score
 * @param homeGoals of the home side, as it knows
 * @param awayGoals of the away side, as it knows
 * @param quoter puts its prices on the board
 */
public record Opinion(
        Instant pricedAt, boolean suspended, TrueRates rates, int homeGoals, int awayGoals, Quoter quoter) {

    /** Fair prices by these rates. */
    public Goals goals() {
        return new Goals(rates.home(), rates.away());
    }

    /** Fair probabilities of home, draw and away. */
    public double[] matchResult() {
        return goals().matchResult(homeGoals - awayGoals);
    }

    /** Fair shares of over and under. */
    public double[] totals(double line) {
        return goals().totals(line, homeGoals + awayGoals);
    }

    /** Fair shares of over and under of one side's goals. */
    public double[] sideTotals(boolean home, double line) {
        Goals alone = home ? new Goals(rates.home(), 0) : new Goals(0, rates.away());
        return alone.totals(line, home ? homeGoals : awayGoals);
    }

    /** Fair shares of home and away with the home side's handicap, for the whole match. */
    public double[] handicap(double line) {
        return goals().handicap(line, homeGoals - awayGoals);
    }

    /** Fair probabilities that both sides score, and that they do not. */
    public double[] bothScore() {
        double home = homeGoals > 0 ? 1 : 1 - Math.exp(-rates.home());
        double away = awayGoals > 0 ? 1 : 1 - Math.exp(-rates.away());
        return new double[] {home * away, 1 - home * away};
    }

    /** Odds to back on the board, by the fair probabilities; the name tells its errors apart. */
    public List<Double> odds(String name, double[] fair) {
        return quoter.odds(name, fair);
    }
}
