package io.touchline.simulator.market;

/**
 * Fair prices from two independent Poisson rates for the goals still to come. Written apart from the product's own score grid
 * on purpose: the simulated truth must not share the product's mistakes.
 */
public final class Goals {

    private static final int MOST = 14;

    private final double[] home;
    private final double[] away;

    public Goals(double homeRate, double awayRate) {
        this.home = poisson(homeRate);
        this.away = poisson(awayRate);
    }

    /**
     * Fair probabilities of home win, draw, away win at the end.
     *
     * @param lead goals by which the home side leads now
     */
    public double[] matchResult(int lead) {
        double[] result = new double[3];
        for (int h = 0; h <= MOST; h++) {
            for (int a = 0; a <= MOST; a++) {
                int margin = lead + h - a;
                result[margin > 0 ? 0 : margin == 0 ? 1 : 2] += home[h] * away[a];
            }
        }
        return result;
    }

    /**
     * Fair shares of over and under, pushes left out; they sum to 1.
     *
     * @param line a multiple of a quarter goal
     * @param scored goals so far
     */
    public double[] totals(double line, int scored) {
        return shares(line, (h, a) -> scored + h + a);
    }

    /**
     * Fair shares of the home and the away side of a handicap; they sum to 1.
     *
     * @param line goals given to the home side, a multiple of a quarter
     * @param lead goals by which the home side leads now
     */
    public double[] handicap(double line, int lead) {
        return shares(-line, (h, a) -> lead + h - a);
    }

    /** A quarter line is half a stake on each of the neighbouring half and whole lines. */
    private double[] shares(double line, Count count) {
        boolean quarter = Math.floorMod(Math.round(line * 4), 2) == 1;
        double low = quarter ? line - 0.25 : line;
        double high = quarter ? line + 0.25 : line;
        double over = 0;
        double under = 0;
        for (int h = 0; h <= MOST; h++) {
            for (int a = 0; a <= MOST; a++) {
                double probability = home[h] * away[a] / 2;
                int value = count.of(h, a);
                over += probability * ((value > low ? 1 : 0) + (value > high ? 1 : 0));
                under += probability * ((value < low ? 1 : 0) + (value < high ? 1 : 0));
            }
        }
        return new double[] {over / (over + under), under / (over + under)};
    }

    private static double[] poisson(double rate) {
        double[] probabilities = new double[MOST + 1];
        double term = Math.exp(-rate);
        double sum = 0;
        for (int goals = 0; goals <= MOST; goals++) {
            probabilities[goals] = term;
            sum += term;
            term *= rate / (goals + 1);
        }
        for (int goals = 0; goals <= MOST; goals++) {
            probabilities[goals] /= sum;
        }
        return probabilities;
    }

    private interface Count {
        int of(int home, int away);
    }
}
