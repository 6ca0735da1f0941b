package io.touchline.domain.stake;

/**
 * How far Kelly's stakes are trusted; all are fractions of bankroll or of Kelly's stake.
 *
 * @param multiplier share of Kelly's stake that is bet
 * @param maximumStake at most on one bet
 * @param maximumExposure at most on all open bets together
 */
public record KellySettings(double multiplier, double maximumStake, double maximumExposure) {

    public KellySettings {
        if (!(multiplier > 0 && multiplier <= 1 && maximumStake > 0 && maximumStake <= 1)
                || !(maximumExposure > 0 && maximumExposure <= 1)) {
            throw new IllegalArgumentException("stake settings lie above 0 and up to 1 but were " + multiplier + ", "
                    + maximumStake + ", " + maximumExposure);
        }
    }

    /** An eighth of Kelly's stake, at most 5 % of bankroll a bet and 15 % open. */
    public static KellySettings standard() {
        return new KellySettings(0.125, 0.05, 0.15);
    }

    /**
     * The stake of a bet beside bets that are already open.
     *
     * @param kelly Kelly's own fraction, 0 or more
     * @param openExposure stakes open now
     */
    public double stake(double kelly, double openExposure) {
        double free = Math.max(0, maximumExposure - openExposure);
        return Math.min(Math.min(kelly * multiplier, maximumStake), free);
    }
}
