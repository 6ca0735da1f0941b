package io.touchline.prediction.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.fixture.Score;
import io.touchline.domain.goals.DixonColesSettings;
import io.touchline.prediction.SampleSeason;
import io.touchline.prediction.SampleSeason.Sample;
import io.touchline.prediction.model.InputSpread;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.ReleaseState;
import io.touchline.prediction.model.blend.Ensemble;
import io.touchline.prediction.train.RefreshRule.Learned;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.MatchResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 110 weekends of a league; the last moment's release is tested as it would be in service. */
class RefreshRuleTest {

    private static final TrainingSettings SETTINGS = WalkForwardTest.SETTINGS;
    private static final double NO_DIFFERENCE = 1e-3;
    private static final List<Sample> SAMPLES = SampleSeason.weekends(110, 11);

    private static final Instant NOW = Instant.parse("2023-09-09T00:00:00Z");

    private final WalkForward walk = walked(true);

    @Test
    void sameRecipeOnNewerData_isNoWorseOnHeldOutWeeks_andTakesOver() {
        TrainedRelease release = last();
        assertThat(release.metrics().get("refresh.same_recipe")).isEqualTo(1);
        assertThat(release.metrics().get("held_out.log_loss_difference")).isCloseTo(0, within(NO_DIFFERENCE));
        assertThat(release.metrics().get("held_out.log_loss_difference_upper")).isLessThan(0.005);
        assertThat(release.metrics().get("held_out.forecasts")).isGreaterThanOrEqualTo(200);
        assertThat(release.promoted()).isTrue();
        assertThat(release.inputs().known()).contains("elo_difference", "market_fair_home");
        assertThat(release.features()).contains("elo_difference");
    }

    @Test
    void recipeThatIsWorseOnHeldOutWeeks_staysACandidate() {
        // the past is told anew and wrongly, the weak beat the strong: what is trained on it is what the recipe has
        // become
        WalkForward odd = walked(false);
        for (Sample sample : SAMPLES.subList(0, 240)) {
            boolean homeIsWeak =
                    sample.result().getHomeTeam().compareTo(sample.result().getAwayTeam()) < 0;
            odd.add(played(sample.result(), homeIsWeak ? 9 : 0, homeIsWeak ? 0 : 9));
        }
        TrainedRelease release = last(odd);
        assertThat(release.metrics().get("held_out.log_loss_difference_upper")).isGreaterThan(0.005);
        assertThat(release.promoted()).isFalse();
    }

    @Test
    void anotherRecipeInForce_hasToBeBeatenByAChallenger() {
        putInForce(learned("of another kind", 100, 100));
        TrainedRelease release = last();
        assertThat(release.metrics().get("refresh.same_recipe")).isZero();
        assertThat(release.promoted()).isFalse();
    }

    @Test
    void oneThatLearnedFromMore_isNotReplacedUntested() {
        putInForce(learned(SETTINGS.recipe(), 7_000, 400));
        assertThat(last().promoted()).isFalse();
    }

    @Test
    void oneThatKnewMoreVectors_keepsWhatItLearnedFromThem() {
        Ensemble champion = walk.inForceAt(NOW);
        assertThat(walk.hasTestedChampion(NOW)).as("walked through").isFalse();
        putInForce(learned(SETTINGS.recipe(), 400, 7_000));
        assertThat(walk.hasTestedChampion(NOW)).isTrue();
        TrainedRelease release = last();
        assertThat(release.metrics().get("refresh.carried")).isEqualTo(1);
        assertThat(release.metrics().get("held_out.log_loss_difference_upper")).isLessThan(0.005);
        assertThat(release.promoted()).isTrue();
        assertThat(release.metrics().get("trained.vectors"))
                .as("so the next one does too")
                .isEqualTo(7_000);
        assertThat(release.ensemble().version()).isGreaterThan(champion.version());
        assertThat(release.ensemble().weights()).isEqualTo(champion.weights());
        assertThat(release.ensemble().line().state()).isSameAs(champion.line().state());
        assertThat(release.ensemble().dixonColes()).isNotEqualTo(champion.dixonColes());
    }

    @Test
    void afterOneWasTakenBack_thereAreNoRefreshes() {
        Ensemble champion = walk.inForceAt(NOW);
        walk.restore(NOW, champion, ReleaseState.ROLLED_BACK, Learned.UNKNOWN);
        assertThat(walk.inForceAt(NOW).version()).isLessThan(champion.version());
        assertThat(last().promoted()).isFalse();
    }

    @Test
    void recipe_tellsSettingsApart() {
        TrainingSettings other = new TrainingSettings(
                Duration.ofDays(7),
                Duration.ofDays(1461),
                new DixonColesSettings(200, 2, true),
                40,
                500,
                200,
                Duration.ofDays(28),
                0.005);
        assertThat(SETTINGS.recipe()).hasSize(12).isNotEqualTo(other.recipe());
    }

    private void putInForce(Learned by) {
        walk.restore(NOW, walk.inForceAt(NOW), ReleaseState.PROMOTED, by);
    }

    /** Until 30 weeks before the end. */
    private static Learned learned(String recipe, int matches, int vectors) {
        return new Learned(recipe, matches, new InputSpread(vectors, List.of()), NOW.minus(Duration.ofDays(210)));
    }

    private TrainedRelease last() {
        return last(walk);
    }

    private static TrainedRelease last(WalkForward walk) {
        Sample sample = SAMPLES.getLast();
        walk.add(played(
                sample.result(), sample.result().getHomeGoals(), sample.result().getAwayGoals()));
        Optional<Instant> due = walk.due(Instant.parse("2030-01-01T00:00:00Z"));
        return walk.trainTestedAt(due.orElseThrow());
    }

    /** All but the last result, every moment trained but that of the last weekend. */
    private static WalkForward walked(boolean withMarket) {
        WalkForward walk = new WalkForward(SETTINGS);
        for (Sample sample : SAMPLES) {
            Instant asOf = sample.vectors().getFirst().getAsOf();
            for (Optional<Instant> due = walk.due(asOf); due.isPresent(); due = walk.due(asOf)) {
                walk.trainAt(due.get());
            }
            for (FeatureVector vector : sample.vectors()) {
                MatchInput input = MatchInput.of(vector);
                walk.add(vector.getFixtureId(), withMarket ? input : input.withoutMarket(), vector.getAsOf());
            }
            if (!sample.equals(SAMPLES.getLast())) {
                walk.add(played(
                        sample.result(),
                        sample.result().getHomeGoals(),
                        sample.result().getAwayGoals()));
            }
        }
        return walk;
    }

    private static PlayedMatch played(MatchResult result, int home, int away) {
        return new PlayedMatch(
                result.getFixtureId(),
                result.getCompetition(),
                result.getHomeTeam(),
                result.getAwayTeam(),
                result.getKickoffAt(),
                result.getResultAt(),
                new Score(home, away));
    }
}
