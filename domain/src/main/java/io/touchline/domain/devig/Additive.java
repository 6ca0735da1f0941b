package io.touchline.domain.devig;

import java.util.Arrays;

/**
 * Takes the same share of the margin from every selection: p = q − (sum q − 1) / n.
 *
 * <p>Odds 2.7, 2.3, 4.4 give 0.359562, 0.423974, 0.216464; run as {@code AdditiveTest#threeWayMarket}. An outsider whose implied
 * probability is smaller than its share of the margin comes to 0 and the others share the rest, which is the nearest point of the
 * probability simplex (Duchi, J. et al. (2008). Efficient projections onto the l1-ball. Proceedings of ICML, 272-279).
 */
final class Additive implements MarginRemoval {

    @Override
    public String name() {
        return "additive";
    }

    @Override
    public double[] fairProbabilities(double[] odds) {
        return projectedOnSimplex(Implied.of(odds));
    }

    static double[] projectedOnSimplex(double[] values) {
        double[] descending = values.clone();
        Arrays.sort(descending);
        double sum = 0;
        double shift = 0;
        for (int kept = 1; kept <= descending.length; kept++) {
            double smallest = descending[descending.length - kept];
            sum += smallest;
            double candidate = (sum - 1) / kept;
            if (smallest > candidate) {
                shift = candidate;
            }
        }
        double[] projected = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            projected[i] = Math.max(0, values[i] - shift);
        }
        return Implied.normalised(projected);
    }
}
