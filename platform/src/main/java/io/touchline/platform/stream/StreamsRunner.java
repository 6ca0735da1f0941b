package io.touchline.platform.stream;

import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.TopicAdmin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one topology: makes the topics, starts, replaces a thread that died, stops and leaves its group. */
public final class StreamsRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(20);
    private static final Duration REPLACE_PAUSE = Duration.ofMillis(500);

    private final String application;
    private final KafkaSettings kafka;
    private final Topology topology;
    private final Properties config;
    private final AtomicInteger replaced = new AtomicInteger();
    private @Nullable KafkaStreams streams;
    private volatile String problem = "";

    /**
     * Starts nothing yet.
     *
     * @param application id, without namespace: the consumer group and the prefix of internal topics
     * @param stateDirectory where stores live; a folder of the application's own is made in it
     * @param threads 1 or more
     * @param overrides of any streams setting
     */
    public StreamsRunner(
            String application,
            Topology topology,
            KafkaSettings kafka,
            Guarantee guarantee,
            Rejections rejections,
            Path stateDirectory,
            int threads,
            Map<String, Object> overrides) {
        this.application = kafka.namespace().name(application);
        this.kafka = kafka;
        this.topology = topology;
        this.config = config(kafka, this.application, guarantee, rejections, stateDirectory, threads);
        this.config.putAll(overrides);
    }

    /** Makes the topics where missing and starts; returns before the first record. */
    public synchronized void start() {
        TopicAdmin.createAll(kafka);
        KafkaStreams started = new KafkaStreams(topology, config);
        started.setUncaughtExceptionHandler(e -> {
            problem = String.valueOf(e.getMessage());
            LOG.error("a thread of {} died, is replaced and goes on where it committed", application, e);
            replaced.incrementAndGet();
            try {
                Thread.sleep(REPLACE_PAUSE);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        started.setStateListener((now, before) -> {
            LOG.debug("{} is {}", application, now);
            if (now == KafkaStreams.State.RUNNING) {
                problem = "";
            }
        });
        streams = started;
        started.start();
    }

    /** True while partitions are assigned and records flow. */
    public boolean isRunning() {
        KafkaStreams now = streams;
        return now != null && now.state() == KafkaStreams.State.RUNNING;
    }

    /** Waits until it runs; false where the time was not enough. */
    public boolean awaitRunning(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!isRunning()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }

    /** The application's id in the namespace: its consumer group. */
    public String application() {
        return application;
    }

    /** Kafka Streams' state, with what went wrong last where something did; for people. */
    public String health() {
        KafkaStreams now = streams;
        String state = now == null ? "NOT_STARTED" : now.state().name();
        return problem.isEmpty() ? state : state + ": " + problem;
    }

    /** How many threads died and were replaced. */
    public int replacedThreads() {
        return replaced.get();
    }

    /** For interactive queries and meters. */
    public KafkaStreams streams() {
        KafkaStreams now = streams;
        if (now == null) {
            throw new IllegalStateException(application + " is not started");
        }
        return now;
    }

    @Override
    public synchronized void close() {
        KafkaStreams now = streams;
        if (now != null) {
            now.close(CloseOptions.timeout(CLOSE_LIMIT)
                    .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
            if (!kafka.namespace().isLive()) {
                now.cleanUp();
            }
            streams = null;
        }
    }

    private static Properties config(
            KafkaSettings kafka,
            String application,
            Guarantee guarantee,
            Rejections rejections,
            Path stateDirectory,
            int threads) {
        Properties config = new Properties();
        config.putAll(kafka.client());
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee.kafka());
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        config.put(StreamsConfig.POLL_MS_CONFIG, 20);
        config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) kafka.replication());
        config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocks.class);
        config.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, PoisonRecords.class);
        config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, PoisonRecords.class);
        config.put(PoisonRecords.REJECTIONS, rejections);
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 15_000);
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), 100);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 1);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        config.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 64 * 1024);
        // internal topics of a replay hold records of years ago, which no retention by age may touch
        config.put(StreamsConfig.topicPrefix("retention.ms"), "-1");
        return config;
    }
}
