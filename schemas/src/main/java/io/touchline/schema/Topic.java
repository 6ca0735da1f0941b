package io.touchline.schema;

import java.time.Duration;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullMarked;

/**
 * One road between services: its name, what travels on it, and how long that is kept. Made in {@link Topics} only.
 *
 * @param name snake_case plural noun, without any namespace
 * @param type class of the value
 * @param schema Avro schema of the value
 * @param key what the key is, for people
 * @param cleanup Kafka's {@code cleanup.policy}
 * @param retention how long records are kept, by their own time; zero where age does not count
 * @param <V> the value
 */
@NullMarked
public record Topic<V extends SpecificRecord>(
        String name, Class<V> type, Schema schema, String key, Cleanup cleanup, Duration retention) {

    /** Kafka's {@code cleanup.policy}. */
    public enum Cleanup {
        DELETE("delete"),
        COMPACT("compact"),
        COMPACT_AND_DELETE("compact,delete");

        private final String policy;

        Cleanup(String policy) {
            this.policy = policy;
        }

        /** As Kafka writes it. */
        public String policy() {
            return policy;
        }
    }

    /** The subject under which the registry keeps the schema: {@code <topic>-value}. */
    public String subject() {
        return name + "-value";
    }

    @Override
    public String toString() {
        return name;
    }
}
