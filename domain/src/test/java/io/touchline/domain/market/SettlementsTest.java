package io.touchline.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.fixture.Score;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementsTest {

    @ParameterizedTest
    @CsvSource({
        "MATCH_RESULT,,HOME,2-1,WON",
        "MATCH_RESULT,,DRAW,2-1,LOST",
        "MATCH_RESULT,,AWAY,0-1,WON",
        "MATCH_RESULT,,DRAW,1-1,WON",
        "DOUBLE_CHANCE,,HOME_OR_DRAW,1-1,WON",
        "DOUBLE_CHANCE,,HOME_OR_AWAY,1-1,LOST",
        "DOUBLE_CHANCE,,DRAW_OR_AWAY,0-1,WON",
        "DRAW_NO_BET,,HOME,1-1,PUSH",
        "DRAW_NO_BET,,AWAY,0-1,WON",
        "MONEY_LINE,,AWAY,99-98,LOST",
        "BOTH_TEAMS_TO_SCORE,,YES,1-1,WON",
        "BOTH_TEAMS_TO_SCORE,,NO,1-1,LOST",
        "BOTH_TEAMS_TO_SCORE,,NO,4-0,WON",
        "CORRECT_SCORE,,2-1,2-1,WON",
        "CORRECT_SCORE,,2-1,1-2,LOST",
        "TOTAL_GOALS,2.5,OVER,2-1,WON",
        "TOTAL_GOALS,2.5,UNDER,2-1,LOST",
        "TOTAL_GOALS,2.0,OVER,1-1,PUSH",
        "TOTAL_GOALS,2.25,OVER,1-1,HALF_LOST",
        "TOTAL_GOALS,2.25,UNDER,1-1,HALF_WON",
        "TOTAL_GOALS,2.75,OVER,2-1,HALF_WON",
        "TOTAL_GOALS,2.75,UNDER,2-1,HALF_LOST",
        "TOTAL_GOALS,2.75,OVER,2-2,WON",
        "HOME_TOTAL_GOALS,1.5,OVER,2-0,WON",
        "AWAY_TOTAL_GOALS,1.5,UNDER,2-0,WON",
        "TOTAL_POINTS,210.5,OVER,110-101,WON",
        "ASIAN_HANDICAP,-0.5,HOME,1-1,LOST",
        "ASIAN_HANDICAP,-0.5,AWAY,1-1,WON",
        "ASIAN_HANDICAP,-0.25,HOME,1-1,HALF_LOST",
        "ASIAN_HANDICAP,-0.25,AWAY,1-1,HALF_WON",
        "ASIAN_HANDICAP,0.25,HOME,1-1,HALF_WON",
        "ASIAN_HANDICAP,-0.75,HOME,1-0,HALF_WON",
        "ASIAN_HANDICAP,-0.75,AWAY,1-0,HALF_LOST",
        "ASIAN_HANDICAP,-1.0,HOME,1-0,PUSH",
        "ASIAN_HANDICAP,-1.25,HOME,1-0,HALF_LOST",
        "ASIAN_HANDICAP,1.5,HOME,0-1,WON",
        "SPREAD,-3.5,HOME,24-20,WON",
    })
    void settles(MarketType market, Double line, String selection, String score, Outcome outcome) {
        assertThat(Settlements.settle(market, line, selection, Score.of(score))).isEqualTo(outcome);
    }

    @Test
    void profit_perOutcome() {
        assertThat(Outcome.WON.profit(1.9)).isCloseTo(0.9, within(1e-12));
        assertThat(Outcome.HALF_WON.profit(1.9)).isCloseTo(0.45, within(1e-12));
        assertThat(Outcome.PUSH.profit(1.9)).isZero();
        assertThat(Outcome.VOID.profit(1.9)).isZero();
        assertThat(Outcome.HALF_LOST.profit(1.9)).isEqualTo(-0.5);
        assertThat(Outcome.LOST.profit(1.9)).isEqualTo(-1);
    }

    @Property
    void quarterLine_isTheMeanOfItsNeighbours(
            @ForAll @IntRange(min = -8, max = 8) int half,
            @ForAll @IntRange(max = 6) int home,
            @ForAll @IntRange(max = 6) int away) {
        double line = half / 2.0 + 0.25;
        Score score = new Score(home, away);
        for (String side : new String[] {"HOME", "AWAY"}) {
            double below = profit(line - 0.25, side, score);
            double above = profit(line + 0.25, side, score);
            assertThat(profit(line, side, score)).isEqualTo((below + above) / 2);
        }
    }

    private static double profit(double line, String selection, Score score) {
        return Settlements.settle(MarketType.ASIAN_HANDICAP, line, selection, score)
                .profit(2.0);
    }

    @Property
    void twoSidesOfALine_takeFromEachOther(
            @ForAll @IntRange(min = 1, max = 26) int quarters,
            @ForAll @IntRange(max = 6) int home,
            @ForAll @IntRange(max = 6) int away) {
        Score score = new Score(home, away);
        double line = quarters / 4.0;
        double over =
                Settlements.settle(MarketType.TOTAL_GOALS, line, "OVER", score).profit(2.0);
        double under =
                Settlements.settle(MarketType.TOTAL_GOALS, line, "UNDER", score).profit(2.0);
        assertThat(over + under).isZero();
    }

    @Test
    void rejects_whatDoesNotBelongTogether() {
        Score score = new Score(1, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settlements.settle(MarketType.MATCH_RESULT, 2.5, "HOME", score));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settlements.settle(MarketType.TOTAL_GOALS, null, "OVER", score));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settlements.settle(MarketType.TOTAL_GOALS, 2.3, "OVER", score));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settlements.settle(MarketType.TOTAL_GOALS, 2.5, "HOME", score))
                .withMessage("TOTAL_GOALS has no selection HOME");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settlements.settle(MarketType.DOUBLE_CHANCE, null, Selection.HOME, score));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settlements.settle(MarketType.CORRECT_SCORE, null, Selection.HOME, score));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settlements.settle(MarketType.BOTH_TEAMS_TO_SCORE, null, Selection.HOME, score));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settlements.settle(MarketType.TOTAL_GOALS, 2.5, Selection.HOME, score));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settlements.settle(MarketType.ASIAN_HANDICAP, 0.5, Selection.DRAW, score));
    }

    @Test
    void lines_split() {
        assertThat(Lines.isSplit(2.25)).isTrue();
        assertThat(Lines.isSplit(2.5)).isFalse();
        assertThat(Lines.lower(-0.25)).isEqualTo(-0.5);
        assertThat(Lines.upper(-0.25)).isEqualTo(0.0);
        assertThat(Lines.upper(3)).isEqualTo(3);
        assertThat(Lines.isQuarterStep(Double.NaN)).isFalse();
    }
}
