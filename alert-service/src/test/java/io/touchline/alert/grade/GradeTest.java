package io.touchline.alert.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.fixture.Score;
import io.touchline.domain.market.Outcome;
import io.touchline.schema.ValueAlert;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradeTest {

    private static final Instant NOW = Instant.parse("2023-05-28T17:30:00Z");
    private static final double ROUNDING = 1e-12;

    @Test
    void wonBet() {
        Grade grade = Grade.of(alert("MATCH_RESULT", null, "HOME", 2.10), result(new Score(2, 1)), 0.50);
        assertThat(grade.outcome()).isEqualTo(Outcome.WON);
        assertThat(grade.profit()).isCloseTo(1.10, within(ROUNDING));
        assertThat(grade.clv()).isCloseTo(0.05, within(ROUNDING));
    }

    @Test
    void withoutAClose_thereIsNoClv() {
        Grade grade = Grade.of(alert("MATCH_RESULT", null, "AWAY", 2.10), result(new Score(2, 1)), null);
        assertThat(grade).isEqualTo(new Grade(Outcome.LOST, -1, null, null));
    }

    @Test
    void goalsThatCountForNothing_voidTheBet() {
        assertThat(Grade.of(alert("TOTAL_GOALS", 2.5, "OVER", 1.9), result(null), null))
                .isEqualTo(new Grade(Outcome.VOID, 0, null, null));
    }

    @Test
    void quarterLine_halfWon() {
        assertThat(Grade.of(alert("TOTAL_GOALS", 2.75, "OVER", 1.9), result(new Score(2, 1)), null))
                .isEqualTo(new Grade(Outcome.HALF_WON, (1.9 - 1) / 2, null, null));
    }

    @Test
    void isOn_tellsWhetherAnythingChanged() {
        ValueAlert alert = alert("MATCH_RESULT", null, "HOME", 2.10);
        Grade grade = Grade.of(alert, result(new Score(2, 1)), 0.50);
        assertThat(grade.isOn(alert)).isFalse();
        alert.setState("GRADED");
        alert.setResult("WON");
        alert.setProfit(grade.profit());
        alert.setClosingFairProbability(0.50);
        assertThat(grade.isOn(alert)).isTrue();
        assertThat(Grade.of(alert, result(new Score(2, 1)), 0.51).isOn(alert)).isFalse();
    }

    private static FinalResult result(Score score) {
        return new FinalResult(score, NOW, NOW);
    }

    private static ValueAlert alert(String market, Double line, String selection, double odds) {
        return ValueAlert.newBuilder()
                .setAlertId("a")
                .setState("CLOSED")
                .setSequence(2)
                .setAt(NOW)
                .setFixtureId("soccer:eng.1:2022-23:arsenal:wolves")
                .setCompetition("eng.1")
                .setKickoffAt(NOW)
                .setMarket(market)
                .setLine(line)
                .setSelection(selection)
                .setBookmaker("bet365")
                .setSource("feed")
                .setOdds(odds)
                .setOpeningOdds(odds)
                .setPriceObservedAt(NOW)
                .setPriceAgeMillis(0)
                .setProbability(0.5)
                .setFairProbabilities(List.of())
                .setEdge(0.05)
                .setStake(0.01)
                .setConfidence(0.7)
                .setModelVersion("m")
                .setVotes(List.of())
                .setReasons(List.of())
                .setExpiresAt(NOW)
                .setEmittedAt(NOW)
                .build();
    }
}
