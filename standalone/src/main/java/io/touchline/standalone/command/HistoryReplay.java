package io.touchline.standalone.command;

import io.touchline.platform.stream.StreamsRunner;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Namespace;
import io.touchline.platform.topic.TopicAdmin;
import io.touchline.prediction.train.PredictionStatus;
import io.touchline.standalone.replay.HistorySelection;
import io.touchline.standalone.replay.ReplayReport;
import io.touchline.standalone.replay.ReplayRun;
import io.touchline.standalone.replay.TrainingGate;
import io.touchline.standalone.service.ServiceSettings;
import io.touchline.standalone.service.Services;
import io.touchline.standalone.service.Stage;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Puts the services on a namespace of their own, replays history there, and removes it afterwards. Live state in Kafka, Postgres and Redis is not touched. */
final class HistoryReplay {

    private static final Duration TRAINING_LIMIT = Duration.ofMinutes(5);
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final LocalTouchline local;
    private final Output output;

    HistoryReplay(LocalTouchline local, Output output) {
        this.local = local;
        this.output = output;
    }

    /**
     * Replays.
     *
     * @param stages which services take part
     * @param properties of theirs beside the usual ones
     * @param atRest called at the end, before the services stop and the topics go
     */
    ReplayReport run(
            HistorySelection selection,
            Set<Stage> stages,
            Map<String, String> properties,
            double speed,
            Consumer<KafkaSettings> atRest)
            throws InterruptedException {
        Namespace namespace =
                new Namespace("replay-" + UUID.randomUUID().toString().substring(0, 8) + ".");
        KafkaSettings kafka = local.kafka(namespace);
        TopicAdmin.createAll(kafka);
        Map<String, String> all = new HashMap<>(properties);
        all.put("touchline.postgres.url", "");
        all.put("touchline.redis.url", "");
        ServiceSettings settings = local.liveSettings().in(namespace).with(all);
        output.progress("replays %,d matches, after %,d results before them, in namespace %s"
                .formatted(selection.played().size(), selection.before().size(), namespace.prefix()));
        ProgressBar bar = new ProgressBar(output);
        try (Services services = Services.start(settings, stages)) {
            for (Stage stage : stages) {
                for (StreamsRunner runner : services.context(stage)
                        .getBeansOfType(StreamsRunner.class)
                        .values()) {
                    if (!runner.awaitRunning(START_LIMIT)) {
                        throw CommandFailure.failed(runner.application() + " does not run: " + runner.health());
                    }
                }
            }
            ReplayReport report = new ReplayRun(kafka, speed, bar::at, trainingGate(services)).run(selection);
            bar.end();
            atRest.accept(kafka);
            return report;
        } finally {
            try (TopicAdmin admin = new TopicAdmin(kafka)) {
                admin.removeNamespace();
            }
        }
    }

    private static Optional<TrainingGate> trainingGate(Services services) {
        return services.stages().contains(Stage.PREDICTION)
                ? Optional.of(new TrainingGate(
                        services.context(Stage.PREDICTION).getBean(PredictionStatus.class), TRAINING_LIMIT))
                : Optional.empty();
    }
}
