package io.touchline.platform.topic;

import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.schema.Topic;
import io.touchline.schema.serde.RegistryUnavailableException;
import io.touchline.schema.serde.TopicSerde;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Turns what a consumer of bytes got into records; poison goes to {@code rejections} and is passed over, a registry that is away is an exception. */
final class RecordReader {

    private final Rejections rejections;
    private final Map<String, Source<?>> sources = new LinkedHashMap<>();

    private record Source<V extends SpecificRecord>(Topic<V> topic, TopicSerde<V> serde) {
        Received<V> read(ConsumerRecord<String, byte[]> record) {
            byte[] bytes = record.value();
            String key = record.key();
            return new Received<>(
                    topic,
                    key == null ? "" : key,
                    bytes == null ? null : serde.value(bytes),
                    Instant.ofEpochMilli(record.timestamp()),
                    record.partition(),
                    record.offset());
        }
    }

    RecordReader(KafkaSettings kafka, Collection<? extends Topic<?>> topics, Rejections rejections) {
        this.rejections = rejections;
        topics.forEach(topic -> add(kafka, topic));
    }

    private <V extends SpecificRecord> void add(KafkaSettings kafka, Topic<V> topic) {
        sources.put(kafka.name(topic), new Source<>(topic, kafka.serde(topic)));
    }

    /** Names of the topics in the namespace. */
    Collection<String> names() {
        return sources.keySet();
    }

    /**
     * The record, or empty where it was poison.
     *
     * @throws RegistryUnavailableException where its schema could not be asked for: read it again later
     */
    Optional<Received<?>> read(ConsumerRecord<String, byte[]> record) {
        Source<?> source = sources.get(record.topic());
        if (source == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(source.read(record));
        } catch (RegistryUnavailableException away) {
            throw away;
        } catch (SerializationException poison) {
            rejections.reject(
                    source.topic().name(),
                    RejectReason.UNREADABLE_RECORD,
                    String.valueOf(poison.getMessage()),
                    record.topic() + "-" + record.partition() + "@" + record.offset(),
                    record.value());
            return Optional.empty();
        }
    }
}
