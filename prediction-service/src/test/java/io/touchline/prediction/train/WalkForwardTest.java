package io.touchline.prediction.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.touchline.domain.fixture.Score;
import io.touchline.domain.goals.DixonColesSettings;
import io.touchline.prediction.SampleSeason;
import io.touchline.prediction.SampleSeason.Sample;
import io.touchline.prediction.model.EnsembleContent;
import io.touchline.prediction.model.InputSpread;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.ReleaseState;
import io.touchline.prediction.model.blend.Ensemble;
import io.touchline.schema.FeatureVector;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class WalkForwardTest {

    static final TrainingSettings SETTINGS = new TrainingSettings(
            Duration.ofDays(7),
            Duration.ofDays(1461),
            new DixonColesSettings(390, 2, true),
            40,
            500,
            200,
            Duration.ofDays(28),
            0.005);

    private static final Instant END = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    void moments_areMondaysAtThree() {
        TrainingMoments moments = new TrainingMoments(Duration.ofDays(7));
        Instant saturday = Instant.parse("2022-08-13T16:00:00Z");
        Instant monday = Instant.parse("2022-08-15T03:00:00Z");
        assertThat(monday.atZone(ZoneOffset.UTC).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(moments.after(saturday)).isEqualTo(monday);
        assertThat(moments.after(monday)).isEqualTo(monday.plus(Duration.ofDays(7)));
        assertThat(moments.atOrBefore(monday)).isEqualTo(monday);
        assertThat(moments.atOrBefore(monday.minusSeconds(1))).isEqualTo(monday.minus(Duration.ofDays(7)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainingSettings(
                        Duration.ofHours(5),
                        Duration.ofDays(9),
                        DixonColesSettings.plain(),
                        1,
                        1,
                        1,
                        Duration.ofDays(1),
                        0));
    }

    @Test
    void due_isTheFirstMomentAfterNews() {
        WalkForward walk = new WalkForward(SETTINGS);
        assertThat(walk.due(END)).isEmpty();
        Instant saturday = Instant.parse("2021-08-07T16:00:00Z");
        walk.add(result("one", saturday));
        assertThat(walk.due(saturday)).isEmpty();
        assertThat(walk.due(saturday.plus(Duration.ofDays(30)))).contains(Instant.parse("2021-08-09T03:00:00Z"));
        TrainedRelease release = walk.trainAt(Instant.parse("2021-08-09T03:00:00Z"));
        assertThat(release.matches()).isEqualTo(1);
        assertThat(release.trainedTo()).isEqualTo(saturday);
        assertThat(release.promoted()).isTrue();
        assertThat(walk.due(END)).isEmpty();
        // months later: no moment in between had news
        walk.add(result("two", Instant.parse("2021-12-04T16:00:00Z")));
        assertThat(walk.due(END)).contains(Instant.parse("2021-12-06T03:00:00Z"));
        // told again: no news
        walk.trainAt(Instant.parse("2021-12-06T03:00:00Z"));
        walk.add(result("two", Instant.parse("2021-12-04T16:00:00Z")));
        assertThat(walk.due(END)).isEmpty();
        // a result told late belongs to the next moment
        walk.add(result("late", Instant.parse("2021-11-06T16:00:00Z")));
        assertThat(walk.due(END)).contains(Instant.parse("2021-12-13T03:00:00Z"));
        walk.remove("late");
        assertThat(walk.due(END)).isEmpty();
    }

    @Test
    void release_knowsNothingOfItsFuture() {
        List<Sample> samples = SampleSeason.weekends(30, 1);
        List<TrainedRelease> whole = walked(new WalkForward(SETTINGS), samples, true);
        List<TrainedRelease> half = walked(new WalkForward(SETTINGS), samples.subList(0, 60), true);
        for (int i = 0; i < half.size(); i++) {
            assertThat(EnsembleContent.write(whole.get(i).ensemble()))
                    .as("release " + i)
                    .isEqualTo(EnsembleContent.write(half.get(i).ensemble()));
            assertThat(whole.get(i).trainedTo()).isBefore(whole.get(i).validFrom());
        }
    }

    @Test
    void orderOfArrival_changesNothing() {
        List<Sample> samples = SampleSeason.weekends(30, 2);
        List<TrainedRelease> straight = walked(new WalkForward(SETTINGS), samples, true);
        List<Sample> shuffled = new ArrayList<>(samples);
        Collections.shuffle(shuffled, new Random(4));
        List<TrainedRelease> other = walked(new WalkForward(SETTINGS), shuffled, false);
        assertThat(other).hasSameSizeAs(straight).hasSizeGreaterThan(20);
        for (int i = 0; i < straight.size(); i++) {
            assertThat(EnsembleContent.write(other.get(i).ensemble()))
                    .isEqualTo(EnsembleContent.write(straight.get(i).ensemble()));
            assertThat(other.get(i).metrics()).isEqualTo(straight.get(i).metrics());
        }
    }

    @Test
    void season_isLearned() {
        List<TrainedRelease> releases = walked(new WalkForward(SETTINGS), SampleSeason.weekends(60, 3), true);
        TrainedRelease last = releases.getLast();
        assertThat(last.ensemble().dixonColes().byAssociation()).containsOnlyKeys("soccer/ENG");
        double weak = last.ensemble()
                .dixonColes()
                .byAssociation()
                .get("soccer/ENG")
                .fit()
                .attack()
                .get("team-00");
        double strong = last.ensemble()
                .dixonColes()
                .byAssociation()
                .get("soccer/ENG")
                .fit()
                .attack()
                .get("team-07");
        assertThat(strong).isGreaterThan(weak + 0.3);
        assertThat(last.ensemble().elo().logit().slope()).isBetween(0.2, 1.2);
        assertThat(last.metrics().get("blend.log_loss")).isBetween(0.8, 1.08);
        assertThat(last.metrics().get("market.forecasts")).isEqualTo(200);
        assertThat(last.metrics()).containsKeys("dixon_coles.rps", "elo.brier", "recent.log_loss");
    }

    @Test
    void brokenRelease_staysACandidate() {
        WalkForward walk = new WalkForward(SETTINGS);
        List<Sample> samples = SampleSeason.weekends(40, 5);
        // nobody quotes: beside the market nonsense would hardly be heard
        List<TrainedRelease> releases = walked(walk, samples, true, MatchInput::withoutMarket);
        assertThat(releases.getLast().promoted()).isTrue();
        Ensemble before = walk.inForceAt(END);
        // sense and nonsense change places: the teams' strengths as the market knows them, and hundreds of results that
        // say the opposite, in one week
        Instant kickoff = Instant.parse("2022-05-14T14:00:00Z");
        for (int i = 0; i < 600; i++) {
            String home = "team-0" + i % 4;
            String away = "team-0" + (4 + i % 4);
            walk.add(new PlayedMatch(
                    "x" + i,
                    "eng.1",
                    home,
                    away,
                    kickoff.minus(Duration.ofDays(40)),
                    kickoff.minus(Duration.ofDays(40)),
                    new Score(9, 0)));
        }
        Instant moment = walk.due(END).orElseThrow();
        TrainedRelease release = walk.trainAt(moment);
        assertThat(release.metrics().get("recent.log_loss"))
                .isGreaterThan(release.metrics().get("recent.log_loss_before") + 0.005);
        assertThat(release.promoted()).isFalse();
        assertThat(walk.inForceAt(END)).isSameAs(before);
    }

    @Test
    void restart_goesOnBehindTheLastRelease() {
        List<Sample> samples = SampleSeason.weekends(30, 6);
        WalkForward first = new WalkForward(SETTINGS);
        List<TrainedRelease> releases = walked(first, samples, true);
        WalkForward second = new WalkForward(SETTINGS);
        releases.forEach(each -> second.restore(
                each.validFrom(),
                EnsembleContent.read(EnsembleContent.write(each.ensemble())),
                each.promoted() ? ReleaseState.PROMOTED : ReleaseState.CANDIDATE,
                new RefreshRule.Learned(each.recipe(), each.matches(), InputSpread.NONE, each.trainedTo())));
        List<TrainedRelease> again = walked(second, samples, false);
        assertThat(again)
                .hasSize(1)
                .allMatch(each -> each.validFrom().isAfter(releases.getLast().validFrom()));
        assertThat(EnsembleContent.write(second.inForceAt(releases.get(5).validFrom())))
                .isEqualTo(EnsembleContent.write(releases.get(5).ensemble()));
        second.restore(
                releases.get(5).validFrom(),
                releases.get(5).ensemble(),
                ReleaseState.ROLLED_BACK,
                RefreshRule.Learned.UNKNOWN);
        assertThat(second.inForceAt(releases.get(5).validFrom()).version())
                .isEqualTo(releases.get(4).ensemble().version());
    }

    private static List<TrainedRelease> walked(WalkForward walk, List<Sample> samples, boolean inOrder) {
        return walked(walk, samples, inOrder, UnaryOperator.identity());
    }

    private static List<TrainedRelease> walked(
            WalkForward walk, List<Sample> samples, boolean inOrder, UnaryOperator<MatchInput> known) {
        List<TrainedRelease> releases = new ArrayList<>();
        for (Sample sample : samples) {
            if (inOrder) {
                train(walk, sample.vectors().getFirst().getAsOf(), releases);
            }
            for (FeatureVector vector : sample.vectors()) {
                walk.add(vector.getFixtureId(), known.apply(MatchInput.of(vector)), vector.getAsOf());
            }
            walk.add(PlayedMatch.of(sample.result()));
        }
        train(walk, END, releases);
        return releases;
    }

    private static void train(WalkForward walk, Instant time, List<TrainedRelease> releases) {
        for (Optional<Instant> due = walk.due(time); due.isPresent(); due = walk.due(time)) {
            releases.add(walk.trainAt(due.get()));
        }
    }

    private static PlayedMatch result(String id, Instant at) {
        return new PlayedMatch(id, "eng.1", "a", "b", at.minus(Duration.ofHours(2)), at, new Score(1, 0));
    }
}
