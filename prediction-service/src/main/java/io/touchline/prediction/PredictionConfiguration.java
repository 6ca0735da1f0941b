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
import io.touchline.prediction.query.PredictionServer;
import io.touchline.prediction.score.ModelReleases;
import io.touchline.prediction.score.Scorer;
import io.touchline.prediction.train.PredictionStatus;
import io.touchline.prediction.train.Trainer;
import io.touchline.prediction.watch.ModelArchive;
import io.touchline.prediction.watch.ModelKeeper;
import io.touchline.prediction.watch.ModelLife;
import io.touchline.prediction.watch.ModelWatch;
import io.touchline.schema.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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

    /** How long the broker may take to take a release. */
    private static final Duration TELLING_LIMIT = Duration.ofSeconds(150);

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

    /** In live state alone: a replay has nobody to answer. */
    @Bean(destroyMethod = "close")
    Asked predictionServer(
            PredictionProperties properties,
            KafkaSettings kafka,
            ModelReleases releases,
            PlatformConfiguration.Clocks clocks,
            ObjectProvider<MeterRegistry> meters,
            TopicView modelReleasesView) {
        if (!kafka.namespace().isLive()) {
            return new Asked(Optional.empty());
        }
        MeterRegistry registry = meters.getIfAvailable(SimpleMeterRegistry::new);
        Scorer scorer = new Scorer(
                releases,
                clocks.clock(),
                scored -> registry.counter("prediction.asked", "result", scored ? "scored" : "no_opinion")
                        .increment());
        return new Asked(Optional.of(new PredictionServer(
                properties.query().host(), properties.query().port(), scorer::score)));
    }

    /** Who answers questions; nobody in a replay. */
    record Asked(Optional<PredictionServer> server) implements AutoCloseable {

        @Override
        public void close() {
            server.ifPresent(PredictionServer::close);
        }
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

    /** After the streams, which make the topics. */
    @Bean(destroyMethod = "close")
    Keeping modelKeeping(
            PredictionProperties properties,
            KafkaSettings kafka,
            PlatformConfiguration.Storage storage,
            Rejections rejections,
            ModelReleases releases,
            RecordSender sender,
            PlatformConfiguration.Clocks clocks,
            ObjectProvider<MeterRegistry> meters,
            StreamsRunner streamsMakesTopicsFirst) {
        if (!kafka.namespace().isLive()) {
            return new Keeping(Optional.empty(), Optional.empty());
        }
        ModelArchive archive = new ModelArchive(storage.database()).start(kafka, rejections);
        if (!properties.watch().enabled()) {
            return new Keeping(Optional.of(archive), Optional.empty());
        }
        ModelWatch watch = new ModelWatch(releases, properties.watchSettings());
        ModelLife life = new ModelLife(
                watch,
                releases,
                release -> sender.send(
                                Topics.MODELS,
                                release.getName() + "|" + release.getVersion(),
                                release,
                                release.getEmittedAt())
                        .orTimeout(TELLING_LIMIT.toSeconds(), TimeUnit.SECONDS)
                        .join(),
                archive,
                meters.getIfAvailable(SimpleMeterRegistry::new),
                clocks.clock());
        ModelKeeper keeper = new ModelKeeper(
                        kafka,
                        rejections,
                        watch,
                        life,
                        clocks.clock(),
                        properties.watch().every())
                .start();
        return new Keeping(Optional.of(archive), Optional.of(keeper));
    }

    /** Who watches over the models and writes about them; neither in a replay. */
    record Keeping(Optional<ModelArchive> archive, Optional<ModelKeeper> keeper) implements AutoCloseable {

        @Override
        public void close() {
            keeper.ifPresent(ModelKeeper::close);
            archive.ifPresent(ModelArchive::close);
        }

        String problem() {
            return keeper.map(ModelKeeper::problem).orElse("");
        }
    }

    @Bean(destroyMethod = "close")
    PredictionStatus predictionStatus(KafkaSettings kafka, Trainer trainer, TopicView modelReleasesView) {
        return new PredictionStatus(kafka, trainer, modelReleasesView);
    }

    @Bean
    HealthIndicator predictionHealth(
            StreamsRunner streams, TopicView view, Trainer trainer, ModelReleases releases, Keeping keeping) {
        return () -> {
            String problem = view.problem() + trainer.problem() + keeping.problem();
            Health.Builder health = streams.isRunning() && problem.isEmpty() ? Health.up() : Health.down();
            return health.withDetail("scoring", streams.health())
                    .withDetail("releases", releases.size())
                    .withDetail("training", problem.isEmpty() ? trainer.progress() : problem)
                    .build();
        };
    }
}
