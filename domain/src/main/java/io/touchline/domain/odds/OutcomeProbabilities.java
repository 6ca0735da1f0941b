package io.touchline.domain.odds;

/**
 * The chances of all ways in which a bet can end; they sum to 1.
 *
 * @param win whole stake wins
 * @param halfWin half wins, half is returned
 * @param push whole stake is returned
 * @param halfLoss half is lost, half is returned
 * @param loss whole stake is lost
 */
public record OutcomeProbabilities(double win, double halfWin, double push, double halfLoss, double loss) {

    /** Rounding of sums of some hundred cells stays far below this. */
    private static final double SUM_TOLERANCE = 1e-9;

    public OutcomeProbabilities {
        double sum = win + halfWin + push + halfLoss + loss;
        if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)
                || !(Math.min(win, Math.min(halfWin, Math.min(push, Math.min(halfLoss, loss)))) >= -SUM_TOLERANCE)) {
            throw new IllegalArgumentException("outcome probabilities lie in 0..1 and sum to 1 but were %s %s %s %s %s"
                    .formatted(win, halfWin, push, halfLoss, loss));
        }
    }

    /** A bet that either wins or loses. */
    public static OutcomeProbabilities ofWin(double win) {
        return new OutcomeProbabilities(win, 0, 0, 0, 1 - win);
    }

    /**
     * The win probability of a bet without pushes that has the same fair odds: the stake won divided by the stake that is decided.
     * NaN where the stake is always returned.
     */
    public double equivalentProbability() {
        double won = win + halfWin / 2;
        return won / (won + loss + halfLoss / 2);
    }

    /** Odds at which the edge is 0: 1 / {@link #equivalentProbability()}. */
    public double fairOdds() {
        return 1 / equivalentProbability();
    }
}
