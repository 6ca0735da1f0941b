package io.touchline.domain.devig;

/**
 * Turns the odds of all selections of one market into fair probabilities.
 *
 * <p>Every implementation keeps the order of the selections (shorter odds never get the smaller probability), needs at least two odds
 * above 1.0, and returns a new array that sums to 1. They are stateless; {@link MarginRemovals} lists them.
 */
public interface MarginRemoval {

    /** Name in configuration and reports, {@code shin}. */
    String name();

    /**
     * Fair probabilities in the order of the odds.
     *
     * @param odds decimal odds of every selection of the market
     * @throws IllegalArgumentException where fewer than two odds are given or one is not above 1.0
     */
    double[] fairProbabilities(double[] odds);
}
