package io.touchline.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.grid.ScoreGrid;
import io.touchline.domain.market.MarketType;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Namespace;
import io.touchline.prediction.model.EnsembleContent;
import io.touchline.prediction.model.ReleaseState;
import io.touchline.prediction.model.blend.BlendWeights;
import io.touchline.prediction.model.blend.Ensemble;
import io.touchline.prediction.model.dixoncoles.DixonColesModel;
import io.touchline.prediction.model.elo.EloModel;
import io.touchline.prediction.model.line.LineModel;
import io.touchline.prediction.model.strength.StrengthModel;
import io.touchline.prediction.score.ModelReleases;
import io.touchline.prediction.score.Scorer;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.MarketProbabilities;
import io.touchline.schema.ModelRelease;
import io.touchline.schema.ModelVote;
import io.touchline.schema.Prediction;
import io.touchline.schema.Reason;
import io.touchline.schema.SelectionProbability;
import io.touchline.schema.Topics;
import io.touchline.schema.serde.MemorySchemaRegistry;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PredictionTopologyTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant KICKOFF = Instant.parse("2022-08-20T14:00:00Z");
    private static final String FIXTURE = "soccer:eng.1:2022-23:arsenal:wolves";

    private final ModelReleases releases = new ModelReleases();
    private final List<Boolean> counted = new ArrayList<>();
    private TopologyTestDriver driver;
    private TestInputTopic<String, FeatureVector> vectors;
    private TestOutputTopic<String, Prediction> predictions;

    @BeforeEach
    void start() {
        KafkaSettings kafka =
                new KafkaSettings("nowhere:1", new MemorySchemaRegistry(), new Namespace("test."), 1, (short) 1);
        driver = new TopologyTestDriver(
                PredictionTopology.of(kafka, new Scorer(releases, () -> NOW, counted::add)), new Properties());
        vectors = driver.createInputTopic(
                "test.feature_vectors",
                new StringSerializer(),
                kafka.serde(Topics.FEATURE_VECTORS).serializer());
        predictions = driver.createOutputTopic(
                "test.predictions",
                new StringDeserializer(),
                kafka.serde(Topics.PREDICTIONS).deserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void vector_becomesAPrediction_ofItsTime() {
        Instant asOf = KICKOFF.minus(Duration.ofHours(23));
        vectors.pipeInput(FIXTURE, vector(Cutoff.OPENING, asOf), asOf);
        TestRecord<String, Prediction> record = predictions.readRecord();
        assertThat(record.key()).isEqualTo(FIXTURE);
        assertThat(record.getRecordTime()).isEqualTo(asOf);
        Prediction prediction = record.value();
        assertThat(prediction.getAsOf()).isEqualTo(asOf);
        assertThat(prediction.getEmittedAt()).isEqualTo(NOW);
        assertThat(prediction.getCutoff()).isEqualTo("OPENING");
        assertThat(prediction.getModelVersion()).isEqualTo("ensemble@untrained");
        assertThat(prediction.getVotes()).extracting(ModelVote::getModel).containsExactly("market", "elo");
        assertThat(prediction.getVotes()).extracting(ModelVote::getVersion).containsOnly("0");
        assertThat(prediction.getReasons()).extracting(Reason::getName).contains("market_fair_home", "elo_difference");
        assertThat(prediction.getConfidence()).isBetween(0.3, 0.5);
        assertThat(counted).containsExactly(true);
    }

    @Test
    void allMarkets_comeFromOneGrid() {
        Instant asOf = KICKOFF.minus(Duration.ofHours(23));
        vectors.pipeInput(FIXTURE, vector(Cutoff.OPENING, asOf), asOf);
        Prediction prediction = predictions.readValue();
        ScoreGrid grid = ScoreGrid.dixonColes(prediction.getHomeRate(), prediction.getAwayRate(), prediction.getRho());
        assertThat(prediction.getMarkets()).hasSize(65);
        for (MarketProbabilities market : prediction.getMarkets()) {
            for (SelectionProbability each : market.getSelections()) {
                assertThat(each.getWin())
                        .isCloseTo(
                                grid.probability(
                                        MarketType.valueOf(market.getMarket()), market.getLine(), each.getSelection()),
                                within(1e-12));
            }
        }
        double over = prediction.getMarkets().stream()
                .filter(market -> market.getMarket().equals("TOTAL_GOALS") && market.getLine() == 2.5)
                .findFirst()
                .orElseThrow()
                .getSelections()
                .getFirst()
                .getWin();
        assertThat(over).isCloseTo(0.52, within(1e-6));
    }

    @Test
    void release_scoresFromItsTimeOn_wheneverItArrived() {
        Instant monday = Instant.parse("2022-08-15T03:00:00Z");
        releases.put(release(monday.plus(Duration.ofDays(7)), ReleaseState.PROMOTED));
        releases.put(release(monday, ReleaseState.PROMOTED));
        releases.put(release(monday.plus(Duration.ofDays(2)), ReleaseState.CANDIDATE));
        assertThat(versionAt(monday.minusMillis(1))).isEqualTo("ensemble@untrained");
        assertThat(versionAt(monday)).isEqualTo("ensemble@2022-08-15T03:00:00Z");
        assertThat(versionAt(KICKOFF.minusSeconds(60))).isEqualTo("ensemble@2022-08-15T03:00:00Z");
        releases.put(release(monday, ReleaseState.ROLLED_BACK));
        assertThat(versionAt(KICKOFF.minusSeconds(60))).isEqualTo("ensemble@untrained");
        assertThat(releases.size()).isEqualTo(1);
    }

    private String versionAt(Instant asOf) {
        vectors.pipeInput(FIXTURE, vector(Cutoff.OPENING, asOf), asOf);
        return predictions.readValue().getModelVersion();
    }

    @Test
    void swapUnderLoad_losesNothing_everyVectorIsAnsweredByOldOrNew() throws InterruptedException {
        Instant monday = Instant.parse("2022-08-15T03:00:00Z");
        ModelRelease old = release(monday, ReleaseState.PROMOTED);
        ModelRelease young = release(monday.plus(Duration.ofDays(1)), ReleaseState.PROMOTED);
        ModelRelease takenBack = ModelRelease.newBuilder(young)
                .setState(ReleaseState.ROLLED_BACK.name())
                .build();
        releases.put(old);
        AtomicBoolean loaded = new AtomicBoolean();
        AtomicInteger swaps = new AtomicInteger();
        Thread swapper = new Thread(() -> {
            while (!loaded.get()) {
                releases.put(swaps.getAndIncrement() % 2 == 0 ? young : takenBack);
            }
        });
        swapper.start();
        Set<String> versions = new TreeSet<>();
        Instant asOf = KICKOFF.minus(Duration.ofMinutes(1));
        FeatureVector vector = vector(Cutoff.CLOSING, asOf);
        int answered = 0;
        try {
            while (answered < 500 || versions.size() < 2 && answered < 50_000) {
                vectors.pipeInput(FIXTURE, vector, asOf);
                versions.add(predictions.readValue().getModelVersion());
                assertThat(predictions.isEmpty()).isTrue();
                answered++;
            }
        } finally {
            loaded.set(true);
            swapper.join();
        }
        assertThat(counted).hasSize(answered).containsOnly(true);
        assertThat(versions).containsExactly("ensemble@2022-08-15T03:00:00Z", "ensemble@2022-08-16T03:00:00Z");
    }

    @Test
    void runningMatch_becomesWhatIsLeftOfIt() {
        FeatureVector vector = vector(Cutoff.IN_PLAY, KICKOFF.plusSeconds(4_000));
        vector.getValues().set(FeatureCatalogue.position("in_play_period"), 3f);
        vector.getValues().set(FeatureCatalogue.position("in_play_minute"), 60f);
        vector.getValues().set(FeatureCatalogue.position("in_play_goals_home"), 2f);
        vector.getValues().set(FeatureCatalogue.position("in_play_goals_away"), 0f);
        vectors.pipeInput(FIXTURE, vector, KICKOFF.plusSeconds(4_000));
        Prediction prediction = predictions.readValue();
        assertThat(prediction.getCutoff()).isEqualTo("IN_PLAY");
        assertThat(prediction.getModelVersion()).isEqualTo("ensemble@untrained in_play@2021.2");
        assertThat(prediction.getHomeRate()).isBetween(0.3, 1.2);
        assertThat(prediction.getVotes()).extracting(ModelVote::getModel).containsExactly("in_play", "blend");
        assertThat(prediction.getVotes().getFirst().getHome()).isBetween(0.93, 0.999);
        assertThat(prediction.getMarkets()).hasSize(66);
        MarketProbabilities next = prediction.getMarkets().getLast();
        assertThat(next.getMarket()).isEqualTo("NEXT_GOAL");
        assertThat(next.getSelections().stream()
                        .mapToDouble(SelectionProbability::getWin)
                        .sum())
                .isCloseTo(1, within(1e-9));
        assertThat(prediction.getReasons()).extracting(Reason::getName).contains("in_play_score_and_clock");
    }

    @Test
    void extraTime_theMarketsOf90MinutesAreSettled_untilAGoalMakesTheirScoreUnsure() {
        FeatureVector vector = vector(Cutoff.IN_PLAY, KICKOFF.plusSeconds(7_000));
        vector.getValues().set(FeatureCatalogue.position("in_play_goals_home"), 1f);
        vector.getValues().set(FeatureCatalogue.position("in_play_goals_away"), 1f);
        // the last goal fell in minute 60
        float[][] course = {{4, 90, 30}, {5, 104, 44}, {6, 120, 61}};
        for (float[] at : course) {
            set(vector, at);
            vectors.pipeInput(FIXTURE, vector, KICKOFF.plusSeconds(8_000));
            Prediction settled = predictions.readValue();
            ModelVote vote = settled.getVotes().getFirst();
            assertThat(List.of(vote.getHome(), vote.getDraw(), vote.getAway())).containsExactly(0.0, 1.0, 0.0);
            assertThat(settled.getHomeRate()).isZero();
            for (MarketProbabilities market : settled.getMarkets()) {
                assertThat(market.getSelections())
                        .as(market.getMarket())
                        .allSatisfy(each -> assertThat(each.getWin()).isIn(0.0, 1.0));
            }
        }
        // in stoppage time or in extra time, nobody can tell; in extra time; at the end of extra time; after the
        // whistle
        float[][] unsure = {{5, 95, 1}, {5, 110, 3}, {6, 120, 35}, {7, 120, 61}};
        for (float[] at : unsure) {
            set(vector, at);
            vectors.pipeInput(FIXTURE, vector, KICKOFF.plusSeconds(9_000));
            assertThat(predictions.isEmpty())
                    .as("period %s minute %s", at[0], at[1])
                    .isTrue();
        }
    }

    private static void set(FeatureVector vector, float[] course) {
        vector.getValues().set(FeatureCatalogue.position("in_play_period"), course[0]);
        vector.getValues().set(FeatureCatalogue.position("in_play_minute"), course[1]);
        vector.getValues().set(FeatureCatalogue.position("in_play_minutes_since_goal"), course[2]);
    }

    @Test
    void repeatedVector_givesTheSamePrediction() {
        Instant asOf = KICKOFF.minus(Duration.ofMinutes(1));
        vectors.pipeInput(FIXTURE, vector(Cutoff.CLOSING, asOf), asOf);
        vectors.pipeInput(FIXTURE, vector(Cutoff.CLOSING, asOf), asOf);
        assertThat(predictions.readValue()).isEqualTo(predictions.readValue());
    }

    @Test
    void noOpinion_noPrediction() {
        Instant asOf = KICKOFF.minus(Duration.ofMinutes(1));
        vectors.pipeInput(
                FIXTURE,
                SampleSeason.vector(
                        FIXTURE,
                        "arsenal",
                        "wolves",
                        KICKOFF,
                        Cutoff.CLOSING,
                        asOf,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        0.5),
                asOf);
        vectors.pipeInput(FIXTURE, vector(Cutoff.IN_PLAY, KICKOFF.plusSeconds(60)), KICKOFF.plusSeconds(60));
        assertThat(predictions.isEmpty()).isTrue();
        assertThat(counted).containsExactly(false);
    }

    private static FeatureVector vector(Cutoff cutoff, Instant asOf) {
        return SampleSeason.vector(FIXTURE, "arsenal", "wolves", KICKOFF, cutoff, asOf, 165, 0.6, 0.24, 0.52);
    }

    private static ModelRelease release(Instant validFrom, ReleaseState state) {
        Ensemble ensemble = new Ensemble(
                validFrom.toString(),
                EloModel.untrained(),
                DixonColesModel.untrained(),
                StrengthModel.untrained(),
                LineModel.untrained(),
                BlendWeights.start(),
                0.45);
        return ModelRelease.newBuilder()
                .setName(Ensemble.NAME)
                .setVersion(ensemble.version())
                .setState(state.name())
                .setValidFrom(validFrom)
                .setTrainedFrom(validFrom)
                .setTrainedTo(validFrom)
                .setMatches(0)
                .setMetrics(Map.of())
                .setContent(ByteBuffer.wrap(EnsembleContent.write(ensemble)))
                .setEmittedAt(NOW)
                .build();
    }
}
