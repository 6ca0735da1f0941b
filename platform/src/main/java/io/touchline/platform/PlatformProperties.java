package io.touchline.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What all services are told alike.
 *
 * @param kafka how to reach Kafka
 * @param postgres how to reach Postgres; without a url the service runs without it
 * @param redis how to reach Redis; without a url the cache is in memory
 * @param data folder for state stores and files of this process
 * @param recorder keeps what vendors send
 */
@ConfigurationProperties("touchline")
public record PlatformProperties(
        @DefaultValue Kafka kafka,
        @DefaultValue Postgres postgres,
        @DefaultValue Redis redis,
        @DefaultValue("var") Path data,
        @DefaultValue Recording recorder) {

    /**
     * Kafka.
     *
     * @param bootstrap host:port, comma-separated
     * @param registryUrl root of a Confluent-compatible registry's API
     * @param registryPatience how long to go on asking a registry that does not answer
     * @param namespace prefix of topics, groups and applications; empty for live state
     * @param partitions of topics that are made
     * @param replication of topics that are made
     * @param threads of each streams application
     * @param standbyReplicas copies of each state store that other instances of the same service keep up to date, for those that are asked for them; one machine needs none
     * @param commitInterval how often streams applications of the hot path commit; null: 10 s in live state, as a commit holds the records up, 100 ms in a replay, which waits for commits between its steps
     */
    public record Kafka(
            @DefaultValue("localhost:9092") String bootstrap,
            @DefaultValue("http://localhost:8081") String registryUrl,
            @DefaultValue("60s") Duration registryPatience,
            @DefaultValue("") String namespace,
            @DefaultValue("6") int partitions,
            @DefaultValue("1") short replication,
            @DefaultValue("1") int threads,
            @DefaultValue("0") int standbyReplicas,
            @Nullable Duration commitInterval) {

        /** A request costs the broker and both its sides far more than a record: a few records to a request are worth waiting for. */
        private static final int LINGER_MILLIS = 2;

        /** Settings of a streams application of the hot path. */
        public Map<String, Object> hotPath() {
            Map<String, Object> config = new HashMap<>();
            config.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbyReplicas);
            config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), LINGER_MILLIS);
            Duration own = commitInterval;
            config.put(
                    StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                    own != null ? own.toMillis() : namespace.isEmpty() ? 10_000L : 100L);
            return config;
        }
    }

    /**
     * Postgres.
     *
     * @param url {@code jdbc:postgresql://host:port/database}; null: the service runs without
     * @param user role to connect as
     * @param password of the role
     */
    public record Postgres(
            @Nullable String url,
            @DefaultValue("postgres") String user,
            @DefaultValue("") String password) {}

    /**
     * Redis.
     *
     * @param url {@code redis://host:port}; null: in memory
     */
    public record Redis(@Nullable String url) {}

    /**
     * Keeps raw payloads of vendors; {@code touchline replay --vendor} plays them.
     *
     * @param folder where; null: nothing is kept
     * @param sources whose; empty: all
     */
    public record Recording(
            @Nullable Path folder, @DefaultValue List<String> sources) {}
}
