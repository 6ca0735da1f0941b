package io.touchline.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GoalsTest {

    /** Goals beyond 14 a side are left out. */
    private static final double CUT = 1e-8;

    @Test
    void totals_againstThePoissonFormula() {
        // the sum of both sides is Poisson with 2.7: P(0) + P(1) + P(2)
        double under = Math.exp(-2.7) * (1 + 2.7 + 2.7 * 2.7 / 2);
        assertThat(new Goals(1.5, 1.2).totals(2.5, 0)[1]).isCloseTo(under, within(CUT));
        assertThat(new Goals(1.5, 1.2).totals(4.5, 2)[1]).isCloseTo(under, within(CUT));
    }

    @Test
    void handicapOfNoGoals_isDrawNoBet() {
        Goals goals = new Goals(1.5, 1.2);
        double[] result = goals.matchResult(0);
        assertThat(goals.handicap(0, 0)[0]).isCloseTo(result[0] / (result[0] + result[2]), within(CUT));
    }

    @Test
    void handicapOfHalfAGoal_isTheMatchResult() {
        Goals goals = new Goals(1.5, 1.2);
        assertThat(goals.handicap(-0.5, 0)[0]).isCloseTo(goals.matchResult(0)[0], within(CUT));
        assertThat(goals.handicap(0.5, 0)[1]).isCloseTo(goals.matchResult(0)[2], within(CUT));
    }

    @Test
    void quarterLine_breaksEvenOverWinsAndHalfLosses() {
        Goals goals = new Goals(1.5, 1.2);
        double[] result = goals.matchResult(0);
        // home -0.25: wins on a home win, loses half on a draw, all on an away win
        double odds = 1 / goals.handicap(-0.25, 0)[0];
        double profit = result[0] * (odds - 1) - result[1] / 2 - result[2];
        assertThat(profit).isCloseTo(0, within(CUT));
    }

    @Test
    void aLeadOfTwo_leavesTheOtherSideThreeGoalsToScore() {
        Goals goals = new Goals(0.2, 0.3);
        assertThat(goals.matchResult(2)[2]).isLessThan(0.005);
        assertThat(goals.matchResult(2)[0] + goals.matchResult(2)[1] + goals.matchResult(2)[2])
                .isCloseTo(1, within(CUT));
    }
}
