package io.touchline.domain.inplay;

/**
 * All that is learned about running matches.
 *
 * @param clock how goals are spread over the minutes
 * @param scores what the score does to a side's rate: by side (0 home, 1 away), part of the match ({@link #part}) and lead seen from the side ({@link #lead})
 * @param shotsPerGoal attempts for each goal
 * @param xgPerGoal expected goals for each goal
 * @param byBoth what surplus shots and expected goals do to a rate where both are known: own shots, the other's shots, own expected goals, the other's
 * @param byShots the same where shots alone are known: own, the other's
 * @param byXg the same where expected goals alone are known: own, the other's
 * @param spread standard deviation, at the end of a match, of the logarithm of each side's strength about what is believed of it: leads are less safe for it; it grows from 0 at kickoff with the root of what was played
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never changed
public record InPlayParameters(
        GoalClock clock,
        double[][][] scores,
        double shotsPerGoal,
        double xgPerGoal,
        double[] byBoth,
        double[] byShots,
        double[] byXg,
        double spread) {

    /** Parts of a match in which the score weighs differently. */
    public static final int PARTS = 4;

    /** Two or more behind, one behind, level, one ahead, two or more ahead. */
    public static final int LEADS = 5;

    private static final int[] PART_STARTS = {30, 60, 75};

    /** The part of the match that a minute lies in: from 0, 30, 60 and 75. */
    public static int part(int minute) {
        int part = 0;
        for (int start : PART_STARTS) {
            part += minute >= start ? 1 : 0;
        }
        return part;
    }

    /** Where a lead of so many goals stands in {@link #scores}. */
    public static int lead(int goals) {
        return Math.clamp(goals, -2, 2) + 2;
    }

    /**
     * By how much the logarithm of a side's rate moves for what it has done so far.
     *
     * @param share of a match's goals that should have fallen by now
     */
    double surplus(GoalRates rates, Situation so, double share, boolean home) {
        double own = (home ? rates.home() : rates.away()) * share;
        double other = (home ? rates.away() : rates.home()) * share;
        double ownShots = (home ? so.homeShots() : so.awayShots()) / shotsPerGoal - own;
        double otherShots = (home ? so.awayShots() : so.homeShots()) / shotsPerGoal - other;
        double ownXg = (home ? so.homeXg() : so.awayXg()) / xgPerGoal - own;
        double otherXg = (home ? so.awayXg() : so.homeXg()) / xgPerGoal - other;
        boolean shots = !Double.isNaN(ownShots + otherShots);
        boolean xg = !Double.isNaN(ownXg + otherXg);
        if (shots && xg) {
            return byBoth[0] * ownShots + byBoth[1] * otherShots + byBoth[2] * ownXg + byBoth[3] * otherXg;
        }
        if (shots) {
            return byShots[0] * ownShots + byShots[1] * otherShots;
        }
        return xg ? byXg[0] * ownXg + byXg[1] * otherXg : 0;
    }
}
