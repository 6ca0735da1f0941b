package io.touchline.platform.topic;

import io.touchline.platform.reject.Rejections;
import io.touchline.platform.time.Retry;
import io.touchline.schema.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Consumes topics into an effect outside Kafka, such as rows in Postgres, and commits offsets after the effect. A failing effect is tried again with the same batch until it works:
 * nothing is lost while a database is away, the group's lag shows it. After a crash a batch may come again, so effects must be idempotent.
 */
public final class TopicSink implements AutoCloseable {

    /** What to do with a batch. */
    @FunctionalInterface
    public interface Effect {
        /** Takes the records in the order of their partitions; an exception means: again, later. */
        void apply(List<Received<?>> batch) throws Exception;
    }

    private static final Logger LOG = LoggerFactory.getLogger(TopicSink.class);
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaSettings kafka;
    private final String group;
    private final RecordReader reader;
    private final Effect effect;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile @Nullable KafkaConsumer<String, byte[]> current;
    private volatile String problem = "";

    /**
     * Starts nothing yet.
     *
     * @param group consumer group, without namespace
     */
    public TopicSink(
            String group,
            KafkaSettings kafka,
            Collection<? extends Topic<?>> topics,
            Rejections rejections,
            Effect effect) {
        this.kafka = kafka;
        this.group = group;
        this.reader = new RecordReader(kafka, topics, rejections);
        this.effect = effect;
        this.thread = new Thread(this::run, "sink-" + group);
        this.thread.setDaemon(true);
    }

    /** Begins to consume, in a thread of its own. */
    public TopicSink start() {
        thread.start();
        return this;
    }

    /** What keeps it from working, for people; empty where all is well. */
    public String problem() {
        return problem;
    }

    @Override
    public void close() {
        running = false;
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        KafkaConsumer<String, byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            if (!thread.join(Duration.ofSeconds(3))) {
                thread.interrupt();
                thread.join(Duration.ofSeconds(10));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var config = kafka.consumer();
        config.put(ConsumerConfig.GROUP_ID_CONFIG, kafka.namespace().name(group));
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 15_000);
        config.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 3_600_000);
        Retry retry = new Retry(Duration.ofMillis(200), Duration.ofSeconds(10));
        while (running) {
            try (KafkaConsumer<String, byte[]> consumer =
                    new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
                current = consumer;
                consumer.subscribe(List.copyOf(reader.names()));
                while (running) {
                    consume(consumer.poll(POLL), retry);
                    consumer.commitSync(Duration.ofSeconds(30));
                }
            } catch (WakeupException | InterruptException stopped) {
                if (!running) {
                    return;
                }
            } catch (KafkaException | IllegalStateException e) {
                problem = String.valueOf(e.getMessage());
                if (!running) {
                    return;
                }
                LOG.warn("{} cannot read {} and asks again: {}", thread.getName(), reader.names(), e.toString());
                if (!retry.pause()) {
                    return;
                }
            } finally {
                current = null;
            }
        }
    }

    private void consume(ConsumerRecords<String, byte[]> records, Retry retry) {
        if (records.isEmpty()) {
            return;
        }
        List<Received<?>> batch = new ArrayList<>(records.count());
        records.forEach(record -> reader.read(record).ifPresent(batch::add));
        while (!batch.isEmpty()) {
            try {
                effect.apply(batch);
                break;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptException(e);
            } catch (Exception e) {
                problem = String.valueOf(e.getMessage());
                LOG.warn(
                        "{} could not apply {} records and tries again: {}",
                        thread.getName(),
                        batch.size(),
                        e.toString());
                if (!running || !retry.pause()) {
                    throw new WakeupException();
                }
            }
        }
        problem = "";
        retry.reset();
    }
}
