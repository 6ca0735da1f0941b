package io.touchline.domain.devig;

/**
 * Removes the margin by Shin's method, which assumes a share z of insiders among the bettors.
 *
 * <p>Odds 2.6, 2.4, 4.3 give 0.372994, 0.404779, 0.222227 with z = 0.0169425; run as {@code ShinTest#threeWayMarket}. With two
 * selections the method equals {@link Additive}. Odds without a margin hold no insiders (z = 0) and are scaled to sum to 1.
 *
 * <p>Shin, H. S. (1993). Measuring the incidence of insider trading in a market for state-contingent claims.
 * The Economic Journal 103, 1141-1153.
 */
final class Shin implements MarginRemoval {

    @Override
    public String name() {
        return "shin";
    }

    @Override
    public double[] fairProbabilities(double[] odds) {
        double[] implied = Implied.of(odds);
        double book = Implied.sum(implied);
        double z = insiders(implied, book);
        double[] fair = new double[implied.length];
        for (int i = 0; i < fair.length; i++) {
            double a = implied[i] * implied[i] / book;
            fair[i] = (Math.sqrt(z * z + 4 * (1 - z) * a) - z) / (2 * (1 - z));
        }
        return Implied.normalised(fair);
    }

    /**
     * The share of insiders. The sum of the probabilities minus 1, times 2 (1 − z), is convex in z, positive at 0 and 0 at 1; its other
     * root is the answer and Newton's method reaches it from 0 without passing it.
     */
    static double insiders(double[] implied, double book) {
        if (book <= 1) {
            return 0;
        }
        int n = implied.length;
        double z = 0;
        for (int step = 0; step < Implied.MAX_STEPS; step++) {
            double excess = -(n - 2) * z - 2;
            double slope = -(n - 2);
            for (double each : implied) {
                double a = each * each / book;
                double root = Math.sqrt(z * z + 4 * (1 - z) * a);
                excess += root;
                slope += (z - 2 * a) / root;
            }
            double move = -excess / slope;
            z += move;
            if (Math.abs(move) < Implied.SOLVED) {
                break;
            }
        }
        return z;
    }
}
