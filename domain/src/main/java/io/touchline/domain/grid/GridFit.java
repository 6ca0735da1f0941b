package io.touchline.domain.grid;

/**
 * Finds rates (and rho) whose grid gives wanted probabilities of the result and of more than two goals: damped Gauss-Newton
 * (Levenberg-Marquardt) on the logarithms of the rates, with the grid's cells summed in closed form.
 *
 * <p>Levenberg, K. (1944). A method for the solution of certain non-linear problems in least squares. Quarterly of Applied
 * Mathematics 2, 164-168.
 */
final class GridFit {

    private static final int MAX_STEPS = 60;
    /** Squared distance of the probabilities below which the fit is exact for every purpose. */
    private static final double EXACT = 1e-22;

    private static final double DIFFERENCE = 1e-6;
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

    static ScoreGrid fit(double home, double draw, double away, double over25, double rho) {
        double sum = home + draw + away;
        if (!(home > 0 && draw > 0 && away > 0 && Math.abs(sum - 1) < 1e-6) || over25 <= 0 || over25 >= 1) {
            throw new IllegalArgumentException(
                    "wanted probabilities lie in 0..1 and those of the result sum to 1 but were %s %s %s, over %s"
                            .formatted(home, draw, away, over25));
        }
        double[] found = new GridFit(home / sum, draw / sum, over25).search(start((home - away) / sum, over25, rho));
        return ScoreGrid.dixonColes(Math.exp(found[0]), Math.exp(found[1]), found[2]);
    }

    /** Near the rates, so that few steps are left: straight lines through the middle of what there is. */
    private static double[] start(double margin, double over25, double rho) {
        double goals = Double.isNaN(over25) ? EVEN_GOALS : Math.clamp(EVEN_GOALS + (over25 - 0.5) / OVER_A_GOAL, 1, 6);
        double supremacy = Math.clamp(margin / MARGIN_A_GOAL, -MOST_SUPREMACY, MOST_SUPREMACY);
        return new double[] {
            Math.log(Math.max(LEAST_RATE, (goals + supremacy) / 2)),
            Math.log(Math.max(LEAST_RATE, (goals - supremacy) / 2)),
            rho
        };
    }

    private double[] search(double[] start) {
        double[] at = start;
        double[] residual = new double[3];
        double error = residuals(at, residual);
        double damping = 1e-4;
        double[][] jacobian = new double[free][];
        for (int step = 0; step < MAX_STEPS && error > EXACT && damping < 1e12; step++) {
            for (int p = 0; p < free; p++) {
                jacobian[p] = slope(at, p, residual);
            }
            double[] moved = moved(at, jacobian, residual, damping);
            double[] next = new double[3];
            double nextError = residuals(moved, next);
            if (nextError < error) {
                at = moved;
                residual = next;
                error = nextError;
                damping = Math.max(1e-12, damping / 10);
            } else {
                damping *= 10;
            }
        }
        return at;
    }

    private double[] slope(double[] at, int parameter, double[] residual) {
        double[] beside = at.clone();
        beside[parameter] += DIFFERENCE;
        double[] slope = new double[3];
        residuals(beside, slope);
        for (int i = 0; i < 3; i++) {
            slope[i] = (slope[i] - residual[i]) / DIFFERENCE;
        }
        return slope;
    }

    /** A step in all parameters; where it would take rho past a bound, rho goes to the bound and the rates take what is left. */
    private double[] moved(double[] at, double[][] jacobian, double[] residual, double damping) {
        double[] full = step(jacobian, residual, damping, free);
        double[] moved = bounded(at, full);
        if (free == 3 && moved[2] != at[2] + full[2]) {
            double[] left = new double[3];
            for (int i = 0; i < 3; i++) {
                left[i] = residual[i] + jacobian[2][i] * (moved[2] - at[2]);
            }
            moved = bounded(new double[] {at[0], at[1], moved[2]}, step(jacobian, left, damping, 2));
        }
        return moved;
    }

    private static double[] step(double[][] jacobian, double[] residual, double damping, int n) {
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

    private double[] bounded(double[] at, double[] step) {
        double[] moved = at.clone();
        for (int p = 0; p < step.length; p++) {
            moved[p] += step[p];
        }
        moved[0] = Math.clamp(moved[0], LOWEST_LOG_RATE, HIGHEST_LOG_RATE);
        moved[1] = Math.clamp(moved[1], LOWEST_LOG_RATE, HIGHEST_LOG_RATE);
        if (free == 3) {
            moved[2] = Math.clamp(moved[2], -HIGHEST_RHO, HIGHEST_RHO);
        }
        moved[2] = LowScores.bounded(moved[2], Math.exp(moved[0]), Math.exp(moved[1]));
        return moved;
    }

    /** Fills in how far home win, draw and over 2.5 are from what is wanted; the sum of squares. */
    private double residuals(double[] at, double[] residual) {
        double homeRate = Math.exp(at[0]);
        double awayRate = Math.exp(at[1]);
        double rho = LowScores.bounded(at[2], homeRate, awayRate);
        double[] h = ScoreGrid.poissonRow(homeRate);
        double[] a = ScoreGrid.poissonRow(awayRate);
        double homeSum = 0;
        double awayBelow = 0;
        double homeWin = 0;
        double drawn = 0;
        for (int i = 0; i < ScoreGrid.SIZE; i++) {
            homeWin += h[i] * awayBelow;
            drawn += h[i] * a[i];
            homeSum += h[i];
            awayBelow += a[i];
        }
        double all = homeSum * awayBelow;
        // rho moves this much from 0-0 and 1-1 each to 1-0 and 0-1 each; none of it passes two goals
        double moved = h[0] * a[0] * homeRate * awayRate * rho;
        double under = h[0] * (a[0] + a[1] + a[2]) + h[1] * (a[0] + a[1]) + h[2] * a[0];
        residual[0] = (homeWin + moved) / all - home;
        residual[1] = (drawn - 2 * moved) / all - draw;
        residual[2] = free == 3 ? 1 - under / all - over25 : 0;
        return dot(residual, residual);
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
