package io.touchline.alert.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.schema.ValueAlert;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlertLifeTest {

    private final FixtureDesk desk = new FixtureDesk();

    @Test
    void opens_whenAPredictionHasSeenTheQuote() {
        desk.play("""
                -60'  QUOTE    bet365 1X2 2.10 3.40 3.60
                -60'  PREDICT  0.52 0.26 0.22
                """);
        assertThat(desk.told()).isEqualTo("-60' OPENED bet365 1X2 HOME 1 2.10 | edge 0.092");
        ValueAlert opened = desk.events().getFirst();
        assertThat(opened.getProbability()).isCloseTo(0.52, within6());
        assertThat(opened.getFairProbabilities()).hasSize(3);
        assertThat(opened.getExpiresAt()).isEqualTo(MatchScript.at("-58:30'"));
        assertThat(opened.getPriceAgeMillis()).isZero();
        assertThat(opened.getVotes()).hasSize(2);
        // Kelly: 0.092 / 1.10 = 0.0836, an eighth of it
        assertThat(opened.getStake()).isCloseTo(0.092 / 1.1 / 8, within6());
    }

    @Test
    void waits_forAPredictionThatHasSeenTheQuote() {
        desk.play("""
                -60'     PREDICT  0.52 0.26 0.22
                -59:30'  QUOTE    bet365 1X2 2.10 3.40 3.60
                """);
        assertThat(desk.told()).isEmpty();
        desk.play("-59:30' PREDICT 0.52 0.26 0.22");
        assertThat(desk.told()).isEqualTo("-59:30' OPENED bet365 1X2 HOME 1 2.10 | edge 0.092");
    }

    @Test
    void judgesALateQuote_byThePredictionThatHasSeenIt() {
        desk.play("""
                -60'  PREDICT  0.52 0.26 0.22
                -60'  QUOTE    bet365 1X2 2.10 3.40 3.60
                """);
        assertThat(desk.told()).isEqualTo("-60' OPENED bet365 1X2 HOME 1 2.10 | edge 0.092");
    }

    @Test
    void judgesTheQuoteOfThePredictionsMoment_thoughANewerOneIsHere() {
        desk.play("""
                -60'  QUOTE    bet365 1X2 2.10 3.40 3.60
                -59'  QUOTE    bet365 1X2 1.80 3.60 4.40
                -60'  PREDICT  0.52 0.26 0.22
                -59'  PREDICT  0.52 0.26 0.22
                """);
        assertThat(desk.told()).isEqualTo("""
                -60' OPENED bet365 1X2 HOME 1 2.10 | edge 0.092
                -59' CLOSED bet365 1X2 HOME 2 2.10 | edge 0.092 | EDGE_GONE""");
    }

    @Test
    void updates_whenTheEdgeMovesByHalfAPoint_notBefore() {
        desk.play("""
                -60'  QUOTE    bet365 1X2 2.10 3.40 3.60
                -60'  PREDICT  0.52 0.26 0.22
                -59'  QUOTE    bet365 1X2 2.10 3.40 3.60
                -59'  PREDICT  0.522 0.259 0.219
                -58'  QUOTE    bet365 1X2 2.12 3.40 3.60
                -58'  PREDICT  0.522 0.259 0.219
                """);
        assertThat(desk.told()).isEqualTo("""
                -60' OPENED bet365 1X2 HOME 1 2.10 | edge 0.092
                -58' UPDATED bet365 1X2 HOME 2 2.12 | edge 0.107""");
        assertThat(desk.events().getLast().getOpeningOdds()).isEqualTo(2.10);
    }

    @Test
    void samePrice_neverAlertsTwice() {
        desk.play("""
                -60'  QUOTE    bet365 1X2 2.10 3.40 3.60
                -60'  PREDICT  0.52 0.26 0.22
                -59'  PREDICT  0.48 0.28 0.24
                -58:40' QUOTE  bet365 1X2 2.10 3.40 3.60
                -58:40' PREDICT 0.52 0.26 0.22
                """);
        assertThat(desk.told()).isEqualTo("""
                -60' OPENED bet365 1X2 HOME 1 2.10 | edge 0.092
                -59' CLOSED bet365 1X2 HOME 2 2.10 | edge 0.092 | EDGE_GONE""");
        assertThat(desk.judgements()).containsOnlyOnce("KNOWN");
    }

    @Test
    void anotherPrice_alertsAgainUnderAnotherId() {
        desk.play("""
                -60'  QUOTE    bet365 1X2 2.10 3.40 3.60
                -60'  PREDICT  0.52 0.26 0.22
                -59'  QUOTE    bet365 1X2 1.90 3.40 3.60
                -59'  PREDICT  0.52 0.26 0.22
                -58'  QUOTE    bet365 1X2 2.10 3.40 3.60
                -58'  PREDICT  0.52 0.26 0.22
                """);
        assertThat(desk.lives()).hasSize(2);
        assertThat(desk.told()).endsWith("-58' OPENED bet365 1X2 HOME 1 2.10 | edge 0.092");
    }

    @Test
    void repeatedRecords_changeNothing() {
        String match = """
                -60'  QUOTE    bet365 1X2 2.10 3.40 3.60
                -60'  PREDICT  0.52 0.26 0.22
                -59'  QUOTE    bet365 1X2 2.10 3.40 3.60
                -59'  PREDICT  0.53 0.26 0.21
                """;
        String once = desk.play(match).told();
        assertThat(desk.play(match).told()).isEqualTo(once);
        String graded = desk.play("120' RESULT 2-1").told();
        assertThat(desk.play(match).play("120' RESULT 2-1").told()).isEqualTo(graded);
    }

    @Test
    void suspension_closesAtOnce() {
        desk.play("""
                -60'     QUOTE    bet365 1X2 2.10 3.40 3.60
                -60'     PREDICT  0.52 0.26 0.22
                -59:30'  SUSPEND  bet365 1X2 2.10 3.40 3.60
                """);
        assertThat(desk.told()).endsWith("-59:30' CLOSED bet365 1X2 HOME 2 2.10 | edge 0.092 | SUSPENDED");
    }

    @Test
    void aSelectionThatIsNoLongerOffered_closesAsSuspended() {
        desk.play("""
                -60'     QUOTE    bet365 1X2 2.10 3.40 3.60
                -60'     PREDICT  0.52 0.26 0.22
                -59:30'  QUOTE    bet365 1X2 - 3.40 3.60
                """);
        assertThat(desk.told()).endsWith("-59:30' CLOSED bet365 1X2 HOME 2 2.10 | edge 0.092 | SUSPENDED");
    }

    @Test
    void price_goesStale_byTheNextRecordOfTheFixture() {
        desk.play("""
                -60'     QUOTE    bet365 1X2 2.10 3.40 3.60
                -60'     PREDICT  0.52 0.26 0.22
                -58:30'  QUOTE    other  1X2 1.80 3.40 3.60
                """);
        assertThat(desk.told()).doesNotContain("CLOSED");
        desk.play("-58:29' QUOTE other 1X2 1.81 3.40 3.60");
        assertThat(desk.told()).endsWith("-58:30' CLOSED bet365 1X2 HOME 2 2.10 | edge 0.092 | PRICE_STALE");
    }

    @Test
    void price_goesStale_onAQuietStream() {
        desk.play("""
                -60'  QUOTE    bet365 1X2 2.10 3.40 3.60
                -60'  PREDICT  0.52 0.26 0.22
                """);
        assertThat(desk.book().deadline(FixtureDesk.RULES.fresh())).contains(MatchScript.at("-58:30'"));
        assertThat(desk.passed("-58:30'").told()).doesNotContain("CLOSED");
        assertThat(desk.passed("-50'").told())
                .endsWith("-58:30' CLOSED bet365 1X2 HOME 2 2.10 | edge 0.092 | PRICE_STALE");
        assertThat(desk.book().deadline(FixtureDesk.RULES.fresh())).isEmpty();
    }

    @Test
    void confirmation_keepsAPriceFresh() {
        desk.play("-60' QUOTE bet365 1X2 2.10 3.40 3.60").play("-60' PREDICT 0.52 0.26 0.22");
        IntStream.rangeClosed(41, 59)
                .map(minute -> 100 - minute)
                .forEach(minute -> desk.play("-" + minute + "' QUOTE bet365 1X2 2.10 3.40 3.60"));
        assertThat(desk.told()).isEqualTo("-60' OPENED bet365 1X2 HOME 1 2.10 | edge 0.092");
    }

    @Test
    void historicPrices_areFreshAtTheirOwnTime() {
        desk.play("""
                -2880' QUOTE    bet365 1X2 2.10 3.40 3.60 by history
                -2880' PREDICT  0.52 0.26 0.22
                -1'    QUOTE    bet365 1X2 1.80 3.60 4.60 by history
                -1'    MARKET   0.54 0.26 0.20
                -1'    PREDICT  0.52 0.26 0.22
                120'   RESULT   2-1
                """);
        assertThat(desk.told()).isEqualTo("""
                -2880' OPENED bet365 1X2 HOME 1 2.10 | edge 0.092
                -1' CLOSED bet365 1X2 HOME 2 2.10 | edge 0.092 | EDGE_GONE
                120' GRADED bet365 1X2 HOME 3 2.10 | edge 0.092 | WON 1.100 | clv 0.134""");
    }

    @Test
    void waitingQuotes_areBounded() {
        for (int second = 0; second < 100; second++) {
            desk.play(Records.odds(
                    MatchScript.at("-60'").plusSeconds(second),
                    MatchScript.SOURCE,
                    false,
                    Records.quote(
                            MatchScript.at("-60'").plusSeconds(second),
                            "bet365",
                            io.touchline.domain.market.MarketType.MATCH_RESULT,
                            null,
                            false,
                            2.0 + second / 100.0,
                            3.4,
                            3.6)));
        }
        assertThat(desk.book().tracks.firstEntry().getValue().quotes()).hasSize(PriceTrack.MOST_WAITING);
        desk.play(Records.prediction(MatchScript.at("-60'").plusSeconds(99), false, 0.40, 0.3, 0.3));
        assertThat(desk.events()).extracting(ValueAlert::getOdds).containsExactly(2.99, 3.6);
    }

    @Test
    void eventsOfAnAlert_areNumberedWithoutGaps() {
        desk.play("""
                -60'  QUOTE    bet365 1X2 2.10 3.40 3.60
                -60'  PREDICT  0.52 0.26 0.22
                -59'  QUOTE    bet365 1X2 2.20 3.40 3.60
                -59'  PREDICT  0.52 0.26 0.22
                -58'  QUOTE    bet365 1X2 1.70 3.40 3.60
                -58'  PREDICT  0.52 0.26 0.22
                120'  RESULT   0-1
                """);
        assertThat(desk.lives()).hasSize(1);
        List<ValueAlert> life = desk.lives().values().iterator().next();
        assertThat(life).extracting(ValueAlert::getSequence).containsExactly(1, 2, 3, 4);
        assertThat(life).extracting(ValueAlert::getState).containsExactly("OPENED", "UPDATED", "CLOSED", "GRADED");
        assertThat(life.getLast().getProfit()).isEqualTo(-1);
        assertThat(Duration.between(life.getFirst().getAt(), life.getLast().getAt()))
                .isEqualTo(Duration.ofMinutes(180));
    }

    private static org.assertj.core.data.Offset<Double> within6() {
        return org.assertj.core.data.Offset.offset(1e-6);
    }
}
