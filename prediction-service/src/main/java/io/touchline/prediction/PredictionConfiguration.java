package io.touchline.prediction;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.platform.PlatformConfiguration;
import io.touchline.platform.PlatformProperties;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.stream.Guarantee;
import io.touchline.platform.stream.StreamsRunner;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.RecordSender;
import io.touchline.platform.topic.TopicAdmin;
import io.touchline.platform.topic.TopicView;
import io.touchline.prediction.score.ModelReleases;
import io.touchline.prediction.score.Scorer;
import io.touchline.prediction.train.PredictionStatus;
import io.touchline.prediction.train.Trainer;
import io.touchline.schema.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** All beans of the prediction service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PredictionProperties.class)
@Import(PlatformConfiguration.class)
public class PredictionConfiguration {

    /** How long the start waits until all releases are read; scoring without them would score with what needs no training. */
    private static final Duration RELEASES_LIMIT = Duration.ofSeconds(120);

    @Bean
    PlatformConfiguration.Stage stage() {
        return new PlatformConfiguration.Stage("prediction");
    }

    @Bean
    ModelReleases modelReleases() {
        return new ModelReleases();
    }

    @Bean(destroyMethod = "close")
    TopicView modelReleasesView(KafkaSettings kafka, Rejections rejections, ModelReleases releases)
            throws InterruptedException {
        TopicAdmin.createAll(kafka);
        TopicView view = new TopicView("model-releases", kafka, List.of(Topics.MODELS), rejections, releases).start();
        if (!view.awaitCaughtUp(RELEASES_LIMIT)) {
            view.close();
            throw new IllegalStateException("the releases of the models could not be read: " + view.problem());
        }
        return view;
    }

    @Bean
    Scorer scorer(ModelReleases releases, PlatformConfiguration.Clocks clocks, ObjectProvider<MeterRegistry> meters) {
        MeterRegistry registry = meters.getIfAvailable(SimpleMeterRegistry::new);
        return new Scorer(
                releases,
                clocks.clock(),
                scored -> registry.counter("prediction.vectors", "result", scored ? "scored" : "no_opinion")
                        .increment());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    StreamsRunner predictionStreams(
            KafkaSettings kafka,
            Scorer scorer,
            Rejections rejections,
            PlatformProperties platform,
            TopicView modelReleasesView) {
        return new StreamsRunner(
                PredictionTopology.APPLICATION,
                PredictionTopology.of(kafka, scorer),
                kafka,
                Guarantee.AT_LEAST_ONCE,
                rejections,
                platform.data().resolve("streams"),
                platform.kafka().threads(),
                Map.of());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Trainer trainer(
            PredictionProperties properties,
            KafkaSettings kafka,
            RecordSender sender,
            Rejections rejections,
            PlatformConfiguration.Clocks clocks,
            TopicView modelReleasesView) {
        return new Trainer(
                kafka, properties.trainingSettings(), properties.train().enabled(), sender, rejections, clocks.clock());
    }

    @Bean(destroyMethod = "close")
    PredictionStatus predictionStatus(KafkaSettings kafka, Trainer trainer, TopicView modelReleasesView) {
        return new PredictionStatus(kafka, trainer, modelReleasesView);
    }

    @Bean
    HealthIndicator predictionHealth(StreamsRunner streams, TopicView view, Trainer trainer, ModelReleases releases) {
        return () -> {
            String problem = view.problem() + trainer.problem();
            Health.Builder health = streams.isRunning() && problem.isEmpty() ? Health.up() : Health.down();
            return health.withDetail("scoring", streams.health())
                    .withDetail("releases", releases.size())
                    .withDetail("training", problem.isEmpty() ? trainer.progress() : problem)
                    .build();
        };
    }
}
