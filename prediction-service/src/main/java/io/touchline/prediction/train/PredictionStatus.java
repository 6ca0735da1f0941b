package io.touchline.prediction.train;

import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.TopicView;
import io.touchline.schema.Topic;
import io.touchline.schema.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Whether learning and scoring are as far as the topics. Who replays history asks between moments that depend on each other: tell {@link #advanceTo} the time of what comes next, wait
 * for {@link #isCaughtUp}, go on; then every vector finds the release of its time and two replays score alike.
 */
public final class PredictionStatus implements AutoCloseable {

    private static final long LIMIT_SECONDS = 30;

    private final KafkaSettings kafka;
    private final Trainer trainer;
    private final TopicView releases;
    private @Nullable Admin admin;

    public PredictionStatus(KafkaSettings kafka, Trainer trainer, TopicView releases) {
        this.kafka = kafka;
        this.trainer = trainer;
        this.releases = releases;
    }

    /** Event time has come so far: moments up to it are to be trained now. */
    public void advanceTo(Instant time) {
        trainer.advanceTo(time);
    }

    /** True where a training moment lies after one time and not after another: only then there is something to wait for. */
    public boolean isMomentBetween(Instant after, Instant upTo) {
        return trainer.isMomentBetween(after, upTo);
    }

    /**
     * True where every result and vector on the topics has been learned from as far as its moment has come, every release that came of it is with the broker, and scoring has
     * taken it up. A topic that cannot be asked within half a minute is an {@link IllegalStateException}.
     */
    public synchronized boolean isCaughtUp() {
        return trainer.hasAdvanced()
                && reached(List.of(Topics.MATCH_RESULTS, Topics.FEATURE_VECTORS), trainer.learned())
                && reached(List.of(Topics.MODELS), releases.positions());
    }

    private boolean reached(List<Topic<?>> topics, Map<TopicPartition, Long> positions) {
        return ends(topics).entrySet().stream()
                .allMatch(end -> positions.getOrDefault(end.getKey(), 0L)
                        >= end.getValue().offset());
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends(List<Topic<?>> topics) {
        try {
            Admin asked = admin();
            Map<String, TopicDescription> described = asked.describeTopics(
                            topics.stream().map(kafka::name).toList())
                    .allTopicNames()
                    .get(LIMIT_SECONDS, TimeUnit.SECONDS);
            Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
            described.forEach((name, description) -> description
                    .partitions()
                    .forEach(part -> wanted.put(new TopicPartition(name, part.partition()), OffsetSpec.latest())));
            return asked.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all()
                    .get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for the ends of " + topics, e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the ends of " + topics + " cannot be asked: " + e.getMessage(), e);
        }
    }

    private Admin admin() {
        Admin asked = admin;
        if (asked == null) {
            asked = Admin.create(kafka.client());
            admin = asked;
        }
        return asked;
    }

    @Override
    public synchronized void close() {
        Admin asked = admin;
        if (asked != null) {
            asked.close();
        }
    }
}
