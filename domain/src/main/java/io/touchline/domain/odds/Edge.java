package io.touchline.domain.odds;

/**
 * Expected profit per unit staked: probability × odds − 1. A chance of 0.55 at odds 2.00 is an edge of 0.10; run as
 * {@code EdgeTest#plainBet}.
 */
public final class Edge {

    private Edge() {}

    /**
     * A bet that wins or loses.
     *
     * @param probability 0..1
     * @param odds above 1.0
     */
    public static double of(double probability, double odds) {
        return probability * odds - 1;
    }

    public static double of(Probability probability, DecimalOdds odds) {
        return of(probability.value(), odds.value());
    }

    /** A bet whose stake can come back in whole or in half. */
    public static double of(OutcomeProbabilities outcomes, double odds) {
        return (outcomes.win() + outcomes.halfWin() / 2) * (odds - 1) - outcomes.loss() - outcomes.halfLoss() / 2;
    }
}
