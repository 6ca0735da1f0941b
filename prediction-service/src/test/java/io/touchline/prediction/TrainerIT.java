package io.touchline.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.RecordSender;
import io.touchline.prediction.SampleSeason.Sample;
import io.touchline.prediction.train.PredictionStatus;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.ModelRelease;
import io.touchline.schema.Prediction;
import io.touchline.schema.Topics;
import io.touchline.schema.serde.SchemaRegistry;
import io.touchline.testkit.Await;
import io.touchline.testkit.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on a real broker: results and vectors in, releases out, and scoring takes them up. */
class TrainerIT {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void results_becomeReleases_thatScore_twiceAlike(@TempDir Path data) {
        Map<String, List<Object>> first = replay(data.resolve("first"));
        Map<String, List<Object>> second = replay(data.resolve("second"));
        assertThat(second.get("releases")).isEqualTo(first.get("releases"));
        assertThat(second.get("predictions")).isEqualTo(first.get("predictions"));
    }

    private static Map<String, List<Object>> replay(Path data) {
        KafkaSettings kafka = TestBroker.shared().settings();
        List<Sample> samples = SampleSeason.weekends(30, 8);
        try (RecordSender sender = new RecordSender(kafka);
                ConfigurableApplicationContext service = service(kafka, data);
                TestBroker.Tail<ModelRelease> releases = TestBroker.tail(kafka, Topics.MODELS);
                TestBroker.Tail<Prediction> predictions = TestBroker.tail(kafka, Topics.PREDICTIONS)) {
            PredictionStatus status = service.getBean(PredictionStatus.class);
            List<Sample> history = samples.subList(0, 100);
            Instant kickoff = Instant.EPOCH;
            for (Sample sample : history) {
                if (!sample.result().getKickoffAt().equals(kickoff)) {
                    // A result that lets a training moment come may overtake an earlier one of another partition,
                    // unless that is at rest.
                    sender.flush();
                    kickoff = sample.result().getKickoffAt();
                }
                send(sender, sample);
            }
            sender.flush();
            Sample next = samples.get(100);
            FeatureVector opening = next.vectors().getFirst();
            status.advanceTo(opening.getAsOf());
            Await.until("all moments trained and applied", status::isCaughtUp);
            List<ModelRelease> trained = releases.await(20);
            ModelRelease last = trained.stream()
                    .max(Comparator.comparing(ModelRelease::getValidFrom))
                    .orElseThrow();
            assertThat(last.getValidFrom()).isBefore(opening.getAsOf());
            assertThat(Duration.between(last.getValidFrom(), opening.getAsOf())).isLessThan(Duration.ofDays(7));
            assertThat(last.getTrainedTo()).isBefore(last.getValidFrom());
            assertThat(last.getMatches()).isEqualTo(100);
            sender.send(Topics.FEATURE_VECTORS, opening.getFixtureId(), opening, opening.getAsOf());
            sender.flush();
            List<Prediction> all = predictions.await(201);
            Prediction scored = all.stream()
                    .filter(each -> each.getFixtureId().equals(opening.getFixtureId()))
                    .findFirst()
                    .orElseThrow();
            assertThat(scored.getModelVersion()).isEqualTo("ensemble@" + last.getVersion());
            assertThat(scored.getVotes())
                    .extracting(vote -> vote.getModel())
                    .containsExactly("market", "dixon_coles", "odds_elo", "elo");
            Map<String, ModelRelease> byVersion = new TreeMap<>();
            trained.forEach(release -> byVersion.put(release.getVersion(), release));
            return Map.of("releases", List.copyOf(byVersion.values()), "predictions", List.of(scored));
        }
    }

    private static void send(RecordSender sender, Sample sample) {
        String key = sample.result().getFixtureId();
        for (FeatureVector vector : sample.vectors()) {
            sender.send(Topics.FEATURE_VECTORS, key, vector, vector.getAsOf());
        }
        sender.send(Topics.MATCH_RESULTS, key, sample.result(), sample.result().getResultAt());
    }

    private static ConfigurableApplicationContext service(KafkaSettings kafka, Path data) {
        return new SpringApplicationBuilder(PredictionConfiguration.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("clock", (InstantSource) () -> NOW);
                    context.getBeanFactory().registerSingleton("registry", (SchemaRegistry) kafka.registry());
                })
                .run(
                        "--touchline.kafka.bootstrap=" + kafka.bootstrap(),
                        "--touchline.kafka.namespace=" + kafka.namespace().prefix(),
                        "--touchline.kafka.partitions=2",
                        "--touchline.data=" + data,
                        "--prediction.train.fewest-results=40");
    }
}
