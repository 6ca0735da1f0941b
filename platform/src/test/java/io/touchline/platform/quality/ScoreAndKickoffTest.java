package io.touchline.platform.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.fixture.FixtureId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sources beside each other. */
class ScoreAndKickoffTest {

    private static final Instant KICKOFF = Instant.parse("2026-03-21T15:00:00Z");
    private static final FixtureId FIXTURE = new FixtureId("soccer:eng.1:2025-26:rovers:united");

    private final Map<String, Integer> places = Map.of("sportradar", 1, "espn", 2);
    private final Trust trust = source -> places.getOrDefault(source, Trust.LAST);
    private final ScoreCheck scores = new ScoreCheck(trust);
    private final KickoffCheck kickoffs = new KickoffCheck(trust);

    private List<Finding> score(String source, String status, int home, int away, long second) {
        return scores.seen(source, FIXTURE, status, home, away, KICKOFF.plusSeconds(second));
    }

    @Test
    void oneThatLagsBehind_isNoContradiction() {
        assertThat(score("espn", "IN_PLAY", 0, 0, 600)).isEmpty();
        assertThat(score("sportradar", "IN_PLAY", 1, 0, 610)).isEmpty();
        assertThat(score("espn", "IN_PLAY", 0, 0, 640)).isEmpty();
        assertThat(score("espn", "IN_PLAY", 1, 0, 700)).isEmpty();
        assertThat(score("sportradar", "IN_PLAY", 1, 0, 900)).isEmpty();
    }

    @Test
    void aContradictionThatStands_isToldOnce_aboutTheOneThatIsNotBelieved() {
        score("espn", "IN_PLAY", 0, 0, 600);
        score("sportradar", "IN_PLAY", 1, 0, 610);
        assertThat(score("espn", "IN_PLAY", 0, 0, 730)).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(FindingKind.SCORE_DISAGREES);
            assertThat(found.source()).isEqualTo("espn");
            assertThat(found.trusted()).isEqualTo("sportradar");
            assertThat(found.detail()).isEqualTo("score 0-0 by espn, 1-0 by sportradar");
            assertThat(found.competition()).isEqualTo("eng.1");
        });
        assertThat(score("espn", "IN_PLAY", 0, 0, 760)).isEmpty();
        assertThat(score("sportradar", "IN_PLAY", 1, 0, 760)).isEmpty();
    }

    @Test
    void twoFinalScores_areToldAtOnce() {
        score("espn", "FINISHED", 2, 1, 6000);
        assertThat(score("sportradar", "FINISHED", 2, 2, 6001))
                .extracting(Finding::kind)
                .containsExactly(FindingKind.SCORE_DISAGREES);
    }

    @Test
    void aMatchThatOneCallsOver_andTheOtherLetsRun_isTold() {
        score("sportradar", "FINISHED", 2, 1, 6000);
        score("espn", "IN_PLAY", 2, 1, 6010);
        assertThat(score("espn", "IN_PLAY", 2, 1, 6200)).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(FindingKind.STATUS_DISAGREES);
            assertThat(found.detail()).isEqualTo("IN_PLAY by espn, FINISHED by sportradar");
        });
    }

    @Test
    void theMostTrusted_isBelieved_whoeverSpokeLast() {
        assertThat(scores.believed(FIXTURE)).isEmpty();
        score("unheard-of", "IN_PLAY", 3, 3, 600);
        score("sportradar", "IN_PLAY", 1, 0, 610);
        score("espn", "IN_PLAY", 0, 0, 640);
        assertThat(scores.believed(FIXTURE).map(ScoreCheck.Word::source)).contains("sportradar");
    }

    @Test
    void oldNews_changesNothing() {
        score("espn", "IN_PLAY", 1, 0, 640);
        score("espn", "IN_PLAY", 0, 0, 600);
        assertThat(scores.believed(FIXTURE).map(ScoreCheck.Word::home)).contains(1);
    }

    @Test
    void aKickoffTenMinutesOff_isTheSame_andOneHourOffIsTold_once() {
        assertThat(kickoffs.seen("espn", FIXTURE, KICKOFF, KICKOFF)).isEmpty();
        assertThat(kickoffs.seen("sportradar", FIXTURE, KICKOFF.plusSeconds(600), KICKOFF))
                .isEmpty();
        Instant later = KICKOFF.plus(Duration.ofHours(1));
        assertThat(kickoffs.seen("sportradar", FIXTURE, later, KICKOFF))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.source()).isEqualTo("espn");
                    assertThat(found.trusted()).isEqualTo("sportradar");
                    assertThat(found.detail())
                            .isEqualTo("2026-03-21T15:00:00Z by espn, 2026-03-21T16:00:00Z by sportradar");
                });
        assertThat(kickoffs.seen("espn", FIXTURE, KICKOFF, KICKOFF)).isEmpty();
        assertThat(kickoffs.believed(FIXTURE)).contains(later);
    }
}
