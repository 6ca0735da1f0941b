package io.touchline.standalone.count;

import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.TopicAdmin;
import io.touchline.platform.topic.TopicView;
import io.touchline.schema.Topic;
import io.touchline.schema.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** Reads all topics of a namespace from their beginning and keeps counting; made by {@code demo} and end-to-end tests. */
public final class PipelineCounter implements AutoCloseable {

    private static final List<Topic<?>> COUNTED = List.of(
            Topics.FIXTURES,
            Topics.LIVE_ODDS,
            Topics.MARKET_SNAPSHOTS,
            Topics.FEATURE_VECTORS,
            Topics.PREDICTIONS,
            Topics.MATCH_RESULTS,
            Topics.VALUE_ALERTS,
            Topics.REJECTIONS);

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final KafkaSettings kafka;
    private final Tally tally;
    private final TopicView view;

    private PipelineCounter(KafkaSettings kafka, Tally tally) {
        this.kafka = kafka;
        this.tally = tally;
        this.view = new TopicView(
                "pipeline-counter",
                kafka,
                COUNTED,
                // a record that cannot be read here was already rejected by the service that reads it
                new Rejections(InstantSource.system(), rejection -> {}),
                tally::accept);
    }

    /** Starts to read; the topics must exist. */
    public static PipelineCounter start(KafkaSettings kafka, Tally tally) {
        PipelineCounter counter = new PipelineCounter(kafka, tally);
        counter.view.start();
        return counter;
    }

    public PipelineCounts counts() {
        return tally.counts();
    }

    /** Waits until every record that is on the topics now has been counted; the counts as they are then, or when the time is over. */
    public PipelineCounts counted(Duration patience) {
        try (TopicAdmin admin = new TopicAdmin(kafka)) {
            return waitUntil(System.nanoTime() + patience.toNanos(), () -> isCounted(admin));
        }
    }

    /**
     * Waits until every consumer group has read everything, every record has been counted, and nothing is lost; the counts as they are
     * then, or when the time is over.
     */
    public PipelineCounts drained(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try (TopicAdmin admin = new TopicAdmin(kafka)) {
            return waitUntil(
                    deadline, () -> isCounted(admin) && tally.counts().lost().total() == 0 && noLag(admin));
        }
    }

    private PipelineCounts waitUntil(long deadline, BooleanSupplier done) {
        while (!done.getAsBoolean()
                && System.nanoTime() < deadline
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return tally.counts();
    }

    private boolean isCounted(TopicAdmin admin) {
        Set<String> names = COUNTED.stream().map(kafka::name).collect(Collectors.toSet());
        Map<TopicPartition, Long> read = view.positions();
        return admin.ends(names).entrySet().stream()
                .allMatch(end -> read.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private static boolean noLag(TopicAdmin admin) {
        return admin.lags().values().stream()
                .flatMap(parts -> parts.values().stream())
                .allMatch(lag -> lag == 0);
    }

    @Override
    public void close() {
        view.close();
    }
}
