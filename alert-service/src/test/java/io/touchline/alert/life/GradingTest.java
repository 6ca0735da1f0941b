package io.touchline.alert.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.schema.ValueAlert;
import org.junit.jupiter.api.Test;

class GradingTest {

    private static final String OPENED = """
            -1'  QUOTE    bet365 1X2 2.10 3.40 3.60
            -1'  MARKET   0.48 0.28 0.24
            -1'  PREDICT  0.52 0.26 0.22
            """;
    private static final double ROUNDING = 1e-12;

    private final FixtureDesk desk = new FixtureDesk();

    @Test
    void grades_withProfitAndClosingLineValue() {
        desk.play(OPENED).play("-0:30' MARKET 0.50 0.27 0.23").play("115' RESULT 2-1");
        assertThat(desk.told()).isEqualTo("""
                -1' OPENED bet365 1X2 HOME 1 2.10 | edge 0.092
                0' CLOSED bet365 1X2 HOME 2 2.10 | edge 0.092 | KICKOFF
                115' GRADED bet365 1X2 HOME 3 2.10 | edge 0.092 | WON 1.100 | clv 0.050""");
        assertThat(desk.events().getFirst().getMarketProbability()).isEqualTo(0.48);
        assertThat(desk.events().getLast().getClosingFairProbability()).isEqualTo(0.50);
        assertThat(desk.events().getLast().getCloseReason()).isEqualTo("KICKOFF");
    }

    @Test
    void consensusLongBeforeKickoff_isNoClose() {
        desk.play("""
                -60'  QUOTE    bet365 1X2 2.10 3.40 3.60
                -60'  MARKET   0.48 0.28 0.24
                -60'  PREDICT  0.52 0.26 0.22
                115'  RESULT   0-0
                """);
        ValueAlert graded = desk.events().getLast();
        assertThat(graded.getResult()).isEqualTo("LOST");
        assertThat(graded.getClosingFairProbability()).isNull();
        assertThat(graded.getClv()).isNull();
    }

    @Test
    void consensusOfTheRunningMatch_isNoClose() {
        desk.play(OPENED).play("0:30' MARKET 0.90 0.07 0.03").play("115' RESULT 2-1");
        assertThat(desk.events().getLast().getClosingFairProbability()).isEqualTo(0.48);
    }

    @Test
    void sameResultTwice_gradesOnce() {
        desk.play(OPENED).play("115' RESULT 2-1");
        String once = desk.told();
        assertThat(desk.play("115' RESULT 2-1").told()).isEqualTo(once);
    }

    @Test
    void correctedResult_gradesAgain_withTheNextSequence() {
        desk.play(OPENED).play("115' RESULT 2-1").play("130' RESULT 2-2");
        assertThat(desk.told()).endsWith("130' GRADED bet365 1X2 HOME 4 2.10 | edge 0.092 | LOST -1.000 | clv 0.008");
        desk.play("115' RESULT 2-1");
        assertThat(desk.events()).hasSize(4);
    }

    @Test
    void abandonedMatch_isVoid() {
        desk.play(OPENED).play("60' VOID");
        assertThat(desk.told()).endsWith("60' GRADED bet365 1X2 HOME 3 2.10 | edge 0.092 | VOID 0.000 | clv 0.008");
    }

    @Test
    void abandonedOnTheField_isVoidWithoutAResult_andGradedWhereOneComes() {
        desk.play(OPENED).play("0' KICKOFF").play("60' ABANDONED");
        assertThat(desk.events().getLast().getResult()).isEqualTo("VOID");
        desk.play("240' RESULT 3-0");
        assertThat(desk.told()).endsWith("240' GRADED bet365 1X2 HOME 4 2.10 | edge 0.092 | WON 1.100 | clv 0.008");
    }

    @Test
    void cancelledThenPlayed_isAlive() {
        desk.play("-100' CANCELLED").play("-90' CLOCK");
        desk.play(Records.state(MatchScript.at("-80'"), "SCHEDULED", 0, 0, 0, null))
                .play(OPENED);
        assertThat(desk.told()).isEqualTo("-1' OPENED bet365 1X2 HOME 1 2.10 | edge 0.092");
    }

    @Test
    void quarterLines_splitTheStake() {
        desk.play("""
                -1'   QUOTE    bet365 AH-0.25 2.30 1.75
                -1'   PREDICT  0.52 0.26 0.22
                115'  RESULT   1-1
                """);
        ValueAlert opened = desk.events().getFirst();
        // 0.52 * 1.30 - 0.26 / 2 - 0.22
        assertThat(opened.getEdge()).isCloseTo(0.52 * 1.30 - 0.13 - 0.22, within(1e-6));
        assertThat(opened.getProbability()).isCloseTo(0.52, within(1e-6));
        assertThat(desk.told())
                .endsWith("115' GRADED bet365 AH-0.25 HOME 3 2.30 | edge 0.326 | HALF_LOST -0.500 | clv -");
    }

    @Test
    void draws_returnTheStakeOnALineOfNought() {
        desk.play("""
                -1'   QUOTE    bet365 AH0.0 1.70 2.20
                -1'   PREDICT  0.52 0.26 0.22
                115'  RESULT   1-1
                """);
        assertThat(desk.events().getLast().getResult()).isEqualTo("PUSH");
        assertThat(desk.events().getLast().getProfit()).isZero();
    }

    @Test
    void closeThatComesAfterTheResult_gradesAgain() {
        desk.play("""
                -1'  QUOTE    bet365 1X2 2.10 3.40 3.60
                -1'  PREDICT  0.52 0.26 0.22
                115' RESULT   2-1
                -1'  MARKET   0.50 0.27 0.23
                """);
        assertThat(desk.events().getLast().getClv()).isCloseTo(0.05, within(ROUNDING));
        assertThat(desk.events().getLast().getSequence()).isEqualTo(4);
    }

    @Test
    void predictionThatComesAfterTheResult_stillLivesAWholeLife() {
        desk.play("""
                -1'  QUOTE    bet365 1X2 2.10 3.40 3.60
                115' RESULT   2-1
                -1'  PREDICT  0.52 0.26 0.22
                """);
        assertThat(desk.told()).isEqualTo("""
                -1' OPENED bet365 1X2 HOME 1 2.10 | edge 0.092
                0' CLOSED bet365 1X2 HOME 2 2.10 | edge 0.092 | KICKOFF
                115' GRADED bet365 1X2 HOME 3 2.10 | edge 0.092 | WON 1.100 | clv -""");
    }

    @Test
    void afterTheResult_theBookHoldsNoPrices() {
        desk.play(OPENED).play("115' RESULT 2-1");
        assertThat(desk.book().tracks).isEmpty();
        assertThat(desk.book().consensus).isEmpty();
        assertThat(desk.book().alerts).hasSize(1);
    }
}
