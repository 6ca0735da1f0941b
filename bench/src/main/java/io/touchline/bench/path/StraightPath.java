package io.touchline.bench.path;

import io.touchline.feature.FeaturePath;
import io.touchline.odds.OddsPath;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Namespace;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Fixture;
import io.touchline.schema.MatchResult;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Rejection;
import io.touchline.schema.Topic;
import io.touchline.schema.Topics;
import io.touchline.schema.serde.MemorySchemaRegistry;
import io.touchline.schema.serde.SchemaRegistry;
import io.touchline.schema.serde.TopicSerde;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
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

/**
 * The topologies of odds-service and feature-service as they run in service, from {@code fixtures}, {@code match_results} and {@code live_odds} to {@code feature_vectors}. One record goes
 * the whole way before the next begins. For one thread.
 */
public final class StraightPath implements AutoCloseable {

    /** Time of writing of everything, so that two runs give equal bytes. */
    public static final Instant WRITTEN = Instant.parse("2026-01-01T00:00:00Z");

    /** One registry for all, so that equal records are equal bytes; one partition: one task holds everything, as the order is given anyway. */
    private static final KafkaSettings SETTINGS = settings(new MemorySchemaRegistry());

    private static final int TIDY_EVERY = 2_000;

    private final KafkaSettings kafka;
    private final TopologyTestDriver odds;
    private final TopologyTestDriver form;
    private final TopologyTestDriver vector;
    private final Consumer<Emitted> vectors;
    private final Map<String, TestInputTopic<String, byte[]>> inputs = new HashMap<>();
    private final TestOutputTopic<String, byte[]> snapshots;
    private final TestOutputTopic<String, byte[]> forms;
    private final TestOutputTopic<String, byte[]> out;
    private final TopicSerde<Fixture> fixtures;
    private final TopicSerde<MatchResult> results;
    private final TopicSerde<OddsUpdate> updates;
    private int untidy;

    /** A path of its own registry, for what stays in this process. */
    public StraightPath(Map<String, String> properties, Consumer<Rejection> rejected, Consumer<Emitted> vectors) {
        this(SETTINGS, properties, rejected, vectors);
    }

    /**
     * @param registry whose ids the records bear
     * @param properties of the two services, by full name; defaults where missing
     * @param rejected told of every record that was rejected on the way
     * @param vectors told of every vector in the order in which they are made
     */
    public StraightPath(
            SchemaRegistry registry,
            Map<String, String> properties,
            Consumer<Rejection> rejected,
            Consumer<Emitted> vectors) {
        this(settings(registry), properties, rejected, vectors);
    }

    private StraightPath(
            KafkaSettings kafka,
            Map<String, String> properties,
            Consumer<Rejection> rejected,
            Consumer<Emitted> vectors) {
        this.kafka = kafka;
        this.vectors = vectors;
        this.fixtures = kafka.serde(Topics.FIXTURES);
        this.results = kafka.serde(Topics.MATCH_RESULTS);
        this.updates = kafka.serde(Topics.LIVE_ODDS);
        InstantSource clock = InstantSource.fixed(WRITTEN);
        Rejections rejections = new Rejections(clock, rejected);
        FeaturePath feature = new FeaturePath(kafka, clock, properties);
        this.odds = driver(OddsPath.topology(kafka, clock, rejections, properties), "odds");
        this.form = driver(feature.form(rejections), "form");
        this.vector = driver(feature.vector(), "vector");
        this.snapshots = output(odds, Topics.MARKET_SNAPSHOTS);
        this.forms = output(form, Topics.FIXTURE_FORM);
        this.out = output(vector, Topics.FEATURE_VECTORS);
    }

    /** A fixture was told. */
    public void fixture(Fixture fixture, Instant at) {
        byte[] bytes = fixtures.bytes(fixture);
        input(vector, Topics.FIXTURES).pipeInput(fixture.getFixtureId(), bytes, at);
        input(form, Topics.FIXTURES).pipeInput(fixture.getFixtureId(), bytes, at);
        pass();
    }

    /** A result was told. */
    public void result(MatchResult result, Instant at) {
        input(form, Topics.MATCH_RESULTS).pipeInput(result.getFixtureId(), results.bytes(result), at);
        pass();
    }

    /** Prices were told. */
    public void odds(OddsUpdate update, Instant at) {
        input(odds, Topics.LIVE_ODDS).pipeInput(update.getFixtureId(), updates.bytes(update), at);
        pass();
    }

    /** Everything that was told is through, also what waits for a schedule of its own. */
    public void settle() {
        form.advanceWallClockTime(Duration.ofSeconds(1));
        pass();
    }

    /** A vector that some path of this process emitted. */
    public static FeatureVector vector(byte[] bytes) {
        FeatureVector vector =
                SETTINGS.serde(Topics.FEATURE_VECTORS).deserializer().deserialize(Topics.FEATURE_VECTORS.name(), bytes);
        if (vector == null) {
            throw new IllegalArgumentException("a vector without bytes");
        }
        return vector;
    }

    @Override
    public void close() {
        odds.close();
        form.close();
        vector.close();
    }

    private static KafkaSettings settings(SchemaRegistry registry) {
        return new KafkaSettings("nowhere:9092", registry, Namespace.LIVE).withPartitions(1);
    }

    private void pass() {
        while (!forms.isEmpty()) {
            pass(forms.readRecord(), Topics.FIXTURE_FORM);
        }
        while (!snapshots.isEmpty()) {
            pass(snapshots.readRecord(), Topics.MARKET_SNAPSHOTS);
        }
        while (!out.isEmpty()) {
            TestRecord<String, byte[]> record = out.readRecord();
            vectors.accept(new Emitted(record.key(), record.timestamp(), record.value()));
        }
        untidy++;
        if (untidy >= TIDY_EVERY) {
            untidy = 0;
            tidy(odds, Set.of(kafka.name(Topics.MARKET_SNAPSHOTS)));
            tidy(form, Set.of(kafka.name(Topics.FIXTURE_FORM)));
            tidy(vector, Set.of(kafka.name(Topics.FEATURE_VECTORS)));
        }
    }

    private void pass(TestRecord<String, byte[]> record, Topic<?> topic) {
        input(vector, topic).pipeInput(new TestRecord<>(record.key(), record.value(), record.getRecordTime()));
    }

    /** The driver keeps what goes to changelogs and between sub-topologies for whoever might read it. */
    private static void tidy(TopologyTestDriver driver, Set<String> wanted) {
        Set<String> others = new HashSet<>(driver.producedTopicNames());
        others.removeAll(wanted);
        for (String topic : others) {
            driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList();
        }
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
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "straight-" + name);
        config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        return new TopologyTestDriver(topology, config);
    }
}
