package io.touchline.prediction.model.inplay;

import io.touchline.domain.inplay.GoalClock;
import io.touchline.domain.inplay.Situation;
import org.jspecify.annotations.Nullable;

/**
 * A played match by the minute, and what was believed before it. Minutes run on through stoppage time; what came later than {@link GoalClock#LAST} lies there.
 *
 * @param home fair probability of a home win before kickoff
 * @param draw the same of a draw
 * @param away the same of an away win
 * @param over25 fair probability of three goals or more; NaN where unknown
 * @param goals that count for a side (0 home, 1 away), by minute
 * @param shots of a side, by minute
 * @param xg of these shots, by minute
 * @param halfTime goals of each side in the first half, its stoppage time included; null where unknown
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never changed
public record RunningMatch(
        double home,
        double draw,
        double away,
        double over25,
        int[][] goals,
        int[][] shots,
        double[][] xg,
        int @Nullable [] halfTime) {

    /** Goals of a side up to the end of a minute. */
    public int goals(int side, int minute) {
        int sum = 0;
        for (int i = 0; i <= minute; i++) {
            sum += goals[side][i];
        }
        return sum;
    }

    /** What a viewer knew at the end of a minute. */
    public Situation after(int minute) {
        int[] shot = new int[2];
        double[] chances = new double[2];
        for (int side = 0; side < 2; side++) {
            for (int i = 0; i <= minute; i++) {
                shot[side] += shots[side][i];
                chances[side] += xg[side][i];
            }
        }
        return new Situation(goals(0, minute), goals(1, minute), 0, 0, shot[0], shot[1], chances[0], chances[1]);
    }

    /** 0 home, 1 draw, 2 away. */
    public int outcome() {
        return 1 - Integer.signum(goals(0, GoalClock.LAST) - goals(1, GoalClock.LAST));
    }
}
