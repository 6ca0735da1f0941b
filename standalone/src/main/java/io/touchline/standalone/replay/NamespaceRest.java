package io.touchline.standalone.replay;

import io.touchline.platform.topic.KafkaSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Tells when everything in a namespace has come to rest: every group has committed all that was written to the topics it reads. Since effects come before commits, nothing is on its
 * way then. Reads every record of the namespace, but changelogs, as bytes; markers of transactions, which have offsets too, do not count. For one thread.
 */
public final class NamespaceRest implements AutoCloseable {

    private static final Duration CALL_LIMIT = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(5);

    private final String prefix;
    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> tail;
    private final Map<TopicPartition, Long> written = new HashMap<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private Map<String, Set<TopicPartition>> assignments = Map.of();

    /** Watches a namespace whose groups are all at work. */
    public NamespaceRest(KafkaSettings kafka) {
        this.prefix = kafka.namespace().prefix();
        this.admin = Admin.create(kafka.client());
        Map<String, Object> config = kafka.consumer();
        config.put("max.poll.records", 20_000);
        config.put("fetch.max.wait.ms", 20);
        this.tail = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Looks again at which topics, groups and assignments there are. Call once all services are at work, and whenever the limit of {@link #await} passed. */
    public void look() {
        Set<String> topics = answer(admin.listTopics().names()).stream()
                .filter(name -> name.startsWith(prefix) && !name.endsWith("-changelog"))
                .collect(Collectors.toSet());
        List<TopicPartition> parts = answer(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic ->
                        topic.partitions().stream().map(part -> new TopicPartition(topic.name(), part.partition())))
                .toList();
        Set<TopicPartition> fresh = new HashSet<>(parts);
        fresh.removeAll(tail.assignment());
        if (!fresh.isEmpty()) {
            Map<TopicPartition, Long> positions = new HashMap<>();
            tail.assignment().forEach(part -> positions.put(part, tail.position(part, CALL_LIMIT)));
            tail.assign(parts);
            tail.seekToBeginning(fresh);
            positions.forEach(tail::seek);
        }
        List<String> groups = answer(admin.listGroups().all()).stream()
                .map(group -> group.groupId())
                .filter(group -> group.startsWith(prefix))
                .toList();
        Map<String, Set<TopicPartition>> found = new HashMap<>();
        for (ConsumerGroupDescription group :
                answer(admin.describeConsumerGroups(groups).all()).values()) {
            Set<TopicPartition> assigned = group.members().stream()
                    .flatMap(member -> member.assignment().topicPartitions().stream())
                    .collect(Collectors.toSet());
            found.put(group.groupId(), assigned);
        }
        assignments = found;
    }

    /** How many records each topic of the namespace has, by its name without the prefix. */
    public Map<String, Long> counts() {
        return counts;
    }

    /**
     * Waits for rest.
     *
     * @throws IllegalStateException where there is none within the limit, naming who still has to read what
     */
    public void await(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        Map<String, String> behind = behind();
        while (!behind.isEmpty()) {
            if (System.nanoTime() - end >= 0) {
                throw new IllegalStateException(
                        "no rest within " + limit.toSeconds() + " s; still to be read: " + behind);
            }
            behind = behind();
        }
    }

    /** What each group has still to commit; empty at rest. */
    private Map<String, String> behind() {
        // committed first, written second: what is written up to now had then been committed before
        Map<String, ListConsumerGroupOffsetsSpec> question = new HashMap<>();
        assignments.keySet().forEach(group -> question.put(group, new ListConsumerGroupOffsetsSpec()));
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = question.isEmpty()
                ? Map.of()
                : answer(admin.listConsumerGroupOffsets(question).all());
        readOn();
        Map<String, String> behind = new TreeMap<>();
        assignments.forEach((group, parts) -> {
            for (TopicPartition part : parts) {
                long goal = written.getOrDefault(part, 0L);
                OffsetAndMetadata offset =
                        committed.getOrDefault(group, Map.of()).get(part);
                long done = offset == null ? 0 : offset.offset();
                if (done < goal) {
                    behind.put(group + " on " + part, done + " of " + goal);
                }
            }
        });
        return behind;
    }

    private void readOn() {
        Map<TopicPartition, Long> ends = tail.endOffsets(tail.assignment(), CALL_LIMIT);
        long limit = System.nanoTime() + CALL_LIMIT.toNanos();
        boolean more = true;
        while (more) {
            for (ConsumerRecord<byte[], byte[]> record : tail.poll(GLANCE)) {
                written.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
                counts.merge(record.topic().substring(prefix.length()), 1L, Long::sum);
            }
            more = ends.entrySet().stream().anyMatch(end -> tail.position(end.getKey(), CALL_LIMIT) < end.getValue());
            if (more && System.nanoTime() - limit >= 0) {
                throw new IllegalStateException("the topics of " + prefix + " cannot be read to their ends");
            }
        }
    }

    /** The groups that are watched. */
    public Collection<String> groups() {
        return assignments.keySet();
    }

    @Override
    public void close() {
        tail.close();
        admin.close(Duration.ofSeconds(5));
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(CALL_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka answered: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka did not answer within " + CALL_LIMIT.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking Kafka", e);
        }
    }
}
