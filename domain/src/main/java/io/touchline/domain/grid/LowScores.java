package io.touchline.domain.grid;

/** The range of rho in which Dixon and Coles' four corrected cells stay at 0 or above. */
final class LowScores {

    private LowScores() {}

    static double bounded(double rho, double homeRate, double awayRate) {
        if (!(rho > -10 && rho < 10)) {
            throw new IllegalArgumentException("rho is a small number about 0 but was " + rho);
        }
        double lowest = Math.max(-1 / homeRate, -1 / awayRate);
        double highest = Math.min(1, 1 / (homeRate * awayRate));
        return Math.max(lowest, Math.min(highest, rho));
    }
}
