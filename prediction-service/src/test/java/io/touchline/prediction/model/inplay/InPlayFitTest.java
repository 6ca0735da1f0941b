package io.touchline.prediction.model.inplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.grid.ScoreGrid;
import io.touchline.domain.inplay.GoalClock;
import io.touchline.domain.inplay.GoalRates;
import io.touchline.domain.inplay.InPlayModel;
import io.touchline.domain.inplay.InPlayParameters;
import io.touchline.domain.inplay.MatchPhase;
import io.touchline.domain.inplay.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InPlayFitTest {

    /** Some 4,000 goals: a twelfth of them in each cell leaves about a tenth of uncertainty. */
    private static final double CHANCE = 0.15;

    @Test
    void findsWhatWasPutIn() {
        InPlayParameters found = InPlayFit.fit(matches(1_500));
        double early = 0;
        double late = 0;
        for (int minute = 10; minute < 40; minute++) {
            early += found.clock().share(minute);
            late += found.clock().share(minute + 45);
        }
        assertThat(late / early).as("twice as many goals in the second half").isCloseTo(2, within(2 * CHANCE));
        double level = found.scores()[0][2][InPlayParameters.lead(0)];
        double behind = found.scores()[0][2][InPlayParameters.lead(-1)];
        assertThat(behind / level).as("half as many more when behind").isCloseTo(1.5, within(2 * CHANCE));
        assertThat(found.shotsPerGoal()).isCloseTo(10, within(1.0));
    }

    @Test
    void readsWhatItWrote_toTheBit() {
        InPlayParameters shipped = InPlayContent.shipped();
        byte[] once = InPlayContent.write(shipped);
        assertThat(InPlayContent.write(InPlayContent.read(once))).isEqualTo(once);
    }

    @Test
    void shipped_knowsWhatIsKnown() {
        InPlayParameters shipped = InPlayContent.shipped();
        InPlayModel model = new InPlayModel(shipped);
        assertThat(shipped.clock().left(MatchPhase.HALF_TIME, 45).share())
                .as("more goals in the second half")
                .isBetween(0.53, 0.58);
        assertThat(shipped.clock().firstHalfStoppage()).isBetween(0.015, 0.021);
        GoalRates rates = model.rates(0.45, 0.27, 0.28, 0.50);
        double[] halfTime =
                model.result(rates, shipped.clock().left(MatchPhase.HALF_TIME, 45), Situation.ofScore(0, 0));
        assertThat(halfTime[1]).as("a goalless half makes a draw likelier").isBetween(0.36, 0.44);
        assertThat(halfTime[0]).isGreaterThan(halfTime[2]);
    }

    /** Two thirds of the goals after half-time; a side that is behind scores half as many more. */
    private static List<RunningMatch> matches(int count) {
        Random random = new Random(7);
        ScoreGrid fair = ScoreGrid.poisson(1.5, 1.2);
        List<RunningMatch> matches = new ArrayList<>();
        for (int m = 0; m < count; m++) {
            int[][] goals = new int[2][GoalClock.LAST + 1];
            int[][] shots = new int[2][GoalClock.LAST + 1];
            double[][] xg = new double[2][GoalClock.LAST + 1];
            int lead = 0;
            for (int minute = 0; minute <= GoalClock.LAST; minute++) {
                double share = (minute < 45 ? 1.0 : 2.0) / (45 + 2 * 51);
                for (int side = 0; side < 2; side++) {
                    boolean behind = side == 0 ? lead < 0 : lead > 0;
                    double rate = (side == 0 ? 1.5 : 1.2) * share * (behind ? 1.5 : 1);
                    if (random.nextDouble() < rate) {
                        goals[side][minute]++;
                    }
                    if (random.nextDouble() < 10 * rate) {
                        shots[side][minute]++;
                        xg[side][minute] += 0.1;
                    }
                }
                lead += goals[0][minute] - goals[1][minute];
            }
            matches.add(new RunningMatch(
                    fair.homeWin(), fair.draw(), fair.awayWin(), fair.over(2.5), goals, shots, xg, null));
        }
        return matches;
    }
}
