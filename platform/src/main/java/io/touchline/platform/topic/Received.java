package io.touchline.platform.topic;

import io.touchline.schema.Topic;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One record as it was read from a topic.
 *
 * @param topic it came from
 * @param key empty where the record has none
 * @param value null for a tombstone
 * @param timestamp event time
 * @param partition of the topic
 * @param offset in the partition
 * @param <V> the topic's record
 */
public record Received<V extends SpecificRecord>(
        Topic<V> topic, String key, @Nullable V value, Instant timestamp, int partition, long offset) {}
