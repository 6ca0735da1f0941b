package io.touchline.alert.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.schema.OddsUpdate;
import org.junit.jupiter.api.Test;

class MatchEventsTest {

    private static final String OPENED_BEFORE = """
            -1'  QUOTE    bet365 1X2 2.10 3.40 3.60
            -1'  PREDICT  0.52 0.26 0.22
            """;
    private static final String OPENED_IN_PLAY = """
            0'   KICKOFF
            10'  QUOTE    bet365 1X2 2.10 3.40 3.60
            10'  MARKET   0.50 0.27 0.23
            10'  PREDICT  0.52 0.26 0.22
            """;

    private final FixtureDesk desk = new FixtureDesk();

    @Test
    void kickoff_closes_atItsScheduledTime() {
        desk.play(OPENED_BEFORE).play("0:10' QUOTE other 1X2 1.80 3.60 4.40");
        assertThat(desk.told()).endsWith("0' CLOSED bet365 1X2 HOME 2 2.10 | edge 0.092 | KICKOFF");
    }

    @Test
    void kickoff_closes_onAQuietStream() {
        desk.play(OPENED_BEFORE).passed("0'");
        assertThat(desk.told()).endsWith("0' CLOSED bet365 1X2 HOME 2 2.10 | edge 0.092 | KICKOFF");
    }

    @Test
    void earlyKickoff_closes_whenTheMatchRuns() {
        desk.play(OPENED_BEFORE).play("-0:20' KICKOFF");
        assertThat(desk.told()).endsWith("-0:20' CLOSED bet365 1X2 HOME 2 2.10 | edge 0.092 | KICKOFF");
    }

    @Test
    void movedKickoff_movesTheClose() {
        desk.play(OPENED_BEFORE);
        OddsUpdate later = Records.odds(
                MatchScript.at("-0:30'"),
                MatchScript.SOURCE,
                false,
                Records.quote(
                        MatchScript.at("-0:30'"),
                        "bet365",
                        io.touchline.domain.market.MarketType.MATCH_RESULT,
                        null,
                        false,
                        2.10,
                        3.40,
                        3.60));
        later.setKickoffAt(MatchScript.at("60'"));
        desk.play(later).passed("0:30'");
        assertThat(desk.told()).doesNotContain("CLOSED");
        assertThat(desk.passed("70'").told()).contains("1' CLOSED bet365 1X2 HOME 2 2.10 | edge 0.092 | PRICE_STALE");
    }

    @Test
    void preMatchPrices_areNotJudgedAfterKickoff() {
        desk.play("""
                -1'   QUOTE    bet365 1X2 2.10 3.40 3.60
                0:20' PREDICT  0.52 0.26 0.22
                """);
        assertThat(desk.events()).isEmpty();
        assertThat(desk.judgements()).containsOnly("WRONG_PHASE");
    }

    @Test
    void inPlay_alertsOnPricesOfTheRunningMatch() {
        desk.play(OPENED_IN_PLAY);
        assertThat(desk.told()).isEqualTo("10' OPENED bet365 1X2 HOME 1 2.10 | edge 0.092");
    }

    @Test
    void goal_closes_andPauses() {
        desk.play(OPENED_IN_PLAY).play("""
                10:30'  GOAL     1-0
                10:40'  QUOTE    bet365 1X2 1.40 4.50 8.00
                10:40'  MARKET   0.78 0.15 0.07
                10:40'  PREDICT  0.80 0.14 0.06
                """);
        assertThat(desk.told()).isEqualTo("""
                10' OPENED bet365 1X2 HOME 1 2.10 | edge 0.092
                10:30' CLOSED bet365 1X2 HOME 2 2.10 | edge 0.092 | GOAL""");
        assertThat(desk.judgements()).containsSubsequence("OPENED", "PAUSED");
        desk.play("""
                11'  QUOTE    bet365 1X2 1.40 4.50 8.00
                11'  MARKET   0.78 0.15 0.07
                11'  PREDICT  0.80 0.14 0.06
                """);
        assertThat(desk.told()).endsWith("11' OPENED bet365 1X2 HOME 1 1.40 | edge 0.120");
    }

    @Test
    void priceFromBeforeTheGoal_isNotTold() {
        desk.play("""
                0'    KICKOFF
                10'   QUOTE    bet365 1X2 2.10 3.40 3.60
                10:05' GOAL    1-0
                10:50' MARKET   0.78 0.15 0.07
                10:50' PREDICT 0.80 0.14 0.06
                """);
        assertThat(desk.events()).isEmpty();
        assertThat(desk.judgements()).containsOnly("OLDER_THAN_EVENT");
    }

