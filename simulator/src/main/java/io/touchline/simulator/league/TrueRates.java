package io.touchline.simulator.league;

/**
 * Goals that each side scores on average in a whole match with eleven men on both sides.
 *
 * @param home of the home side, above 0
 * @param away of the away side, above 0
 */
public record TrueRates(double home, double away) {

    /** Average goals of an away side between two average clubs, and the factor of playing at home. */
    private static final double BASE = Math.log(1.18);

    private static final double HOME_ADVANTAGE = 0.24;

    /** By the strengths alone, before any news. */
    static TrueRates of(Club home, Club away) {
        return new TrueRates(
                Math.exp(BASE + HOME_ADVANTAGE + home.attack() - away.defence()),
                Math.exp(BASE + away.attack() - home.defence()));
    }

    /** Both rates multiplied by the exponential of the effects. */
    public TrueRates shifted(double homeEffect, double awayEffect) {
        return new TrueRates(home * Math.exp(homeEffect), away * Math.exp(awayEffect));
    }
}
