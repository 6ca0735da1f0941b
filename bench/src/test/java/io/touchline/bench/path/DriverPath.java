package io.touchline.bench.path;

import io.touchline.feature.FeaturePath;
import io.touchline.odds.OddsPath;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Namespace;
import io.touchline.schema.Fixture;
import io.touchline.schema.MatchResult;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Topic;
import io.touchline.schema.Topics;
import io.touchline.schema.serde.MemorySchemaRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** What {@link StraightPath} does, with the topologies as Kafka Streams builds and runs them: everything is bytes on its way, and every store has its changelog. */
final class DriverPath implements HistoryTopics, AutoCloseable {

    /** In the order in which they came. */
    final List<Emitted> vectors = new ArrayList<>();

    private final KafkaSettings kafka =
            new KafkaSettings("nowhere:9092", new MemorySchemaRegistry(), Namespace.LIVE).withPartitions(1);
    private final TopologyTestDriver odds;
    private final TopologyTestDriver form;
    private final TopologyTestDriver vector;
    private final Map<String, TestInputTopic<String, byte[]>> inputs = new HashMap<>();
    private final TestOutputTopic<String, byte[]> snapshots;
    private final TestOutputTopic<String, byte[]> forms;
    private final TestOutputTopic<String, byte[]> out;

    DriverPath() {
        InstantSource clock = InstantSource.fixed(StraightPath.WRITTEN);
        Rejections rejections = new Rejections(clock, rejected -> {});
        FeaturePath feature = new FeaturePath(kafka, clock, Map.of());
        odds = driver(OddsPath.topology(kafka, clock, rejections, Map.of()), "odds");
        form = driver(feature.form(rejections), "form");
        vector = driver(feature.vector(), "vector");
        snapshots = output(odds, Topics.MARKET_SNAPSHOTS);
        forms = output(form, Topics.FIXTURE_FORM);
        out = output(vector, Topics.FEATURE_VECTORS);
    }

    @Override
    public void fixture(Fixture fixture, Instant at) {
        pipe(vector, Topics.FIXTURES, fixture.getFixtureId(), fixture, at);
        pipe(form, Topics.FIXTURES, fixture.getFixtureId(), fixture, at);
        pass();
    }

    @Override
    public void result(MatchResult result, Instant at) {
        pipe(form, Topics.MATCH_RESULTS, result.getFixtureId(), result, at);
        pass();
    }

    @Override
    public void odds(OddsUpdate update, Instant at) {
        pipe(odds, Topics.LIVE_ODDS, update.getFixtureId(), update, at);
        pass();
    }

    /** A vector as this path writes it. */
    Emitted emitted(io.touchline.schema.FeatureVector made) {
        return Emitted.of(made, kafka.serde(Topics.FEATURE_VECTORS).bytes(made));
    }

    @Override
    public void close() {
        odds.close();
        form.close();
        vector.close();
    }

    private void pass() {
        while (!forms.isEmpty()) {
            input(vector, Topics.FIXTURE_FORM).pipeInput(again(forms.readRecord()));
        }
        while (!snapshots.isEmpty()) {
            input(vector, Topics.MARKET_SNAPSHOTS).pipeInput(again(snapshots.readRecord()));
        }
        while (!out.isEmpty()) {
            TestRecord<String, byte[]> record = out.readRecord();
            vectors.add(new Emitted(record.key(), record.timestamp(), record.value()));
        }
    }

    private <V extends SpecificRecord> void pipe(
            TopologyTestDriver driver, Topic<V> topic, String key, V record, Instant at) {
        input(driver, topic).pipeInput(key, kafka.serde(topic).bytes(record), at);
    }

    private static TestRecord<String, byte[]> again(TestRecord<String, byte[]> record) {
        return new TestRecord<>(record.key(), record.value(), record.getRecordTime());
    }

    private TestInputTopic<String, byte[]> input(TopologyTestDriver driver, Topic<?> topic) {
        return inputs.computeIfAbsent(
                System.identityHashCode(driver) + topic.name(),
                unused ->
                        driver.createInputTopic(kafka.name(topic), new StringSerializer(), new ByteArraySerializer()));
    }

    private TestOutputTopic<String, byte[]> output(TopologyTestDriver driver, Topic<?> topic) {
        return driver.createOutputTopic(kafka.name(topic), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static TopologyTestDriver driver(Topology topology, String name) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "driver-" + name);
        config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        return new TopologyTestDriver(topology, config);
    }
}
