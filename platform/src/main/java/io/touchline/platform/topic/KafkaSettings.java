package io.touchline.platform.topic;

import io.touchline.schema.Topic;
import io.touchline.schema.serde.SchemaRegistry;
import io.touchline.schema.serde.TopicSerde;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * How to reach Kafka and the registry, and in which namespace.
 *
 * @param bootstrap host:port, comma-separated
 * @param registry of schemas
 * @param namespace of topics, groups and applications
 * @param partitions of every topic, 1 or more
 * @param replication copies of every partition, 1 or more
 */
public record KafkaSettings(
        String bootstrap, SchemaRegistry registry, Namespace namespace, int partitions, short replication) {

    /** Six partitions, one copy. */
    public KafkaSettings(String bootstrap, SchemaRegistry registry, Namespace namespace) {
        this(bootstrap, registry, namespace, 6, (short) 1);
    }

    /** The topic's name in the namespace. */
    public String name(Topic<?> topic) {
        return namespace.name(topic);
    }

    /** The topic's serde over this registry. */
    public <V extends SpecificRecord> TopicSerde<V> serde(Topic<V> topic) {
        return new TopicSerde<>(topic, registry);
    }

    /** The same in another namespace. */
    public KafkaSettings in(Namespace other) {
        return new KafkaSettings(bootstrap, registry, other, partitions, replication);
    }

    /** The same with another count of partitions. */
    public KafkaSettings withPartitions(int count) {
        return new KafkaSettings(bootstrap, registry, namespace, count, replication);
    }

    /** What every client needs. */
    public Map<String, Object> client() {
        Map<String, Object> config = new HashMap<>();
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
        config.put("enable.metrics.push", false);
        config.put("metric.reporters", "");
        return config;
    }

    /** A consumer of bytes that reads only what was committed and never commits by itself. */
    public Map<String, Object> consumer() {
        Map<String, Object> config = client();
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        return config;
    }

    /** A producer that neither loses nor doubles nor reorders within a partition. */
    public Map<String, Object> producer() {
        Map<String, Object> config = client();
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        return config;
    }
}
