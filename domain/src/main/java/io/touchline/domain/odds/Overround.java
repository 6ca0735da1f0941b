package io.touchline.domain.odds;

/**
 * Sum of the implied probabilities of a market minus 1: the bookmaker's margin as a fraction. Odds 2.7, 2.3, 4.4 give 0.0324
 * (not 103.24, not 3.24); run as {@code EdgeTest#overround_threeWayMarket}.
 */
public final class Overround {

    private Overround() {}

    /** Below 0 where the odds are an arbitrage; throws {@link IllegalArgumentException} where one of them is no odds. */
    public static double of(double... odds) {
        double sum = 0;
        for (double each : odds) {
            sum += new DecimalOdds(each).impliedProbability();
        }
        return sum - 1;
    }
}
