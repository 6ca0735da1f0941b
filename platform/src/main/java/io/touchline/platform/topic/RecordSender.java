package io.touchline.platform.topic;

import io.touchline.schema.Topic;
import io.touchline.schema.serde.TopicSerde;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends records, idempotently and in order within a key. Safe for many threads. The first failure of a send is thrown by the next {@link #flush}. */
public final class RecordSender implements AutoCloseable {

    private final KafkaSettings kafka;
    private final Producer<String, byte[]> producer;
    private final Map<String, TopicSerde<?>> serdes = new ConcurrentHashMap<>();
    private volatile @Nullable Throwable failure;

    /** Connects at once, in the background. */
    public RecordSender(KafkaSettings kafka) {
        this(kafka, new KafkaProducer<>(kafka.producer(), new StringSerializer(), new ByteArraySerializer()));
    }

    RecordSender(KafkaSettings kafka, Producer<String, byte[]> producer) {
        this.kafka = kafka;
        this.producer = producer;
    }

    /**
     * Sends one record.
     *
     * @param key of the record
     * @param value null for a tombstone
     * @param eventTime the record's timestamp
     * @return done once the broker has it
     */
    public <V extends SpecificRecord> CompletableFuture<Void> send(
            Topic<V> topic, String key, @Nullable V value, Instant eventTime) {
        byte @Nullable [] bytes = value == null ? null : serde(topic).bytes(value);
        CompletableFuture<Void> sent = new CompletableFuture<>();
        producer.send(
                new ProducerRecord<>(kafka.name(topic), null, eventTime.toEpochMilli(), key, bytes),
                (where, problem) -> {
                    if (problem == null) {
                        sent.complete(null);
                    } else {
                        failure = problem;
                        sent.completeExceptionally(problem);
                    }
                });
        return sent;
    }

    /** Returns when everything sent so far is with the broker; throws where something could not be sent. */
    public void flush() {
        producer.flush();
        Throwable first = failure;
        if (first != null) {
            failure = null;
            throw new IllegalStateException("a record could not be sent to Kafka: " + first.getMessage(), first);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(10));
    }

    @SuppressWarnings("unchecked")
    private <V extends SpecificRecord> TopicSerde<V> serde(Topic<V> topic) {
        return (TopicSerde<V>) serdes.computeIfAbsent(topic.name(), name -> kafka.serde(topic));
    }
}
