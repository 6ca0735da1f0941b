package io.touchline.bench.path;

import io.touchline.platform.topic.KafkaSettings;
import io.touchline.schema.Topics;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The topic {@code feature_vectors} of a namespace as a store: acknowledged by all replicas before {@link #flush} returns. Safe for many threads. */
public final class VectorTopic implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(100);

    private final KafkaSettings kafka;
    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> problem = new AtomicReference<>();

    public VectorTopic(KafkaSettings kafka) {
        this.kafka = kafka;
        Map<String, Object> config = kafka.producer();
        // much at once: nobody waits for a single one
        config.put("buffer.memory", 32L << 20);
        config.put("batch.size", 512 << 10);
        config.put("linger.ms", 100);
        this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /** {@link Emitted#key} of everything that is there. */
    public Set<String> stored() {
        String topic = kafka.name(Topics.FEATURE_VECTORS);
        Set<String> stored = new HashSet<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(kafka.consumer(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> parts = consumer.partitionsFor(topic).stream()
                    .map(part -> new TopicPartition(topic, part.partition()))
                    .toList();
            consumer.assign(parts);
            consumer.seekToBeginning(parts);
            Map<TopicPartition, Long> ends = consumer.endOffsets(parts);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(GLANCE)) {
                    stored.add(Emitted.key(record.key(), record.timestamp()));
                }
            }
        }
        return stored;
    }

    /**
     * Stores one.
     *
     * @throws IllegalStateException where an earlier one could not be stored
     */
    public void store(Emitted vector) {
        Exception failed = problem.get();
        if (failed != null) {
            throw new IllegalStateException("a vector could not be stored: " + failed.getMessage(), failed);
        }
        producer.send(
                new ProducerRecord<>(
                        kafka.name(Topics.FEATURE_VECTORS), null, vector.asOf(), vector.fixtureId(), vector.bytes()),
                (metadata, exception) -> {
                    if (exception != null) {
                        problem.compareAndSet(null, exception);
                    }
                });
    }

    /** Waits until everything is there. */
    public void flush() {
        producer.flush();
        Exception failed = problem.get();
        if (failed != null) {
            throw new IllegalStateException("a vector could not be stored: " + failed.getMessage(), failed);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
