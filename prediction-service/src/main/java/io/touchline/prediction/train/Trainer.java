package io.touchline.prediction.train;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.time.Retry;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Received;
import io.touchline.platform.topic.RecordSender;
import io.touchline.platform.topic.TopicView;
import io.touchline.prediction.model.EnsembleContent;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.ReleaseState;
import io.touchline.prediction.model.blend.Ensemble;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.MatchResult;
import io.touchline.schema.ModelRelease;
import io.touchline.schema.Topic;
import io.touchline.schema.Topics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns from what {@code match_results} and {@code feature_vectors} hold and publishes a release at every training moment.
 *
 * <p>It reads both topics and the earlier releases whole at start and follows them. A moment is trained once results, or {@link #advanceTo}, or in live state the clock, have
 * passed it, and only after everything that was on the topics by then has been read: so neither the order of partitions nor a restart changes a release. It commits its positions
 * (group {@value #GROUP}) after the release is with the broker. In live state, where the clock alone makes a moment due, it waits while results are coming in: a history that is being loaded
 * teaches whole or not at all.
 */
public final class Trainer implements AutoCloseable {

    static final String GROUP = "prediction-trainer";

    private static final Logger LOG = LoggerFactory.getLogger(Trainer.class);
    private static final List<Topic<?>> LEARNED_FROM = List.of(Topics.MATCH_RESULTS, Topics.FEATURE_VECTORS);
    private static final Duration CYCLE = Duration.ofMillis(50);
    private static final Duration GLANCE = Duration.ofMillis(2);

    /** Without a new result for so long, a history that was being loaded is taken to be whole. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private static final Duration CALL_LIMIT = Duration.ofSeconds(30);

    private final KafkaSettings kafka;
    private final boolean enabled;
    private final RecordSender sender;
    private final InstantSource clock;
    private final WalkForward walk;
    private final TrainingMoments moments;
    private final TopicView view;
    private final Thread thread;
    private final Object lock = new Object();
    private volatile boolean running = true;
    /** {@link System#nanoTime} of the last result that came. */
    private long taughtAt = System.nanoTime() - SETTLED.toNanos();

    private volatile Instant asked = Instant.EPOCH;
    private volatile Instant answered = Instant.EPOCH;
    private volatile Map<TopicPartition, Long> learned = Map.of();
    private volatile String problem = "";
    private volatile String progress = "nothing trained yet";

    public Trainer(
            KafkaSettings kafka,
            TrainingSettings settings,
            boolean enabled,
            RecordSender sender,
            Rejections rejections,
            InstantSource clock) {
        this.kafka = kafka;
        this.enabled = enabled;
        this.sender = sender;
        this.clock = clock;
        this.walk = new WalkForward(settings);
        this.moments = new TrainingMoments(settings.every());
        this.view = new TopicView(
                "training-table",
                kafka,
                List.of(Topics.MODELS, Topics.MATCH_RESULTS, Topics.FEATURE_VECTORS),
                rejections,
                this::learn);
        this.thread = new Thread(this::run, "trainer");
        this.thread.setDaemon(true);
    }

    /** Begins to read and to train, in threads of its own. */
    public void start() {
        view.start();
        thread.start();
    }

    /** Says that event time has come so far: moments up to it are trained without waiting for a result from beyond them. */
    public void advanceTo(Instant time) {
        synchronized (lock) {
            if (time.isAfter(asked)) {
                asked = time;
                lock.notifyAll();
            }
        }
    }

    /** True where a training moment lies after one time and not after another. */
    boolean isMomentBetween(Instant after, Instant upTo) {
        return !moments.after(after).isAfter(upTo);
    }

    private void pause() throws InterruptedException {
        synchronized (lock) {
            if (hasAdvanced()) {
                lock.wait(CYCLE.toMillis());
            }
        }
    }

    /** Positions up to which everything is in released models, or too new for one. */
    Map<TopicPartition, Long> learned() {
        return learned;
    }

    boolean hasAdvanced() {
        return !answered.isBefore(asked);
    }

    /** What keeps it from training, for people; empty where all is well. */
    public String problem() {
        return problem + view.problem();
    }

    /** How far it is, for people. */
    public String progress() {
        return progress;
    }

    @Override
    public void close() {
        running = false;
        view.close();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void learn(Received<?> received) {
        synchronized (lock) {
            switch (received.value()) {
                case MatchResult result -> learn(result);
                case FeatureVector vector -> {
                    if (!vector.getCutoff().equals(Cutoff.IN_PLAY.name())) {
                        walk.add(vector.getFixtureId(), MatchInput.of(vector), vector.getAsOf());
                    }
                }
                case ModelRelease release -> restore(release);
                case null -> {
                    if (received.topic().equals(Topics.MATCH_RESULTS)) {
                        walk.remove(received.key());
                    }
                }
                default -> throw new IllegalStateException("read from " + received.topic());
            }
        }
    }

    /** Awarded goals were not scored, abandoned matches have no result: neither teaches. */
    private void learn(MatchResult result) {
        taughtAt = System.nanoTime();
        if (!result.getStatus().equals("FINISHED")) {
            walk.remove(result.getFixtureId());
            return;
        }
        walk.add(PlayedMatch.of(result));
    }

    private void restore(ModelRelease release) {
        ByteBuffer content = release.getContent();
        if (release.getName().equals(Ensemble.NAME) && content != null) {
            walk.restore(
                    release.getValidFrom(),
                    EnsembleContent.read(content),
                    ReleaseState.valueOf(release.getState()),
                    RefreshRule.Learned.of(release));
        }
    }

    private void run() {
        Retry retry = new Retry(Duration.ofMillis(100), Duration.ofSeconds(5));
        Map<String, Object> config = new HashMap<>(kafka.consumer());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, kafka.namespace().name(GROUP));
        while (running) {
            try (KafkaConsumer<String, byte[]> offsets =
                    new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
                if (!view.awaitCaughtUp(CALL_LIMIT)) {
                    continue;
                }
                List<TopicPartition> parts = LEARNED_FROM.stream()
                        .flatMap(topic -> offsets.partitionsFor(kafka.name(topic), CALL_LIMIT).stream())
                        .map(part -> new TopicPartition(part.topic(), part.partition()))
                        .toList();
                while (running) {
                    cycle(offsets, parts);
                    problem = "";
                    retry.reset();
                    pause();
                }
            } catch (InterruptedException | InterruptException stopped) {
                if (!running) {
                    return;
                }
            } catch (KafkaException | IllegalStateException | ArithmeticException | IllegalArgumentException e) {
                problem = String.valueOf(e.getMessage());
                LOG.warn("training failed and is tried again", e);
                if (!retry.pause()) {
                    return;
                }
            }
        }
    }

    private void cycle(KafkaConsumer<String, byte[]> offsets, List<TopicPartition> parts) throws InterruptedException {
        Instant wanted = asked;
        Map<TopicPartition, Long> ends = offsets.endOffsets(parts, CALL_LIMIT);
        while (!hasRead(ends)) {
            Thread.sleep(GLANCE);
        }
        Optional<TrainedRelease> release = enabled ? trainNext(wanted) : Optional.empty();
        while (release.isPresent()) {
            publish(release.get());
            release = trainNext(wanted);
        }
        if (!ends.equals(learned)) {
            Map<TopicPartition, OffsetAndMetadata> commit = new HashMap<>();
            ends.forEach((part, end) -> commit.put(part, new OffsetAndMetadata(end)));
            offsets.commitSync(commit, CALL_LIMIT);
            learned = Map.copyOf(ends);
        }
        answered = wanted;
    }

    private boolean hasRead(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> positions = view.positions();
        return ends.entrySet().stream().allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private Optional<TrainedRelease> trainNext(Instant wanted) {
        synchronized (lock) {
            Instant time = wanted;
            Instant newest = walk.newestResult();
            if (newest != null && newest.isAfter(time)) {
                time = newest;
            }
            if (kafka.namespace().isLive()) {
                if (System.nanoTime() - taughtAt < SETTLED.toNanos()) {
                    return Optional.empty();
                }
                time = clock.instant().isAfter(time) ? clock.instant() : time;
            }
            Instant last = time;
            return walk.due(time)
                    .map(moment -> isHeard(moment, last) ? walk.trainTestedAt(moment) : walk.trainAt(moment));
        }
    }

    /** In live state the last moment that has come, and any that would replace a champion that was tested or trained elsewhere; others are a past to catch up with. */
    private boolean isHeard(Instant moment, Instant time) {
        return kafka.namespace().isLive() && (moments.after(moment).isAfter(time) || walk.hasTestedChampion(moment));
    }

    private void publish(TrainedRelease release) {
        ModelRelease told = ReleaseFile.record(release, Instant.ofEpochMilli(clock.millis()));
        sender.send(Topics.MODELS, told.getName() + "|" + told.getVersion(), told, release.validFrom())
                .orTimeout(150, TimeUnit.SECONDS)
                .join();
        progress = "%s of %s on %d matches".formatted(told.getState(), told.getVersion(), told.getMatches());
        LOG.info("models {}: {}", progress, release.metrics());
    }
}
