package io.touchline.bench.live;

import io.touchline.platform.topic.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads one topic from now on, in a thread of its own, and notes the moment at which each record was there. */
final class Receiver implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Integer> fixtures;
    private final Thread thread;
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile @Nullable Answers answers;
    private volatile boolean running = true;

    /**
     * @param topic full name
     * @param fixtures number by key
     */
    Receiver(KafkaSettings kafka, String topic, Map<String, Integer> fixtures) throws InterruptedException {
        this.fixtures = fixtures;
        Map<String, Object> config = kafka.consumer();
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        this.consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> parts = consumer.partitionsFor(topic).stream()
                .map(part -> new TopicPartition(topic, part.partition()))
                .toList();
        consumer.assign(parts);
        consumer.seekToEnd(parts);
        parts.forEach(consumer::position);
        this.thread = new Thread(this::run, "bench-receiver-" + topic);
        thread.setDaemon(true);
        thread.start();
        if (!ready.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nothing can be read from " + topic);
        }
    }

    /** What comes from now on counts there. */
    void into(Answers next) {
        answers = next;
    }

    @Override
    public void close() {
        running = false;
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            while (running) {
                var records = consumer.poll(POLL);
                long nanos = System.nanoTime();
                ready.countDown();
                Answers now = answers;
                if (now != null) {
                    for (ConsumerRecord<String, byte[]> record : records) {
                        Integer fixture = fixtures.get(record.key());
                        if (fixture != null) {
                            // a vector's time is its asOf, an update's is its observedAt
                            now.vector(fixture, record.timestamp(), nanos);
                        }
                    }
                }
            }
        } catch (WakeupException ending) {
            // closed
        }
    }
}
