package io.touchline.platform.topic;

import io.touchline.platform.reject.Rejections;
import io.touchline.platform.time.Retry;
import io.touchline.schema.Topic;
import io.touchline.schema.serde.RegistryUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics whole, every partition from its beginning, and follows them: for views in memory. Without a consumer group; every instance sees everything. One thread calls the
 * listener, in partition order. Kafka or the registry away: it asks again and goes on where it stood; nothing is passed over but poison, which goes to {@code rejections}.
 */
public final class TopicView implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicView.class);
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaSettings kafka;
    private final RecordReader reader;
    private final Consumer<Received<?>> listener;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Thread thread;
    private volatile @Nullable Instant first;
    private volatile boolean running = true;
    private volatile @Nullable KafkaConsumer<String, byte[]> current;
    private volatile String problem = "";
    private volatile Map<TopicPartition, Long> read = Map.of();

    /**
     * Starts nothing yet.
     *
     * @param name of the thread, for people
     * @param topics to read; they must exist by the time of {@link #start}, or come soon after
     * @param listener gets every record; what it throws is logged and the record counts as seen
     */
    public TopicView(
            String name,
            KafkaSettings kafka,
            Collection<? extends Topic<?>> topics,
            Rejections rejections,
            Consumer<Received<?>> listener) {
        this.kafka = kafka;
        this.reader = new RecordReader(kafka, topics, rejections);
        this.listener = listener;
        this.thread = new Thread(this::run, "view-" + name);
        this.thread.setDaemon(true);
    }

    /** Passes over what is older than a moment; before {@link #start}. */
    public TopicView from(Instant moment) {
        first = moment;
        return this;
    }

    /** Begins to read, in a thread of its own. */
    public TopicView start() {
        thread.start();
        return this;
    }

    /** Waits until everything that was there when the view started has been seen; false where the time was not enough. */
    public boolean awaitCaughtUp(Duration limit) throws InterruptedException {
        return caughtUp.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** True once everything that was there when the view started has been seen. */
    public boolean isCaughtUp() {
        return caughtUp.getCount() == 0;
    }

    /** Next offset to be read, by partition: everything before it has been through the listener. */
    public Map<TopicPartition, Long> positions() {
        return read;
    }

    /** What keeps it from reading, for people; empty where all is well. */
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
        Retry retry = new Retry(Duration.ofMillis(100), Duration.ofSeconds(5));
        while (running) {
            try (KafkaConsumer<String, byte[]> consumer =
                    new KafkaConsumer<>(kafka.consumer(), new StringDeserializer(), new ByteArrayDeserializer())) {
                current = consumer;
                follow(consumer, retry);
            } catch (WakeupException | InterruptException stopped) {
                if (!running) {
                    return;
                }
            } catch (KafkaException | IllegalStateException e) {
                if (!running) {
                    return;
                }
                problem = String.valueOf(e.getMessage());
                LOG.warn("{} cannot read {} and asks again: {}", thread.getName(), reader.names(), e.toString());
                if (!retry.pause()) {
                    return;
                }
            } finally {
                current = null;
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> consumer, Retry retry) {
        List<TopicPartition> parts = reader.names().stream()
                .flatMap(name -> partitions(consumer, name).stream())
                .toList();
        consumer.assign(parts);
        Map<TopicPartition, Long> begins = begins(consumer, parts);
        parts.forEach(part -> consumer.seek(part, positions.getOrDefault(part, begins.getOrDefault(part, 0L))));
        Map<TopicPartition, Long> goal = consumer.endOffsets(parts);
        while (running) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                reader.read(record).ifPresent(this::tell);
                positions.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            }
            parts.forEach(part -> positions.put(part, consumer.position(part)));
            read = Map.copyOf(positions);
            problem = "";
            retry.reset();
            if (caughtUp.getCount() > 0
                    && parts.stream()
                            .allMatch(part -> positions.getOrDefault(part, 0L) >= goal.getOrDefault(part, 0L))) {
                caughtUp.countDown();
            }
        }
    }

    private Map<TopicPartition, Long> begins(KafkaConsumer<String, byte[]> consumer, List<TopicPartition> parts) {
        Instant moment = first;
        if (moment == null) {
            return consumer.beginningOffsets(parts);
        }
        // asked for first: where nothing is as new as the moment, reading begins here and misses nothing
        Map<TopicPartition, Long> begins = new HashMap<>(consumer.endOffsets(parts));
        Map<TopicPartition, Long> question = new HashMap<>();
        parts.forEach(part -> question.put(part, moment.toEpochMilli()));
        consumer.offsetsForTimes(question).forEach((part, found) -> {
            if (found != null) {
                begins.put(part, found.offset());
            }
        });
        return begins;
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer, String name) {
        List<TopicPartition> parts = consumer.partitionsFor(name).stream()
                .map(part -> new TopicPartition(name, part.partition()))
                .toList();
        if (parts.isEmpty()) {
            throw new IllegalStateException("topic " + name + " does not exist yet");
        }
        return parts;
    }

    private void tell(Received<?> received) {
        try {
            listener.accept(received);
        } catch (RegistryUnavailableException away) {
            throw away;
        } catch (RuntimeException e) {
            LOG.error(
                    "{} failed on {}-{}@{}",
                    thread.getName(),
                    received.topic(),
                    received.partition(),
                    received.offset(),
                    e);
        }
    }
}
