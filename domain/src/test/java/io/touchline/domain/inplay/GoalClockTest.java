package io.touchline.domain.inplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GoalClockTest {

    private static final double ROUNDING = 1e-12;

    /** As in lists of shots: stoppage time of the first half lies beside the start of the second. */
    private static final GoalClock CLOCK = clock();

    @Test
    void wholeMatch_isLeftBeforeIt_andNothingAfterIt() {
        assertThat(CLOCK.left(MatchPhase.BEFORE, 0).share()).isCloseTo(1, within(ROUNDING));
        assertThat(CLOCK.left(MatchPhase.FIRST_HALF, 0).share()).isCloseTo(1, within(ROUNDING));
        assertThat(CLOCK.afterRunning(-1).share()).isCloseTo(1, within(ROUNDING));
        assertThat(CLOCK.afterRunning(GoalClock.LAST).isOver()).isTrue();
        assertThat(CLOCK.left(MatchPhase.OVER, 90).isOver()).isTrue();
        assertThat(CLOCK.left(MatchPhase.PENALTIES, 120).isOver()).isTrue();
    }

    @Test
    void stoppageTime_isStillToCome_at45And90() {
        double before = CLOCK.left(MatchPhase.FIRST_HALF, 44).share();
        double during = CLOCK.left(MatchPhase.FIRST_HALF, 45).share();
        double halfTime = CLOCK.left(MatchPhase.HALF_TIME, 45).share();
        assertThat(before).isGreaterThan(during);
        assertThat(during).isGreaterThan(halfTime);
        assertThat(CLOCK.firstHalfStoppage()).isCloseTo(5.0 / 101, within(0.001));
        assertThat(CLOCK.left(MatchPhase.SECOND_HALF, 45).share()).isCloseTo(halfTime, within(ROUNDING));
        assertThat(CLOCK.left(MatchPhase.SECOND_HALF, 90).share()).isPositive();
    }

    @Test
    void timeRunsOneWay() {
        double last = 1.1;
        for (int minute = 0; minute <= 45; minute++) {
            double left = CLOCK.left(MatchPhase.FIRST_HALF, minute).share();
            assertThat(left).isLessThan(last);
            last = left;
        }
        for (int minute = 46; minute <= 90; minute++) {
            double left = CLOCK.left(MatchPhase.SECOND_HALF, minute).share();
            assertThat(left).isLessThan(last);
            last = left;
        }
    }

    private static GoalClock clock() {
        double[] minutes = new double[GoalClock.LAST + 1];
        Arrays.fill(minutes, 1);
        Arrays.fill(minutes, 45, 50, 2);
        return new GoalClock(minutes, new double[] {0.5, 0.5, 0.5, 0.5, 0.5});
    }
}
