package io.touchline.domain.devig;

/**
 * Moves the log-odds of every selection by the same amount: logit p = logit q − s.
 *
 * <p>Odds 2.7, 2.3, 4.4 give 0.358810, 0.422561, 0.218628 with s = 0.049903. It is {@link OddsRatio} on the scale of logarithms (s = ln c)
 * and is solved there on its own, so each checks the other.
 */
final class Logarithmic implements MarginRemoval {

    @Override
    public String name() {
        return "logarithmic";
    }

    @Override
    public double[] fairProbabilities(double[] odds) {
        double[] implied = Implied.of(odds);
        double[] logOdds = new double[implied.length];
        for (int i = 0; i < logOdds.length; i++) {
            logOdds[i] = Math.log(implied[i] / (1 - implied[i]));
        }
        double shift = shift(logOdds);
        double[] fair = new double[implied.length];
        for (int i = 0; i < fair.length; i++) {
            fair[i] = logistic(logOdds[i] - shift);
        }
        return Implied.normalised(fair);
    }

    /** The sum of probabilities falls as the shift grows: Newton's method kept inside a shrinking bracket. */
    static double shift(double[] logOdds) {
        double low = -50;
        double high = 50;
        double shift = 0;
        for (int step = 0; step < 2 * Implied.MAX_STEPS; step++) {
            double excess = -1;
            double slope = 0;
            for (double each : logOdds) {
                double p = logistic(each - shift);
                excess += p;
                slope -= p * (1 - p);
            }
            if (excess > 0) {
                low = shift;
            } else {
                high = shift;
            }
            double next = shift - excess / slope;
            if (!(next > low && next < high)) {
                next = (low + high) / 2;
            }
            double move = next - shift;
            shift = next;
            if (Math.abs(move) < Implied.SOLVED) {
                break;
            }
        }
        return shift;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
