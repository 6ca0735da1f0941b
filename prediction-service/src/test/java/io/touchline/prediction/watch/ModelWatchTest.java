package io.touchline.prediction.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.goals.OrderedLogit;
import io.touchline.prediction.SampleSeason;
import io.touchline.prediction.model.EnsembleContent;
import io.touchline.prediction.model.FeatureValues;
import io.touchline.prediction.model.InputSpread;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.ReleaseState;
import io.touchline.prediction.model.blend.BlendWeights;
import io.touchline.prediction.model.blend.Ensemble;
import io.touchline.prediction.model.dixoncoles.DixonColesModel;
import io.touchline.prediction.model.elo.EloModel;
import io.touchline.prediction.model.line.LineModel;
import io.touchline.prediction.model.strength.StrengthModel;
import io.touchline.prediction.score.ModelReleases;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.MatchResult;
import io.touchline.schema.ModelRelease;
import io.touchline.schema.TeamStatistics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Matches whose results come from the good model's own probabilities; a bad model has home and away the wrong way round. */
class ModelWatchTest {

    private static final Instant MONDAY = Instant.parse("2025-08-04T03:00:00Z");
    private static final String FIRST = "2025-08-04T03:00:00Z";
    private static final String SECOND = "2025-08-11T03:00:00Z";
    private static final double GOOD = 1;
    private static final double BAD = -1;
    private static final double KNOWS_NOTHING = 0;
    private static final double NO_ALARM = 1e9;

    private final ModelReleases releases = new ModelReleases();
    private final List<ModelRelease> told = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ModelWatch watch = new ModelWatch(releases, WatchSettings.standard());
    private Instant now = MONDAY.plus(Duration.ofDays(8));
    private final ModelLife life =
            new ModelLife(watch, releases, told::add, new ModelArchive(Optional.empty()), meters, () -> now);

    @Test
    void plantedBadModel_isNotPromoted() {
        releases.put(release(FIRST, GOOD, ReleaseState.PROMOTED));
        releases.put(release(SECOND, BAD, ReleaseState.CANDIDATE));
        play(400, GOOD);
        life.act(now);
        assertThat(watch.graded()).isEqualTo(400);
        assertThat(releases.challengers(now)).extracting(Ensemble::version).containsExactly(SECOND);
        assertThat(told).isEmpty();
        assertThat(releases.at(now).version()).isEqualTo(FIRST);
    }

    @Test
    void equalModel_isNotPromoted() {
        releases.put(release(FIRST, GOOD, ReleaseState.PROMOTED));
        releases.put(release(SECOND, GOOD, ReleaseState.CANDIDATE));
        play(400, GOOD);
        life.act(now);
        assertThat(told).isEmpty();
    }

    @Test
    void betterChallenger_isPromoted_fromNowOn_onceItHasShownIt() {
        releases.put(release(FIRST, KNOWS_NOTHING, ReleaseState.PROMOTED));
        releases.put(release(SECOND, GOOD, ReleaseState.CANDIDATE));
        play(100, GOOD);
        life.act(now);
        assertThat(told).as("too few matches").isEmpty();
        play(300, GOOD);
        Instant before = now;
        life.act(now);
        assertThat(told).extracting(ModelRelease::getState).containsExactly("PROMOTED");
        assertThat(told.getFirst().getMetrics().get("later.log_loss_difference_upper"))
                .isNegative();
        assertThat(releases.at(now).version()).isEqualTo(SECOND);
        assertThat(releases.at(before.minusMillis(1)).version()).isEqualTo(FIRST);
        assertThat(meters.counter("prediction.releases", "change", "promoted").count())
                .isEqualTo(1);
    }

    @Test
    void equalModels_areNotPromoted_howeverOftenOneLooks() {
        releases.put(release(FIRST, GOOD, ReleaseState.PROMOTED));
        for (int i = 0; i < 5; i++) {
            releases.put(release("2025-08-1" + i + "T03:00:00Z", 1 + 0.002 * (i - 2), ReleaseState.CANDIDATE));
        }
        for (int look = 0; look < 100; look++) {
            play(10, GOOD);
            life.act(now);
        }
        assertThat(told).isEmpty();
    }

