package io.touchline.feature.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.rating.EloRating;
import io.touchline.domain.rating.PiRating;
import io.touchline.feature.MadeLeague;
import io.touchline.feature.catalogue.TeamFeatures;
import io.touchline.feature.state.OpenFixture;
import io.touchline.feature.state.PastResult;
import io.touchline.feature.vector.FormBoard.Part;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.MatchResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FormBoardTest {

    private static final TeamFeatures FEATURES =
            new TeamFeatures(FeatureCatalogue.shipped(), EloRating.standard(), PiRating.standard());

    private final MadeLeague league = new MadeLeague(17, 8, 3);
    private final FormBoard board = board();

    @Test
    void aHistoryAndThenAFixture_givesThePartAtOnce() {
        List<MatchResult> history = league.results().subList(0, 300);
        List<MatchResult> shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, new Random(1));
        shuffled.forEach(result -> assertThat(tell(result)).isEmpty());
        MadeLeague.Match next = league.matches().get(320);
        List<Part> parts = board.schedule(OpenFixture.of(next.fixture()));
        assertThat(board.isBehind()).isFalse();
        assertThat(parts).singleElement().satisfies(part -> {
            assertThat(part.fixture().fixtureId()).isEqualTo(next.fixture().getFixtureId());
            assertThat(part.values().orElseThrow().values()).isEqualTo(restored(history, next));
        });
    }

    @Test
    void aHistoryInPiecesBetweenFixtures_waitsAndCatchesUp() {
        MadeLeague.Match next = league.matches().getLast();
        board.schedule(OpenFixture.of(next.fixture()));
        List<MatchResult> history = league.results().subList(0, 300).reversed();
        boolean waited = false;
        for (MatchResult result : history) {
            tell(result);
            waited |= board.isBehind();
        }
        assertThat(waited).isTrue();
        List<Part> parts = board.catchUp();
        assertThat(parts.getLast().values().orElseThrow().values()).isEqualTo(restored(history, next));
        assertThat(board.catchUp()).isEmpty();
    }

    @Test
    void aResultMovesTheNextFixturesOfItsCompetitionAlone() {
        List<MadeLeague.Match> matches = league.matches();
        matches.subList(8, 24).forEach(match -> board.schedule(OpenFixture.of(match.fixture())));
        MatchResult result = matches.getFirst().result();
        List<Part> parts = tell(result);
        assertThat(parts)
                .isNotEmpty()
                .allSatisfy(part -> assertThat(part.fixture().competition()).isEqualTo(result.getCompetition()));
        // eight teams of a division: four next matches, the rest is further ahead
        assertThat(parts).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void itsResultEndsAFixture_andWithdrawalMakesRoomForIt() {
        MadeLeague.Match match = league.matches().getFirst();
        board.schedule(OpenFixture.of(match.fixture()));
        assertThat(tell(match.result()))
                .singleElement()
                .satisfies(part -> assertThat(part.values()).isEmpty());
        assertThat(board.schedule(OpenFixture.of(match.fixture()))).isEmpty();
        board.withdraw(match.fixture().getFixtureId(), 0);
        assertThat(board.schedule(OpenFixture.of(match.fixture()))).hasSize(1);
    }

    @Test
    void forgetsOldFixturesWithoutResult_onlyWhereThereAreMany() {
        MadeLeague.Match match = league.matches().getFirst();
        OpenFixture one = OpenFixture.of(match.fixture());
        int count = FormBoard.KEEP_AT_LEAST + 5;
        for (int n = 0; n < count; n++) {
            if (n == FormBoard.KEEP_AT_LEAST) {
                assertThat(board.forget()).isEmpty();
            }
            long later = TimeUnit.HOURS.toMillis(n);
            board.schedule(new OpenFixture(
                    one.fixtureId() + ":" + n,
                    one.competition(),
                    one.season(),
                    one.homeTeam(),
                    one.awayTeam(),
                    one.kickoffAt() + later,
                    false,
                    "",
                    OpenFixture.Forecast.UNKNOWN,
                    one.knownAt() + later,
                    one.observedAt() + later));
        }
        List<Part> gone = board.forget();
        assertThat(gone).isNotEmpty().allSatisfy(part -> {
            assertThat(part.values()).isEmpty();
            assertThat(part.fixture().kickoffAt()).isLessThan(board.clock() - FormBoard.KEEP_AFTER_KICKOFF);
        });
        assertThat(board.fixture(one.fixtureId() + ":" + (count - 1))).isPresent();
    }

    @Test
    void factsSurviveTheirBytes() {
        PastResult result = PastResult.of(league.results().getFirst()).orElseThrow();
        OpenFixture fixture = OpenFixture.of(league.matches().getFirst().fixture());
        assertThat(PastResult.read(result.write())).isEqualTo(result);
        assertThat(OpenFixture.read(fixture.write())).isEqualTo(fixture);
        assertThat(result.write()).hasSizeLessThan(190);
        assertThat(fixture.write()).hasSizeLessThan(170);
    }

    /** The part of a board that was restored from the same facts. */
    private static float[] restored(List<MatchResult> history, MadeLeague.Match next) {
        FormBoard restored = board();
        history.forEach(result -> restored.restore(PastResult.of(result).orElseThrow()));
        restored.restored();
        return restored.schedule(OpenFixture.of(next.fixture()))
                .getFirst()
                .values()
                .orElseThrow()
                .values();
    }

    private List<Part> tell(MatchResult result) {
        return board.result(
                PastResult.of(result).orElseThrow(), result.getResultAt().toEpochMilli());
    }

    private static FormBoard board() {
        return new FormBoard(FEATURES, EloRating.standard(), PiRating.standard());
    }
}
