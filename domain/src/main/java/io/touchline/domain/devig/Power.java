package io.touchline.domain.devig;

/**
 * Raises every implied probability to the one power k at which they sum to 1, so outsiders lose the larger share.
 *
 * <p>Odds 2.7, 2.3, 4.4 give 0.359171, 0.423731, 0.217098 with k = 1.030913; run as {@code PowerTest#threeWayMarket}.
 *
 * <p>Clarke, S., Kovalchik, S., Ingram, M. (2017). Adjusting bookmaker's odds to allow for overround. American Journal of Sports
 * Science 5(6), 45-49.
 */
final class Power implements MarginRemoval {

    @Override
    public String name() {
        return "power";
    }

    @Override
    public double[] fairProbabilities(double[] odds) {
        double[] implied = Implied.of(odds);
        double k = exponent(implied);
        double[] fair = new double[implied.length];
        for (int i = 0; i < fair.length; i++) {
            fair[i] = Math.pow(implied[i], k);
        }
        return Implied.normalised(fair);
    }

    /** Newton's method from the left: the sum falls and is convex in k, so no step passes the root. */
    static double exponent(double[] implied) {
        double[] logs = new double[implied.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(implied[i]);
        }
        double k = Implied.sum(implied) >= 1 ? 1 : 0;
        for (int step = 0; step < Implied.MAX_STEPS; step++) {
            double excess = -1;
            double slope = 0;
            for (double log : logs) {
                double p = Math.exp(k * log);
                excess += p;
                slope += p * log;
            }
            double move = -excess / slope;
            k += move;
            if (Math.abs(move) < Implied.SOLVED) {
                break;
            }
        }
        return k;
    }
}
