package io.touchline.domain.grid;

/**
 * What a grid says of home win, draw and more than two goals, and how these move with the logarithms of both rates and with rho: one pass over the goals of one side instead of one over all scores. One more goal of
 * expectation takes the distribution's term before in and its own out, which makes every slope a sum of the same kind. Mutable: for one thread and one search.
 */
public final class GridSums {

    static final int HOME = 0;
    static final int DRAW = 1;
    static final int OVER = 2;

    /** By what is said: home win, draw, more than two goals. */
    final double[] said = new double[3];
    /** By what is moved (logarithm of the home side's rate, of the away side's, rho) and what is said. */
    final double[][] slopes = new double[3][3];

    GridSums() {}

    /** Home win, draw, away win and more than two goals, as {@link ScoreGrid#dixonColes} has them. */
    public static double[] of(double homeRate, double awayRate, double rho) {
        GridSums sums = new GridSums();
        sums.at(ScoreGrid.checked(homeRate), ScoreGrid.checked(awayRate), LowScores.bounded(rho, homeRate, awayRate));
        double[] said = sums.said;
        return new double[] {said[HOME], said[DRAW], 1 - said[HOME] - said[DRAW], said[OVER]};
    }

    /** Sums up; rho lies in its bounds. */
    void at(double homeRate, double awayRate, double rho) {
        double home = Math.exp(-homeRate);
        double away = Math.exp(-awayRate);
        double none = home * away;
        double homeBefore = 0;
        double awayBefore = 0;
        double homeSum = 0;
        double awaySum = 0;
        double won = 0;
        double drawn = 0;
        double wonByOne = 0;
        double lostByOne = 0;
        for (int goals = 0; goals < ScoreGrid.SIZE; goals++) {
            if (goals > 0) {
                homeBefore = home;
                awayBefore = away;
                home *= homeRate * ScoreGrid.INVERSE[goals];
                away *= awayRate * ScoreGrid.INVERSE[goals];
            }
            won += home * awaySum;
            drawn += home * away;
            wonByOne += home * awayBefore;
            lostByOne += homeBefore * away;
            homeSum += home;
            awaySum += away;
        }
        // rho moves this much from 0-0 and 1-1 each to 1-0 and 0-1 each; none of it passes two goals
        double apart = none * homeRate * awayRate;
        double moved = apart * rho;
        double goals = homeRate + awayRate;
        double two = none * goals * goals / 2;
        double all = homeSum * awaySum;
        double share = 1 / all;
        said[HOME] = (won + moved) * share;
        said[DRAW] = (drawn - 2 * moved) * share;
        double under = (none * (1 + goals) + two) * share;
        said[OVER] = 1 - under;
        // what the last term of a side takes out of the grid
        double homeLost = home * awaySum;
        double awayLost = away * homeSum;
        double byHome = moved * (1 - homeRate) / homeRate;
        double byAway = moved * (1 - awayRate) / awayRate;
        fill(slopes[0], homeRate * share, drawn - homeLost + byHome, lostByOne - drawn - 2 * byHome, two, homeLost);
        fill(slopes[1], awayRate * share, byAway - wonByOne, wonByOne - drawn - 2 * byAway, two, awayLost);
        fill(slopes[2], share, apart, -2 * apart, 0, 0);
    }

    private void fill(double[] slope, double factor, double home, double draw, double over, double lost) {
        slope[HOME] = factor * (home + said[HOME] * lost);
        slope[DRAW] = factor * (draw + said[DRAW] * lost);
        slope[OVER] = factor * (over - (1 - said[OVER]) * lost);
    }
}
