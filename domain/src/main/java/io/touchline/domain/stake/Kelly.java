package io.touchline.domain.stake;

import io.touchline.domain.odds.Edge;
import io.touchline.domain.odds.OutcomeProbabilities;

/**
 * The share of bankroll that makes the expected logarithm of wealth largest.
 *
 * <p>A chance of 0.55 at odds 2.00 gives 0.10; run as {@code KellyTest#plainBet}. Several bets at once are solved by
 * {@link SimultaneousKelly}.
 *
 * <p>Kelly, J. L. (1956). A new interpretation of information rate. Bell System Technical Journal 35, 917-926.
 */
public final class Kelly {

    private static final int MAX_STEPS = 200;

    private Kelly() {}

    /** A bet that wins or loses; 0 where there is no edge. */
    public static double fraction(double probability, double odds) {
        return Math.max(0, Edge.of(probability, odds) / (odds - 1));
    }

    /**
     * A bet whose stake can come back in whole or in half: the root of the derivative of the expected logarithm, which falls
     * throughout.
     */
    public static double fraction(OutcomeProbabilities outcomes, double odds) {
        if (outcomes.halfWin() == 0 && outcomes.halfLoss() == 0) {
            double decided = outcomes.win() + outcomes.loss();
            return decided == 0 ? 0 : fraction(outcomes.win() / decided, odds);
        }
        double low = 0;
        double high = 1;
        if (slope(outcomes, odds, 0) <= 0) {
            return 0;
        }
        for (int step = 0; step < MAX_STEPS && high - low > 1e-15; step++) {
            double middle = (low + high) / 2;
            if (slope(outcomes, odds, middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double slope(OutcomeProbabilities outcomes, double odds, double stake) {
        double gain = odds - 1;
        return outcomes.win() * gain / (1 + stake * gain)
                + outcomes.halfWin() * gain / 2 / (1 + stake * gain / 2)
                - outcomes.halfLoss() / 2 / (1 - stake / 2)
                - (outcomes.loss() == 0 ? 0 : outcomes.loss() / (1 - stake));
    }
}
