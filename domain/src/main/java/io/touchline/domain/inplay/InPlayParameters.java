package io.touchline.domain.inplay;

/**
 * All that is learned about running matches.
 *
 * @param clock how goals are spread over the minutes
 * @param scores what the score does to a side's rate: by side (0 home, 1 away), part of the match ({@link #part}) and lead seen from the side ({@link #lead})
 * @param shotsPerGoal attempts for each goal
 * @param xgPerGoal expected goals for each goal
 * @param byShots what was seen so far does to a rate where shots are known: by the four numbers of {@link #seen}
 * @param byXg the same where expected goals alone are known
 * @param byScore the same where neither is known: by the last two of them
 * @param spread standard deviation, at the end of a match, of the logarithm of each side's strength about what is believed of it: leads are less safe for it; it grows from 0 at kickoff with the fourth root of what was played
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never changed
public record InPlayParameters(
        GoalClock clock,
        double[][][] scores,
        double shotsPerGoal,
        double xgPerGoal,
        double[] byShots,
        double[] byXg,
        double[] byScore,
        double spread) {

    /** Parts of a match in which the score weighs differently. */
    public static final int PARTS = 4;

    /** Two or more behind, one behind, level, one ahead, two or more ahead. */
    public static final int LEADS = 5;

    /** How many numbers {@link #seen} gives. */
    public static final int SEEN = 4;

    /** Logarithm of the goals of a usual match. */
    private static final double USUAL_GOALS = 1;

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
     * By how much the logarithm of a side's rate moves for what was seen so far; 0 at kickoff. Where shots are known expected goals are not asked: beside shots they tell nothing more of the goals to come.
     *
     * @param share of a match's goals that should have fallen by now
     * @param totalKnown whether the rates were brought to a total that was known before the match: such a total does not fade as one does that follows from the result alone
     */
    double surplus(GoalRates rates, Situation so, double share, boolean home, boolean totalKnown) {
        double shots = so.homeShots() + so.awayShots();
        double xg = so.homeXg() + so.awayXg();
        double[] weights = !Double.isNaN(shots) ? byShots : !Double.isNaN(xg) ? byXg : byScore;
        double[] seen = Double.isNaN(shots)
                ? seen(rates, so.homeXg() / xgPerGoal, so.awayXg() / xgPerGoal, share, home)
                : seen(rates, so.homeShots() / shotsPerGoal, so.awayShots() / shotsPerGoal, share, home);
        double sum = 0;
        for (int i = 0; i < weights.length - (totalKnown ? 1 : 0); i++) {
            sum += weights[i] * seen[SEEN - weights.length + i];
        }
        return sum;
    }

    /**
     * What was seen so far from one side, in goals: own and the other's chances above what should have been; and how much stronger the side is, and how many goals the match had more than usual, both by the share that was
     * played: what was believed before the match holds a little more or less as it goes on.
     *
     * @param homeChances of the home side so far, in goals
     * @param awayChances of the away side so far, in goals
     * @param share of a match's goals that should have fallen by now
     */
    public static double[] seen(GoalRates rates, double homeChances, double awayChances, double share, boolean home) {
        double own = home ? rates.home() : rates.away();
        double other = home ? rates.away() : rates.home();
        return new double[] {
            (home ? homeChances : awayChances) - own * share,
            (home ? awayChances : homeChances) - other * share,
            share * Math.log(own / other),
            share * (Math.log(own + other) - USUAL_GOALS)
        };
    }
}
