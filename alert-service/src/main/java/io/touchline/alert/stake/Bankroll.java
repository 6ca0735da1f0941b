package io.touchline.alert.stake;

import java.time.Instant;

/**
 * Money over all fixtures, in units of the first bankroll.
 *
 * @param amount 1 at first; settled profits added
 * @param open staked on bets that are not settled
 * @param placed how many bets got a stake or would have
 * @param settled how many of them are over
 * @param changedAt event time of the newest change
 */
public record Bankroll(double amount, double open, int placed, int settled, Instant changedAt) {

    /** Before the first bet. */
    public static final Bankroll FIRST = new Bankroll(1, 0, 0, 0, Instant.EPOCH);

    /** What may still be staked of a wish, money, under a bound on open exposure. */
    double room(double stake, double maximumExposure) {
        return Math.min(stake * amount, Math.max(0, maximumExposure * amount - open));
    }

    Bankroll afterPlacing(double money, Instant at) {
        return new Bankroll(amount, open + money, placed + 1, settled, later(at));
    }

    Bankroll afterSettling(double money, double profit, Instant at) {
        return new Bankroll(amount + profit, Math.max(0, open - money), placed, settled + 1, later(at));
    }

    /** A grade was corrected. */
    Bankroll afterCorrecting(double difference, Instant at) {
        return new Bankroll(amount + difference, open, placed, settled, later(at));
    }

    private Instant later(Instant at) {
        return at.isAfter(changedAt) ? at : changedAt;
    }
}