    @Test
    void predictionFromBeforeTheGoal_isNotTold() {
        desk.play("""
                0'     KICKOFF
                10'    QUOTE    bet365 1X2 2.10 3.40 3.60
                10:05' GOAL     1-0
                10'    MARKET   0.50 0.27 0.23
                10'    PREDICT  0.52 0.26 0.22
                """);
        assertThat(desk.events()).isEmpty();
    }

    @Test
    void redCardAndVar_closeLikeAGoal() {
        desk.play(OPENED_IN_PLAY).play("10:20' RED");
        assertThat(desk.told()).endsWith("10:20' CLOSED bet365 1X2 HOME 2 2.10 | edge 0.092 | GOAL");
        FixtureDesk other = new FixtureDesk().play(OPENED_IN_PLAY).play("10:25' VAR");
        assertThat(other.told()).endsWith("10:25' CLOSED bet365 1X2 HOME 2 2.10 | edge 0.092 | GOAL");
    }

    @Test
    void suspension_thatTheMatchDoesNotExplainYet_pausesUntilItIsHeardOf() {
        desk.play("0' KICKOFF").play("""
                10'     QUOTE    other  1X2 2.00 3.40 3.60
                10'     PREDICT  0.42 0.30 0.28
                10:20'  SUSPEND  other  1X2 2.00 3.40 3.60
                10:50'  QUOTE    bet365 1X2 2.10 3.40 3.60
                10:50'  MARKET   0.50 0.27 0.23
                10:50'  PREDICT  0.52 0.26 0.22
                """);
        assertThat(desk.events()).isEmpty();
        assertThat(desk.judgements()).endsWith("UNEXPLAINED");
        desk.play("""
                11'  CLOCK
                11'  SUSPEND  other  1X2 2.00 3.40 3.60
                11'  MARKET   0.50 0.27 0.23
                11'  PREDICT  0.52 0.26 0.22
                """);
        assertThat(desk.told()).isEqualTo("11' OPENED bet365 1X2 HOME 1 2.10 | edge 0.092");
    }

    @Test
    void suspension_closesWhatIsOpenElsewhere() {
        desk.play(OPENED_IN_PLAY).play("""
                10:10'  QUOTE    other  1X2 2.00 3.40 3.60
                10:20'  SUSPEND  other  1X2 2.00 3.40 3.60
                10:30'  MARKET   0.50 0.27 0.23
                10:30'  PREDICT  0.52 0.26 0.22
                """);
        assertThat(desk.told()).endsWith("10:30' CLOSED bet365 1X2 HOME 2 2.10 | edge 0.092 | SUSPENDED");
    }

    @Test
    void plainProgress_closesNothing() {
        desk.play(OPENED_IN_PLAY).play("10:20' CLOCK");
        assertThat(desk.told()).doesNotContain("CLOSED");
    }

    @Test
    void finalWhistle_closes() {
        desk.play("0' KICKOFF").play("""
                93'  QUOTE    bet365 1X2 2.10 3.40 3.60
                93'  MARKET   0.50 0.27 0.23
                93'  PREDICT  0.52 0.26 0.22
                94'  FINISHED
                """);
        assertThat(desk.told()).endsWith("94' CLOSED bet365 1X2 HOME 2 2.10 | edge 0.092 | SUSPENDED");
    }

    @Test
    void postponement_closes_andNothingOpens() {
        desk.play("""
                -120'     QUOTE    bet365 1X2 2.10 3.40 3.60
                -120'     PREDICT  0.52 0.26 0.22
                -119:30'  POSTPONED
                -119'     QUOTE    other  1X2 2.20 3.40 3.60
                -119'     PREDICT  0.52 0.26 0.22
                """);
        assertThat(desk.told()).isEqualTo("""
                -120' OPENED bet365 1X2 HOME 1 2.10 | edge 0.092
                -119:30' CLOSED bet365 1X2 HOME 2 2.10 | edge 0.092 | SUSPENDED""");
        assertThat(desk.judgements()).contains("NOT_PLAYED");
    }

    @Test
    void olderState_changesNothing() {
        desk.play("0' KICKOFF").play("20' GOAL 1-0").play("21' QUOTE bet365 1X2 2.10 3.40 3.60");
        desk.play("21' MARKET 0.50 0.27 0.23").play("21' PREDICT 0.52 0.26 0.22");
        assertThat(desk.told()).isEqualTo("21' OPENED bet365 1X2 HOME 1 2.10 | edge 0.092");
        desk.play(Records.state(MatchScript.at("15'"), "IN_PLAY", 0, 0, 0, "VAR"));
        assertThat(desk.told()).isEqualTo("21' OPENED bet365 1X2 HOME 1 2.10 | edge 0.092");
    }
}
