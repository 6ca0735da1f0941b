package io.touchline.platform.topic;

import io.touchline.schema.Topic;
import io.touchline.schema.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes, measures and removes topics. Every call has a limit of one minute. */
public final class TopicAdmin implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final KafkaSettings kafka;
    private final Admin admin;

    /** Connects at the first call. */
    public TopicAdmin(KafkaSettings kafka) {
        this.kafka = kafka;
        this.admin = Admin.create(kafka.client());
    }

    /** Makes whatever topic of {@link Topics} is not there yet. */
    public static void createAll(KafkaSettings kafka) {
        try (TopicAdmin admin = new TopicAdmin(kafka)) {
            admin.create(List.copyOf(Topics.list()));
        }
    }

    /** Makes whatever of these topics is not there yet; one that is stays as it is. */
    public void create(List<? extends Topic<?>> topics) {
        Set<String> there = names();
        List<NewTopic> missing = topics.stream()
                .filter(topic -> !there.contains(kafka.name(topic)))
                .map(this::describe)
                .toList();
        admin.createTopics(missing).values().forEach((name, made) -> {
            try {
                await(made.toCompletionStage().toCompletableFuture(), "making topic " + name);
            } catch (TopicExistsException another) {
                // another service was quicker
            }
        });
        if (!missing.isEmpty()) {
            awaitLeaders(missing.stream().map(NewTopic::name).toList());
        }
    }

    /** The names of all topics in the namespace, internal ones of streams applications too. */
    public Set<String> names() {
        String prefix = kafka.namespace().prefix();
        return await(admin.listTopics().names().toCompletionStage().toCompletableFuture(), "listing topics").stream()
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toSet());
    }

    /** End offset of every partition of these topics. */
    public Map<TopicPartition, Long> ends(Set<String> topics) {
        Map<TopicPartition, OffsetSpec> question = new HashMap<>();
        await(
                        admin.describeTopics(topics)
                                .allTopicNames()
                                .toCompletionStage()
                                .toCompletableFuture(),
                        "describing topics")
                .forEach((name, topic) -> topic.partitions()
                        .forEach(
                                part -> question.put(new TopicPartition(name, part.partition()), OffsetSpec.latest())));
        Map<TopicPartition, Long> ends = new HashMap<>();
        await(admin.listOffsets(question).all().toCompletionStage().toCompletableFuture(), "asking for end offsets")
                .forEach((part, offset) -> ends.put(part, offset.offset()));
        return ends;
    }

    /** What each consumer group of the namespace has still to read: end offset less committed offset, by group and partition. */
    public Map<String, Map<TopicPartition, Long>> lags() {
        String prefix = kafka.namespace().prefix();
        List<String> groups =
                await(admin.listGroups().all().toCompletionStage().toCompletableFuture(), "listing groups").stream()
                        .map(group -> group.groupId())
                        .filter(group -> group.startsWith(prefix))
                        .toList();
        Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();
        for (String group : groups) {
            Map<TopicPartition, OffsetAndMetadata> offsets = await(
                    admin.listConsumerGroupOffsets(group)
                            .partitionsToOffsetAndMetadata()
                            .toCompletionStage()
                            .toCompletableFuture(),
                    "asking for the offsets of group " + group);
            Map<TopicPartition, Long> plain = new HashMap<>();
            offsets.forEach((part, offset) -> plain.put(part, offset == null ? 0L : offset.offset()));
            committed.put(group, plain);
        }
        Set<String> topics = committed.values().stream()
                .flatMap(parts -> parts.keySet().stream())
                .map(TopicPartition::topic)
                .collect(Collectors.toSet());
        topics.retainAll(names());
        Map<TopicPartition, Long> ends = topics.isEmpty() ? Map.of() : ends(topics);
        committed
                .values()
                .forEach(parts ->
                        parts.replaceAll((part, offset) -> Math.max(0, ends.getOrDefault(part, offset) - offset)));
        return committed;
    }

    /** Removes every topic and group of the namespace; refuses for live state. */
    public void removeNamespace() {
        if (kafka.namespace().isLive()) {
            throw new IllegalStateException("live topics are not removed as a whole");
        }
        List<String> names = new ArrayList<>(names());
        if (!names.isEmpty()) {
            await(admin.deleteTopics(names).all().toCompletionStage().toCompletableFuture(), "removing topics");
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }

    private NewTopic describe(Topic<?> topic) {
        boolean ages = kafka.namespace().isLive() && !topic.retention().isZero();
        Map<String, String> config = new HashMap<>();
        // outside of live state nothing may vanish while a replay of old times runs
        config.put(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                kafka.namespace().isLive() ? topic.cleanup().policy() : "delete");
        config.put(
                TopicConfig.RETENTION_MS_CONFIG,
                ages ? Long.toString(topic.retention().toMillis()) : "-1");
        config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime");
        return new NewTopic(kafka.name(topic), kafka.partitions(), kafka.replication()).configs(config);
    }

    private void awaitLeaders(List<String> names) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try {
                boolean led = await(
                                admin.describeTopics(names)
                                        .allTopicNames()
                                        .toCompletionStage()
                                        .toCompletableFuture(),
                                "describing new topics")
                        .values()
                        .stream()
                        .flatMap(topic -> topic.partitions().stream())
                        .allMatch(
                                part -> part.leader() != null && !part.leader().isEmpty());
                if (led) {
                    return;
                }
            } catch (org.apache.kafka.common.errors.UnknownTopicOrPartitionException notYet) {
                // the broker has not heard of it yet
            }
            if (System.nanoTime() - end >= 0) {
                throw new IllegalStateException(
                        "topics " + names + " have no leader after " + LIMIT.toSeconds() + " s");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Kafka", e);
        }
    }

    private static <T> T await(java.util.concurrent.CompletableFuture<T> answer, String doing) {
        try {
            return answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(doing + " failed: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    doing + " took more than " + LIMIT.toSeconds() + " s; is Kafka running?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + doing, e);
        }
    }
}
