package io.touchline.simulator.league;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.simulator.league.MatchClock.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LeagueTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final long SEED = 7;

    private final League league = League.of(START, SEED, LeaguePlan.demo());

    @Test
    void everybodyPlaysEverybodyAtHomeOnceASeason() {
        for (int year : new int[] {2025, 2026}) {
            List<Match> season = league.matches().stream()
                    .filter(match -> match.seasonYear() == year)
                    .toList();
            Set<String> pairs = season.stream()
                    .map(match -> match.home().name() + " - " + match.away().name())
                    .collect(Collectors.toSet());
            assertThat(season).hasSize(380);
            assertThat(pairs).hasSize(380);
        }
    }

    @Test
    void nobodyPlaysTwiceInARound() {
        for (int round = 1; round <= 38; round++) {
            int wanted = round;
            Set<Club> clubs = new HashSet<>();
            league.matches().stream()
                    .filter(match -> match.seasonYear() == 2026 && match.round() == wanted)
                    .forEach(match -> {
                        assertThat(clubs.add(match.home())).isTrue();
                        assertThat(clubs.add(match.away())).isTrue();
                    });
            assertThat(clubs).hasSize(20);
        }
    }

    @Test
    void theFirstRoundIsOverWithinTwoMinutesAtTheDefaultSpeed() {
        Instant twoMinutesLater = START.plusSeconds((long) (120 * LeaguePlan.DEFAULT_SPEED));
        List<Match> first = league.matchesBetween(START, START.plus(Duration.ofHours(2)));
        assertThat(first).hasSize(10);
        assertThat(first)
                .allMatch(match -> league.viewAt(match, twoMinutesLater).phase() == Phase.FULL_TIME);
    }

    @Test
    void sameSeedTellsTheSameStory_anotherSeedAnother() {
        League same = League.of(START, SEED, LeaguePlan.demo());
        League other = League.of(START, SEED + 1, LeaguePlan.demo());
        assertThat(scripts(same)).isEqualTo(scripts(league));
        assertThat(scripts(other)).isNotEqualTo(scripts(league));
    }

    @Test
    void theOrderOfQuestionsDoesNotMatter() {
        League asked = League.of(START, SEED, LeaguePlan.demo());
        for (int i = asked.matches().size() - 1; i >= 0; i--) {
            asked.script(asked.matches().get(i));
        }
        assertThat(scripts(asked)).isEqualTo(scripts(league));
    }

    @Test
    void aMatchRunsThroughItsPhases() {
        Match match =
                league.matchesBetween(START, START.plus(Duration.ofHours(2))).getFirst();
        MatchClock clock = league.script(match).clock();
        Instant kickoff = match.kickoffAt();
        assertThat(league.viewAt(match, kickoff.minusSeconds(1)).phase()).isEqualTo(Phase.SCHEDULED);
        assertThat(league.viewAt(match, kickoff).phase()).isEqualTo(Phase.FIRST_HALF);
        assertThat(league.viewAt(match, kickoff.plusSeconds(22 * 60 + 30)).displayClock())
                .isEqualTo("23'");
        assertThat(league.viewAt(match, kickoff.plusSeconds(45 * 60 + 20)).displayClock())
                .isEqualTo("45'+1'");
        MatchView half = league.viewAt(match, kickoff.plusSeconds(clock.firstHalfEnd() + 60L));
        assertThat(half.phase()).isEqualTo(Phase.HALF_TIME);
        assertThat(half.displayClock()).isEqualTo("45'");
        MatchView second = league.viewAt(match, kickoff.plusSeconds(clock.firstHalfEnd() + MatchClock.BREAK + 30L));
        assertThat(second.phase()).isEqualTo(Phase.SECOND_HALF);
        assertThat(second.displayClock()).isEqualTo("46'");
        assertThat(league.viewAt(match, kickoff.plusSeconds(clock.duration())).phase())
                .isEqualTo(Phase.FULL_TIME);
    }

    @Test
    void scoresOnlyGrow_exceptWhereAGoalIsTakenBack() {
        for (Match match : league.matches().subList(0, 100)) {
            int before = 0;
            for (int second = 0; second <= league.script(match).clock().duration(); second += 20) {
                MatchView view = league.viewAt(match, match.kickoffAt().plusSeconds(second));
                int goals = view.goals(true) + view.goals(false);
                int now = second;
                boolean takenBack = league.script(match).events().stream()
                        .anyMatch(event -> event.takenBackAt() <= now && event.takenBackAt() > now - 20);
                assertThat(goals >= before || takenBack).isTrue();
                before = goals;
            }
        }
    }

    @Test
    void newsBeforeKickoffMoveTheKnownRatesToTheTrueOnes() {
        long moved = 0;
        for (Match match : league.matches()) {
            TrueRates early = league.ratesKnownAt(match, match.kickoffAt().minus(Duration.ofHours(6)));
            assertThat(early).isEqualTo(TrueRates.of(match.home(), match.away()));
            assertThat(league.ratesKnownAt(match, match.kickoffAt())).isEqualTo(league.trueRates(match));
            moved += early.equals(league.trueRates(match)) ? 0 : 1;
        }
        // no news at all has probability exp(-3) = 0.05
        assertThat(moved).isBetween(690L, 750L);
    }

    private static List<MatchScript> scripts(League league) {
        return league.matches().stream().map(league::script).toList();
    }
}