    @Test
    void plantedDrift_isRolledBack_andTold() {
        releases.put(release(FIRST, GOOD, ReleaseState.PROMOTED));
        releases.put(release(SECOND, BAD, ReleaseState.PROMOTED));
        play(150, GOOD);
        life.act(now);
        assertThat(told).extracting(ModelRelease::getState).containsExactly("ROLLED_BACK");
        assertThat(told).extracting(ModelRelease::getVersion).containsExactly(SECOND);
        assertThat(releases.at(now).version()).isEqualTo(FIRST);
        assertThat(meters.counter("prediction.drift", "kind", "CALIBRATION").count())
                .isEqualTo(1);
        play(300, GOOD);
        life.act(now);
        assertThat(told).as("the good one stays").hasSize(1);
        assertThat(releases.at(now).version()).isEqualTo(FIRST);
    }

    @Test
    void boastfulModel_isFlattened() {
        releases.put(release(FIRST, 1.15, ReleaseState.PROMOTED));
        play(400, GOOD);
        life.act(now);
        assertThat(told).isEmpty();
        assertThat(releases.sharpness(FIRST)).isBetween(0.75, 0.995);
        assertThat(releases.sharpness(SECOND)).isEqualTo(1);
    }

    @Test
    void shiftedInputs_areToldOnce_againstWhatTheReleaseLearnedFrom() {
        WatchSettings strict = new WatchSettings(2_000, 1_000, 100, 0.25, 0.001, 0.02, NO_ALARM);
        ModelWatch watched = new ModelWatch(releases, strict);
        Random random = new Random(5);
        List<FeatureValues> learnedFrom = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            learnedFrom.add(
                    MatchInput.of(vector("l", now, 150 * random.nextGaussian())).features());
        }
        releases.put(ModelRelease.newBuilder(release(FIRST, GOOD, ReleaseState.PROMOTED))
                .setSpreads(InputSpread.of(learnedFrom).features())
                .build());
        end(watched, "shifted from the first one on ", 100, 400, random);
        assertThat(watched.step(now)).singleElement().isInstanceOfSatisfying(Decision.Drift.class, drift -> {
            assertThat(drift.kind()).isEqualTo("INPUTS");
            assertThat(drift.rollback()).isFalse();
            assertThat(drift.detail()).contains("elo_difference");
            assertThat(drift.figures()).containsKeys("drifted_share", "stability_index.elo_difference");
        });
        assertThat(watched.step(now)).as("told").isEmpty();
        end(watched, "as before ", 100, 0, random);
        assertThat(watched.step(now)).isEmpty();
        end(watched, "shifted again ", 100, 400, random);
        assertThat(watched.step(now)).hasSize(1);
    }

    @Test
    void withoutWhatItLearnedFrom_noShiftIsTold() {
        ModelWatch watched =
                new ModelWatch(releases, new WatchSettings(2_000, 1_000, 100, 0.25, 0.001, 0.02, NO_ALARM));
        releases.put(release(FIRST, GOOD, ReleaseState.PROMOTED));
        end(watched, "shifted ", 200, 400, new Random(5));
        assertThat(watched.step(now)).isEmpty();
    }

    @Test
    void resultsBeforeVectors_asAfterARestart_areGradedAlike_andOnce() {
        releases.put(release(FIRST, GOOD, ReleaseState.PROMOTED));
        for (int i = 0; i < 30; i++) {
            watch.add(result("f" + i, now, 1));
        }
        for (int i = 0; i < 30; i++) {
            watch.add(vector("f" + i, now, 100));
            watch.add(vector("f" + i, now, 100));
        }
        life.act(now);
        assertThat(watch.graded()).isEqualTo(30);
        watch.add(vector("f1", now, 100));
        watch.add(result("f1", now, 1));
        life.act(now);
        assertThat(watch.graded()).as("told again").isEqualTo(30);
    }

    @Test
    void releaseOfLongAgo_inForceByAPersonsWord_canBeTakenBack() {
        Instant old = MONDAY.minus(Duration.ofDays(700));
        for (int week = 0; week < 60; week++) {
            releases.put(release(MONDAY.minus(Duration.ofDays(7L * week)).toString(), BAD, ReleaseState.CANDIDATE));
        }
        ModelRelease ordered = release(old.toString(), GOOD, ReleaseState.PROMOTED);
        releases.put(ModelRelease.newBuilder(ordered).setValidFrom(now).build());
        assertThat(releases.find(old.toString())).isPresent();
        assertThat(releases.at(now).version()).isEqualTo(old.toString());
        assertThat(releases.challengers(now)).as("trained later").hasSize(8);
    }

    private void end(ModelWatch watched, String name, int matches, double shift, Random random) {
        for (int i = 0; i < matches; i++) {
            watched.add(vector(name + i, now, shift + 150 * random.nextGaussian()));
            watched.add(result(name + i, now, i % 3 - 1));
        }
    }

    /** Ten matches a day, results by the good model's probabilities. */
    private void play(int matches, double truth) {
        Random random = new Random(watch.graded() + 1);
        EloModel oracle = elo(truth);
        for (int i = 0; i < matches; i++) {
            now = now.plus(Duration.ofMinutes(144));
            String fixture = "soccer:eng.1:2025-26:" + now.getEpochSecond() + ":x";
            FeatureVector vector = vector(fixture, now, 200 * random.nextGaussian());
            double[] p = oracle.forecast(MatchInput.of(vector)).orElseThrow().result();
            double draw = random.nextDouble();
            watch.add(vector);
            int margin = draw < p[0] ? 1 : draw < p[0] + p[1] ? 0 : -1;
            MatchResult result = result(fixture, now, margin);
            watch.add(result);
            watch.add(result);
        }
    }

    private static FeatureVector vector(String fixture, Instant kickoff, double elo) {
        Instant asOf = kickoff.minus(Duration.ofMinutes(1));
        return SampleSeason.vector(
                fixture, "a", "b", kickoff, Cutoff.CLOSING, asOf, elo, Double.NaN, Double.NaN, Double.NaN);
    }

    private static MatchResult result(String fixture, Instant kickoff, int margin) {
        return MatchResult.newBuilder()
                .setFixtureId(fixture)
                .setCompetition("eng.1")
                .setSeason("2025-26")
                .setHomeTeam("a")
                .setAwayTeam("b")
                .setKickoffAt(kickoff)
                .setResultAt(kickoff.plus(Duration.ofHours(2)))
                .setStatus("FINISHED")
                .setHomeGoals(1 + Math.max(0, margin))
                .setAwayGoals(1 + Math.max(0, -margin))
                .setHome(TeamStatistics.newBuilder().build())
                .setAway(TeamStatistics.newBuilder().build())
                .setSource("sample")
                .setObservedAt(kickoff.plus(Duration.ofHours(2)))
                .setReceivedAt(kickoff.plus(Duration.ofHours(2)))
                .setEmittedAt(kickoff.plus(Duration.ofHours(2)))
                .build();
    }

    private static EloModel elo(double slope) {
        OrderedLogit usual = EloModel.untrained().logit();
        return new EloModel(new OrderedLogit(usual.thresholds(), slope * usual.slope()));
    }

    private static ModelRelease release(String version, double slope, ReleaseState state) {
        Ensemble ensemble = new Ensemble(
                version,
                elo(slope),
                DixonColesModel.untrained(),
                StrengthModel.untrained(),
                LineModel.untrained(),
                BlendWeights.start(),
                0.45);
        return ModelRelease.newBuilder()
                .setName(Ensemble.NAME)
                .setVersion(version)
                .setState(state.name())
                .setValidFrom(Instant.parse(version))
                .setTrainedFrom(MONDAY)
                .setTrainedTo(MONDAY)
                .setMatches(0)
                .setMetrics(Map.of())
                .setContent(ByteBuffer.wrap(EnsembleContent.write(ensemble)))
                .setEmittedAt(MONDAY)
                .build();
    }
}
