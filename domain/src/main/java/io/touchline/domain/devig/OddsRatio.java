package io.touchline.domain.devig;

/**
 * Assumes that the odds in favour, q / (1 − q), are c times the fair ones for every selection: p = q / (c + q − c q).
 *
 * <p>Odds 2.7, 2.3, 4.4 give 0.358810, 0.422561, 0.218628 with c = 1.051169; run as {@code OddsRatioTest#threeWayMarket}.
 *
 * <p>Cheung, K. (2015). Fixed-odds betting and traditional odds.
 */
final class OddsRatio implements MarginRemoval {

    @Override
    public String name() {
        return "odds_ratio";
    }

    @Override
    public double[] fairProbabilities(double[] odds) {
        double[] implied = Implied.of(odds);
        double c = ratio(implied);
        double[] fair = new double[implied.length];
        for (int i = 0; i < fair.length; i++) {
            fair[i] = implied[i] / (c * (1 - implied[i]) + implied[i]);
        }
        return Implied.normalised(fair);
    }

    /** Newton's method from the left: the sum falls and is convex in c, so no step passes the root. */
    static double ratio(double[] implied) {
        double c = Implied.sum(implied) >= 1 ? 1 : 0;
        for (int step = 0; step < Implied.MAX_STEPS; step++) {
            double excess = -1;
            double slope = 0;
            for (double q : implied) {
                double denominator = c * (1 - q) + q;
                excess += q / denominator;
                slope -= q * (1 - q) / (denominator * denominator);
            }
            double move = -excess / slope;
            c += move;
            if (Math.abs(move) < Implied.SOLVED) {
                break;
            }
        }
        return c;
    }
}
