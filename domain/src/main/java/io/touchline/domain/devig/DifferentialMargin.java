package io.touchline.domain.devig;

/**
 * Margin weights in proportion to the odds: fair odds = n · odds / (n − margin · odds), so long odds are corrected most.
 *
 * <p>Odds 2.7, 2.3, 4.4 give 0.359562, 0.423974, 0.216464. Written out, 1 / fair odds = 1 / odds − margin / n: the numbers are those of
 * {@link Additive}, found by Buchdahl from another argument; a test keeps the two equal. Where n − margin · odds is not positive the
 * formula has no answer and the selection gets what {@link Additive} gives it.
 *
 * <p>Buchdahl, J. (2015). The Wisdom of the Crowd. football-data.co.uk.
 */
final class DifferentialMargin implements MarginRemoval {

    @Override
    public String name() {
        return "differential_margin";
    }

    @Override
    public double[] fairProbabilities(double[] odds) {
        double[] implied = Implied.of(odds);
        double margin = Implied.sum(implied) - 1;
        int n = odds.length;
        double[] fair = new double[n];
        for (int i = 0; i < n; i++) {
            double denominator = n - margin * odds[i];
            if (denominator <= 0) {
                return Additive.projectedOnSimplex(implied);
            }
            double fairOdds = n * odds[i] / denominator;
            fair[i] = 1 / fairOdds;
        }
        return Implied.normalised(fair);
    }
}
