package io.touchline.bench.path;

import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * One processor as a task of Kafka Streams would run it, without what a broker needs: stores without changelog, and records that go on as they are rather than as bytes. For one thread. That it does the
 * same is shown by {@code StraightPathTest} against Kafka's own driver and by {@code BrokerReplayIT} against a broker.
 */
final class StraightTask<I, O> implements ProcessorContext<String, O>, AutoCloseable {

    private static final long BEFORE_ALL = -1;

    private final Processor<String, I, String, O> processor;
    private final Consumer<Record<String, O>> next;
    private final Map<String, StateStore> stores = new HashMap<>();
    private final List<Punctuator> schedules = new ArrayList<>();
    private long streamTime = BEFORE_ALL;

    /** @param next takes what the processor forwards, at once */
    StraightTask(Processor<String, I, String, O> processor, Consumer<Record<String, O>> next) {
        this.processor = processor;
        this.next = next;
        processor.init(this);
    }

    /** One record, whole. */
    void process(String key, I value, long timestamp) {
        streamTime = Math.max(streamTime, timestamp);
        processor.process(new Record<>(key, value, timestamp));
    }

    /** What waits for a schedule happens now. */
    void punctuate() {
        schedules.forEach(schedule -> schedule.punctuate(streamTime));
    }

    @Override
    public <K extends String, V extends O> void forward(Record<K, V> record) {
        next.accept(new Record<>(record.key(), record.value(), record.timestamp()));
    }

    @Override
    public <K extends String, V extends O> void forward(Record<K, V> record, String child) {
        forward(record);
    }

    @Override
    @SuppressWarnings("unchecked") // the processor knows what it keeps under the name, as with Kafka's own
    public <S extends StateStore> S getStateStore(String name) {
        return (S) Objects.requireNonNull(stores.computeIfAbsent(name, MemoryStore::new));
    }

    @Override
    public Cancellable schedule(Duration interval, PunctuationType type, Punctuator callback) {
        if (type != PunctuationType.WALL_CLOCK_TIME) {
            throw new UnsupportedOperationException("no processor of ours asks for " + type);
        }
        schedules.add(callback);
        return () -> schedules.remove(callback);
    }

    @Override
    public Cancellable schedule(Instant start, Duration interval, PunctuationType type, Punctuator callback) {
        return schedule(interval, type, callback);
    }

    @Override
    public long currentStreamTimeMs() {
        return streamTime;
    }

    @Override
    public long currentSystemTimeMs() {
        return streamTime;
    }

    @Override
    public Optional<RecordMetadata> recordMetadata() {
        return Optional.empty();
    }

    @Override
    public String applicationId() {
        return "straight";
    }

    @Override
    public TaskId taskId() {
        return new TaskId(0, 0);
    }

    @Override
    public Serde<?> keySerde() {
        return Serdes.String();
    }

    @Override
    public Serde<?> valueSerde() {
        throw new UnsupportedOperationException("nothing is made bytes here");
    }

    @Override
    public File stateDir() {
        throw new UnsupportedOperationException("nothing is kept in files here");
    }

    @Override
    public StreamsMetrics metrics() {
        throw new UnsupportedOperationException("nothing is metered here");
    }

    @Override
    public void commit() {
        // nothing is held back
    }

    @Override
    public Map<String, Object> appConfigs() {
        return Map.of();
    }

    @Override
    public Map<String, Object> appConfigsWithPrefix(String prefix) {
        return Map.of();
    }

    @Override
    public void close() {
        processor.close();
        stores.values().forEach(StateStore::close);
    }
}
