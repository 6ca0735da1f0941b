package io.touchline.testkit;

import io.touchline.platform.topic.KafkaSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits until applications of a namespace have read everything they are to read, one client for all waits of a test. Offsets are asked for before ends, so that where they meet nothing was on its way
 * between two applications.
 */
public final class StreamsRest implements AutoCloseable {

    private final KafkaSettings kafka;
    private final Map<String, Set<String>> reads;
    private final Admin admin;

    /** @param reads the ends of the names of the topics that a group reads, by the group's id without namespace */
    public StreamsRest(KafkaSettings kafka, Map<String, Set<String>> reads) {
        this.kafka = kafka;
        this.reads = Map.copyOf(reads);
        this.admin = Admin.create(kafka.client());
    }

    /** Returns once every effect of what was sent before is there. */
    public void await() {
        Await.until("everything consumed", this::unread, Map::isEmpty);
    }

    /** What the groups have still to read, by group and partition. */
    private Map<String, Long> unread() {
        try {
            Map<String, ListConsumerGroupOffsetsSpec> groups = reads.keySet().stream()
                    .collect(Collectors.toMap(kafka.namespace()::name, group -> new ListConsumerGroupOffsetsSpec()));
            Map<String, Map<TopicPartition, OffsetAndMetadata>> committed =
                    admin.listConsumerGroupOffsets(groups).all().get();
            String prefix = kafka.namespace().prefix();
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            for (String topic : admin.listTopics().names().get()) {
                boolean read = reads.values().stream().flatMap(Set::stream).anyMatch(topic::endsWith);
                for (int part = 0; read && topic.startsWith(prefix) && part < kafka.partitions(); part++) {
                    latest.put(new TopicPartition(topic, part), OffsetSpec.latest());
                }
            }
            Map<String, Long> unread = new HashMap<>();
            admin.listOffsets(latest)
                    .all()
                    .get()
                    .forEach((part, end) -> reads.forEach((group, topics) -> {
                        boolean read = topics.stream().anyMatch(part.topic()::endsWith);
                        Map<TopicPartition, OffsetAndMetadata> offsets =
                                committed.getOrDefault(kafka.namespace().name(group), Map.of());
                        OffsetAndMetadata at = offsets.get(part);
                        long left = end.offset() - (at == null ? 0 : at.offset());
                        if (read && left > 0) {
                            unread.put(group + " " + part, left);
                        }
                    }));
            return unread;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while asking Kafka", e);
        } catch (ExecutionException e) {
            throw new AssertionError("Kafka does not answer", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
