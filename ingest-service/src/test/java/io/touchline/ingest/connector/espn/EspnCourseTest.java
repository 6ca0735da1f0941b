package io.touchline.ingest.connector.espn;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.vendor.Intake;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.VendorException;
import io.touchline.schema.MatchResult;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** A match as it becomes states, from one answer to the next. */
class EspnCourseTest {

    private static final String ID = "soccer:eng.1:2025-26:arsenal:wolves";
    private static final Instant KICKOFF = Instant.parse("2026-03-21T15:00:00Z");

    private final Collected collected = new Collected();
    private final InstantSource clock = InstantSource.fixed(KICKOFF);
    private final Intake intake = collected.intake(TeamDirectory.shipped(), clock);

    private void at(int minutesAfterKickoff, EspnJson answer) throws VendorException {
        Instant now = KICKOFF.plusSeconds(minutesAfterKickoff * 60L);
        intake.take(new Payload(answer.bytes(), now, now, "test"));
    }

    @Test
    void aWholeMatch() throws VendorException {
        at(-60, EspnJson.scheduled());
        at(1, EspnJson.scheduled().firstHalf(60, "1'"));
        at(24, EspnJson.scheduled().firstHalf(1440, "24'").score(1, 0).goal("HOME", 1337, "23'"));
        at(
                48,
                EspnJson.scheduled()
                        .halfTime()
                        .score(1, 0)
                        .goal("HOME", 1337, "23'")
                        .card("yellow", "AWAY", 2700, "45'+2'"));
        at(
                70,
                EspnJson.scheduled()
                        .secondHalf(3300, "55'")
                        .score(1, 1)
                        .goal("HOME", 1337, "23'")
                        .goal("AWAY", 3200, "54'")
                        .card("yellow", "AWAY", 2700, "45'+2'"));
        at(
                112,
                EspnJson.scheduled()
                        .over("STATUS_FULL_TIME")
                        .score(1, 1)
                        .goal("HOME", 1337, "23'")
                        .goal("AWAY", 3200, "54'")
                        .card("yellow", "AWAY", 2700, "45'+2'"));

        assertThat(collected.course(ID))
                .containsExactly(
                        "0 KICKOFF 0-0",
                        "22 GOAL HOME 1-0",
                        "46 YELLOW_CARD AWAY 1-0",
                        "45 HALF_TIME 1-0",
                        "45 SECOND_HALF 1-0",
                        "53 GOAL AWAY 1-1",
                        "93 FULL_TIME 1-1");
        assertThat(collected.fixtures)
                .extracting(each -> each.getStatus())
                .containsExactly("SCHEDULED", "IN_PLAY", "FINISHED");
        MatchResult result = collected.results.getFirst();
        assertThat(collected.results).hasSize(1);
        assertThat(result.getHomeGoals() + "-" + result.getAwayGoals()).isEqualTo("1-1");
        assertThat(result.getResultAt()).isEqualTo(KICKOFF.plusSeconds(112 * 60));
        assertThat(result.getHome().getHalfTimeGoals()).isEqualTo(1);
        assertThat(result.getAway().getHalfTimeGoals()).isZero();
        assertThat(result.getHome().getShots()).isEqualTo(14);
        assertThat(result.getHome().getCorners()).isEqualTo(7);
        assertThat(result.getHome().getPossession()).isEqualTo(0.615);
        assertThat(result.getAway().getShotsOnTarget()).isNull();
        assertThat(collected.rejections).isEmpty();
    }

    @Test
    void theSameAnswerTwice_tellsNothingTheSecondTime() throws VendorException {
        EspnJson answer =
                EspnJson.scheduled().firstHalf(1440, "24'").score(1, 0).goal("HOME", 1337, "23'");
        at(24, answer);
        int told = collected.states.size();
        at(25, answer);
        assertThat(collected.states).hasSize(told);
        assertThat(collected.fixtures).hasSize(1);
    }

    @Test
    void aGoalTakenBack_andScoredAfterAll() throws VendorException {
        at(24, EspnJson.scheduled().firstHalf(1440, "24'").score(1, 0).goal("HOME", 1337, "23'"));
        at(26, EspnJson.scheduled().firstHalf(1560, "26'"));
        at(31, EspnJson.scheduled().firstHalf(1860, "31'").score(1, 0).goal("HOME", 1800, "30'"));
        assertThat(collected.course(ID))
                .containsExactly("0 KICKOFF 0-0", "22 GOAL HOME 1-0", "26 GOAL_CANCELLED HOME 0-0", "30 GOAL HOME 1-0");
    }

    @Test
    void theScoreIsAheadOfTheList_oneGoalAllTheSame() throws VendorException {
        at(24, EspnJson.scheduled().firstHalf(1440, "24'").score(1, 0));
        at(25, EspnJson.scheduled().firstHalf(1500, "25'").score(1, 0).goal("HOME", 1337, "23'"));
        assertThat(collected.states.stream()
                        .filter(state -> state.getEvent() != null
                                && state.getEvent().getType().equals("GOAL")))
                .hasSize(1);
    }

    @Test
    void theClockAlone_isAPlainState() throws VendorException {
        at(5, EspnJson.scheduled().firstHalf(300, "5'"));
        at(6, EspnJson.scheduled().firstHalf(360, "6'"));
        assertThat(collected.course(ID)).containsExactly("0 KICKOFF 0-0", "6 0-0");
    }

    @Test
    void aClockThatRunsBack_isNamed() throws VendorException {
        at(60, EspnJson.scheduled().secondHalf(3000, "50'"));
        at(61, EspnJson.scheduled().firstHalf(1200, "20'"));
        assertThat(collected.reasons()).containsExactly("CLOCK_RAN_BACKWARDS");
    }

    @Test
    void postponed_changesTheFixture_noResult() throws VendorException {
        at(-60, EspnJson.scheduled());
        byte[] postponed = EspnJson.scheduled()
                .text()
                .replace("\"STATUS_SCHEDULED\",\"state\":\"pre\"", "\"STATUS_POSTPONED\",\"state\":\"post\"")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        intake.take(new Payload(postponed, KICKOFF, KICKOFF, "test"));
        assertThat(collected.fixtures).extracting(each -> each.getStatus()).containsExactly("SCHEDULED", "POSTPONED");
        assertThat(collected.results).isEmpty();
    }

    @Test
    void extraTime_resultIsOfNinetyMinutes() throws VendorException {
        at(
                150,
                EspnJson.scheduled()
                        .over("STATUS_FINAL_AET")
                        .score(2, 1)
                        .goal("HOME", 1337, "23'")
                        .goal("AWAY", 5400, "90'+2'")
                        .goal("HOME", 6000, "100'"));
        MatchResult result = collected.results.getFirst();
        assertThat(result.getHomeGoals() + "-" + result.getAwayGoals()).isEqualTo("1-1");
    }

    @Test
    void metLongAfterTheEnd_isHistory_knownTwoHoursAfterKickoff() throws VendorException {
        at(60 * 24 * 30, EspnJson.scheduled().over("STATUS_FULL_TIME").score(3, 0));
        at(60 * 24 * 30 + 1, EspnJson.scheduled().over("STATUS_FULL_TIME").score(3, 0));
        assertThat(collected.states).isEmpty();
        assertThat(collected.fixtures).hasSize(1);
        assertThat(collected.results).hasSize(1);
        assertThat(collected.results.getFirst().getResultAt()).isEqualTo(KICKOFF.plusSeconds(7200));
        assertThat(collected.results.getFirst().getHome().getHalfTimeGoals()).isNull();
    }
}
