package io.touchline.domain.devig;

/**
 * Divides every implied probability by their sum, as if each selection carried the margin in proportion.
 *
 * <p>Odds 2.7, 2.3, 4.4 give 0.358738, 0.421127, 0.220135; run as {@code MultiplicativeTest#threeWayMarket}.
 */
final class Multiplicative implements MarginRemoval {

    @Override
    public String name() {
        return "multiplicative";
    }

    @Override
    public double[] fairProbabilities(double[] odds) {
        return Implied.normalised(Implied.of(odds));
    }
}
