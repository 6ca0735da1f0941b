package io.touchline.feature.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.schema.MatchState;
import io.touchline.schema.Shot;
import io.touchline.schema.TeamStatistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LiveMatchTest {

    private static final Instant KICKOFF = Instant.parse("2024-03-02T15:00:00Z");

    private final LiveMatch match = new LiveMatch();

    @Test
    void goals_areAtTheMinuteTheyWereFirstSeen_andCountBackwards() {
        state(1, "FIRST_HALF", 1, 0, 0);
        state(2, "FIRST_HALF", 23, 1, 0);
        state(3, "FIRST_HALF", 30, 1, 0);
        state(4, "FIRST_HALF", 41, 1, 1);
        LiveCourse course = match.course();
        assertThat(course.goals(true)).isEqualTo(1);
        assertThat(course.goals(false)).isEqualTo(1);
        assertThat(course.lastGoalMinute()).isEqualTo(41);
        assertThat(course.goalsAfter(true, 22)).isEqualTo(1);
        assertThat(course.goalsAfter(true, 23)).isZero();
        assertThat(course.goalsAfter(false, 31)).isEqualTo(1);
    }

    @Test
    void aGoalTakenBack_wasNone() {
        state(1, "FIRST_HALF", 1, 0, 0);
        state(2, "FIRST_HALF", 20, 1, 0);
        state(3, "FIRST_HALF", 22, 0, 0);
        assertThat(match.course().goals(true)).isZero();
        assertThat(match.course().lastGoalMinute()).isEqualTo(LiveMatch.UNKNOWN);
        state(4, "FIRST_HALF", 33, 1, 0);
        assertThat(match.course().lastGoalMinute()).isEqualTo(33);
        assertThat(match.course().goalsAfter(true, 23)).isEqualTo(1);
    }

    @Test
    void whatComesAgainOrLate_changesNothingThatIsNewer() {
        state(1, "FIRST_HALF", 1, 0, 0);
        assertThat(state(1, "FIRST_HALF", 1, 0, 0)).isFalse();
        state(9, "SECOND_HALF", 70, 2, 1);
        assertThat(state(5, "FIRST_HALF", 30, 1, 0))
                .as("puts a goal at its minute")
                .isTrue();
        assertThat(match.period()).isEqualTo(LiveMatch.SECOND_HALF);
        assertThat(match.minute()).isEqualTo(70);
        assertThat(match.course().goals(true)).isEqualTo(2);
        assertThat(match.course().goalsAfter(true, 29)).isEqualTo(2);
        assertThat(match.course().goalsAfter(true, 30)).isEqualTo(1);
        assertThat(state(5, "FIRST_HALF", 30, 1, 0)).isFalse();
    }

    @Test
    void statesOfOneMoment_areToldApartByTheirPlace() {
        Instant at = KICKOFF.plusSeconds(60);
        assertThat(match.state(told(at, "FIRST_HALF", 10, 0, 0), 7)).isTrue();
        assertThat(match.state(told(at, "FIRST_HALF", 10, 1, 0), 8)).isTrue();
        assertThat(match.state(told(at, "FIRST_HALF", 10, 0, 0), 7)).isFalse();
        assertThat(match.course().goals(true)).isEqualTo(1);
    }

    @Test
    void shots_areCountedOnce_ofTheSourceThatToldMost() {
        assertThat(match.shot(shot("a", "one", "HOME", 5, 0.1, "MISSED", 1))).isTrue();
        assertThat(match.shot(shot("a", "one", "HOME", 5, 0.1, "MISSED", 2))).isFalse();
        assertThat(match.shot(shot("a", "one", "HOME", 5, 0.4, "GOAL", 3)))
                .as("corrected")
                .isTrue();
        assertThat(match.shot(shot("a", "one", "HOME", 5, 0.1, "MISSED", 1)))
                .as("late")
                .isFalse();
        match.shot(shot("b", "one", "AWAY", 20, 0.05, "SAVED", 4));
        match.shot(shot("x", "two", "HOME", 5, 0.9, "GOAL", 5));
        assertThat(match.shot(shot("o", "one", "HOME", 30, 0, "OWN_GOAL", 6))).isFalse();
        LiveCourse course = match.course();
        assertThat(course.shotsAfter(true, -1, false)).isEqualTo(1);
        assertThat(course.shotsAfter(false, -1, true)).isEqualTo(1);
        assertThat(course.xgAfter(true, -1)).isEqualTo(0.4f);
        assertThat(course.xgAfter(true, 10)).isZero();
        assertThat(course.bigChances(true)).isEqualTo(1);
    }

    @Test
    void aPriceThatHardlyMoves_isTheSame() {
        assertThat(match.fair(new LiveMatch.Fair(1_000, 0.5f, 0.3f, 0.2f))).isTrue();
        assertThat(match.fair(new LiveMatch.Fair(2_000, 0.504f, 0.298f, 0.198f)))
                .isFalse();
        assertThat(match.fair(new LiveMatch.Fair(3_000, 0.51f, 0.295f, 0.195f))).isTrue();
        assertThat(match.fair(new LiveMatch.Fair(2_500, 0.7f, 0.2f, 0.1f)))
                .as("older")
                .isFalse();
    }

    @Test
    void whateverComes_itStaysSmall_andIsTheSameFromItsBytes() {
        Random random = new Random(3);
        for (int at = 0; at < 5_000; at++) {
            state(random.nextInt(9_000), "SECOND_HALF", random.nextInt(95), random.nextInt(6), random.nextInt(6));
            match.shot(shot(
                    "shot-" + random.nextInt(3_000),
                    "source-" + random.nextInt(3),
                    random.nextBoolean() ? "HOME" : "AWAY",
                    random.nextInt(95),
                    random.nextDouble(),
                    "SAVED",
                    random.nextInt(9_000)));
            match.fair(new LiveMatch.Fair(at, random.nextFloat(), random.nextFloat(), random.nextFloat()));
        }
        byte[] bytes = LiveMatchBytes.write(match);
        assertThat(bytes).hasSizeLessThan(8 << 10);
        assertThat(LiveMatchBytes.write(LiveMatchBytes.read(bytes))).isEqualTo(bytes);
    }

    @Test
    void boardsInAnyOrder_endTheSame() {
        List<MatchState> states = new ArrayList<>();
        int[] home = {0, 0, 1, 1, 2, 1, 2, 3, 3};
        for (int at = 0; at < home.length; at++) {
            states.add(told(KICKOFF.plusSeconds(300L * at), "FIRST_HALF", 5 * at, home[at], 0));
        }
        states.forEach(state -> match.state(state, 0));
        for (int seed = 0; seed < 20; seed++) {
            List<MatchState> shuffled = new ArrayList<>(states);
            Collections.shuffle(shuffled, new Random(seed));
            LiveMatch other = new LiveMatch();
            shuffled.forEach(state -> other.state(state, 0));
            assertThat(other.course().goals(true)).isEqualTo(3);
            assertThat(other.minute()).isEqualTo(match.minute());
            assertThat(other.course().lastGoalMinute()).isEqualTo(35);
        }
    }

    private boolean state(int seconds, String period, int minute, int home, int away) {
        return match.state(told(KICKOFF.plusSeconds(seconds), period, minute, home, away), seconds);
    }

    private static MatchState told(Instant at, String period, int minute, int home, int away) {
        return MatchState.newBuilder()
                .setFixtureId("id")
                .setStatus("IN_PLAY")
                .setPeriod(period)
                .setMinute(minute)
                .setHomeGoals(home)
                .setAwayGoals(away)
                .setHomeStatistics(TeamStatistics.newBuilder().setCorners(3).build())
                .setSource("made")
                .setObservedAt(at)
                .setReceivedAt(at)
                .setEmittedAt(at)
                .build();
    }

    private static Shot shot(String id, String source, String side, int minute, double xg, String result, int seconds) {
        Instant at = KICKOFF.plusSeconds(seconds);
        return Shot.newBuilder()
                .setFixtureId("id")
                .setShotId(id)
                .setSide(side)
                .setMinute(minute)
                .setXg(xg)
                .setResult(result)
                .setSource(source)
                .setObservedAt(at)
                .setReceivedAt(at)
                .setEmittedAt(at)
                .build();
    }
}
