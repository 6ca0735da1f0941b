package io.touchline.domain.grid;

/**
 * Finds rates (and rho) whose grid gives wanted probabilities of the result and of more than two goals: damped Gauss-Newton
 * (Levenberg-Marquardt) on the logarithms of the rates, with values and slopes from {@link GridSums}.
 *
 * <p>Levenberg, K. (1944). A method for the solution of certain non-linear problems in least squares. Quarterly of Applied
 * Mathematics 2, 164-168.
 */
final class GridFit {

    private static final int MAX_STEPS = 60;

    private static final double FIRST_DAMPING = 1e-4;
    /** Squared distance of the probabilities below which the fit is exact for every purpose. */
    private static final double EXACT = 1e-22;

    private static final double LOWEST_LOG_RATE = Math.log(0.02);
    private static final double HIGHEST_LOG_RATE = Math.log(9);
    private static final double HIGHEST_RHO = 0.3;
    /** Goals of both sides at even chances of more than two, and by how much a goal more moves those chances. */
    private static final double EVEN_GOALS = 2.674;

    private static final double OVER_A_GOAL = 0.2466;

    /** By how much a goal of supremacy moves the home side's chances above the away side's, about the middle. */
    private static final double MARGIN_A_GOAL = 0.45;

    private static final double MOST_SUPREMACY = 2.2;
    private static final double LEAST_RATE = 0.2;

    private final double home;
    private final double draw;
    private final double over25;
    private final int free;

    private GridFit(double home, double draw, double over25) {
        this.home = home;
        this.draw = draw;
        this.over25 = over25;
        this.free = Double.isNaN(over25) ? 2 : 3;
    }

    /** A place of the search. */
    private record Rates(double logHome, double logAway, double rho, double home, double away) {

        /** Within their bounds; rho in those that the rates leave it. */
        static Rates of(double logHome, double logAway, double rho) {
            double home = Math.exp(logHome);
            double away = Math.exp(logAway);
            return new Rates(logHome, logAway, LowScores.bounded(rho, home, away), home, away);
        }
    }

    static ScoreGrid fit(double home, double draw, double away, double over25, double rho) {
        double sum = home + draw + away;
        if (!(home > 0 && draw > 0 && away > 0 && Math.abs(sum - 1) < 1e-6) || over25 <= 0 || over25 >= 1) {
            throw new IllegalArgumentException(
                    "wanted probabilities lie in 0..1 and those of the result sum to 1 but were %s %s %s, over %s"
                            .formatted(home, draw, away, over25));
        }
        Rates found = new GridFit(home / sum, draw / sum, over25).search(start((home - away) / sum, over25, rho));
        return ScoreGrid.dixonColes(found.home(), found.away(), found.rho());
    }

    /** Near the rates, so that few steps are left: straight lines through the middle of what there is. */
    private static Rates start(double margin, double over25, double rho) {
        double goals = Double.isNaN(over25) ? EVEN_GOALS : Math.clamp(EVEN_GOALS + (over25 - 0.5) / OVER_A_GOAL, 1, 6);
        double supremacy = Math.clamp(margin / MARGIN_A_GOAL, -MOST_SUPREMACY, MOST_SUPREMACY);
        return Rates.of(
                Math.log(Math.max(LEAST_RATE, (goals + supremacy) / 2)),
                Math.log(Math.max(LEAST_RATE, (goals - supremacy) / 2)),
                rho);
    }

    private Rates search(Rates start) {
        Rates at = start;
        GridSums sums = new GridSums();
        GridSums nextSums = new GridSums();
        double[] residual = new double[3];
        double[] next = new double[3];
        double error = residuals(at, sums, residual);
        double damping = FIRST_DAMPING;
        for (int step = 0; step < MAX_STEPS && error > EXACT && damping < 1e12; step++) {
            Rates moved = moved(at, sums.slopes, residual, damping);
            double nextError = residuals(moved, nextSums, next);
            if (nextError < error) {
                GridSums spareSums = sums;
                sums = nextSums;
                nextSums = spareSums;
                double[] spare = residual;
                residual = next;
                next = spare;
                at = moved;
                error = nextError;
                damping = Math.max(1e-12, damping / 10);
            } else {
                damping *= 10;
            }
        }
        return at;
    }

    /** A step in all parameters; where it would take rho past a bound, rho goes to the bound and the rates take what is left. */
    private Rates moved(Rates at, double[][] jacobian, double[] residual, double damping) {
        double[] full = step(jacobian, residual, damping, free);
        double wanted = free == 3 ? at.rho() + full[2] : at.rho();
        Rates moved = bounded(at, full, wanted);
        if (free == 3 && moved.rho() != wanted) {
            double[] left = new double[3];
            for (int i = 0; i < 3; i++) {
                left[i] = residual[i] + jacobian[2][i] * (moved.rho() - at.rho());
            }
            moved = bounded(at, step(jacobian, left, damping, 2), moved.rho());
        }
        return moved;
    }

    private double[] step(double[][] jacobian, double[] residual, double damping, int n) {
        double[][] normal = new double[n][n + 1];
        for (int p = 0; p < n; p++) {
            for (int q = 0; q < n; q++) {
                normal[p][q] = dot(jacobian[p], jacobian[q]);
            }
            normal[p][p] += damping * (normal[p][p] + 1e-9);
            normal[p][n] = -dot(jacobian[p], residual);
        }
        return solve(normal, n);
    }

    private static double[] solve(double[][] rows, int free) {
        for (int p = 0; p < free; p++) {
            for (int q = p + 1; q < free; q++) {
                double factor = rows[q][p] / rows[p][p];
                for (int c = p; c <= free; c++) {
                    rows[q][c] -= factor * rows[p][c];
                }
            }
        }
        double[] solution = new double[free];
        for (int p = free - 1; p >= 0; p--) {
            double value = rows[p][free];
            for (int q = p + 1; q < free; q++) {
                value -= rows[p][q] * solution[q];
            }
            solution[p] = value / rows[p][p];
        }
        return solution;
    }

    private Rates bounded(Rates at, double[] step, double rho) {
        return Rates.of(
                Math.clamp(at.logHome() + step[0], LOWEST_LOG_RATE, HIGHEST_LOG_RATE),
                Math.clamp(at.logAway() + step[1], LOWEST_LOG_RATE, HIGHEST_LOG_RATE),
                free == 3 ? Math.clamp(rho, -HIGHEST_RHO, HIGHEST_RHO) : rho);
    }

    /** Fills in the sums and how far home win, draw and over 2.5 are from what is wanted; the sum of squares. */
    private double residuals(Rates at, GridSums sums, double[] residual) {
        sums.at(at.home(), at.away(), at.rho());
        residual[0] = sums.said[GridSums.HOME] - home;
        residual[1] = sums.said[GridSums.DRAW] - draw;
        residual[2] = free == 3 ? sums.said[GridSums.OVER] - over25 : 0;
        return dot(residual, residual);
    }

    /** Over what is wanted: more than two goals only where it is known. */
    private double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + (free == 3 ? a[2] * b[2] : 0);
    }
}
