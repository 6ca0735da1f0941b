package io.touchline.feature;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.feature.FeatureConfiguration.FeatureFormulas;
import io.touchline.feature.vector.CutoffRule;
import io.touchline.feature.vector.FormProcessor;
import io.touchline.feature.vector.VectorMeters;
import io.touchline.feature.vector.VectorProcessor;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Namespace;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Fixture;
import io.touchline.schema.FixtureForm;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.MatchResult;
import io.touchline.schema.MatchState;
import io.touchline.schema.Rejection;
import io.touchline.schema.Shot;
import io.touchline.schema.SquadNews;
import io.touchline.schema.Topic;
import io.touchline.schema.Topics;
import io.touchline.schema.serde.MemorySchemaRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** Both real topologies, one behind the other, in this process. */
final class Pipeline implements AutoCloseable {

    static final Instant WRITTEN = Instant.parse("2026-01-01T00:00:00Z");

    final List<FeatureVector> vectors = new ArrayList<>();
    final List<FixtureForm> forms = new ArrayList<>();
    final List<Rejection> rejected = new ArrayList<>();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final KafkaSettings kafka = new KafkaSettings("nowhere:9092", new MemorySchemaRegistry(), Namespace.LIVE);
    private final TopologyTestDriver form;
    private final TopologyTestDriver vector;
    private final TestOutputTopic<String, FixtureForm> formsOut;
    private final TestOutputTopic<String, FeatureVector> vectorsOut;
    private boolean held;

    Pipeline() {
        form = new TopologyTestDriver(form(kafka, rejected), new Properties());
        vector = new TopologyTestDriver(vector(kafka, meters), new Properties());
        formsOut = out(form, Topics.FIXTURE_FORM);
        vectorsOut = out(vector, Topics.FEATURE_VECTORS);
    }

    static Topology form(KafkaSettings kafka, List<Rejection> rejected) {
        FeatureFormulas formulas = formulas();
        InstantSource clock = InstantSource.fixed(WRITTEN);
        return FeatureTopology.form(
                kafka,
                () -> new FormProcessor(
                        formulas.catalogue(),
                        formulas.team(),
                        formulas.elo(),
                        formulas.pi(),
                        clock,
                        new Rejections(clock, rejected::add)));
    }

    static Topology vector(KafkaSettings kafka, SimpleMeterRegistry meters) {
        FeatureFormulas formulas = formulas();
        return FeatureTopology.vector(
                kafka,
                () -> new VectorProcessor(
                        formulas.catalogue(),
                        formulas.market(),
                        formulas.inPlay(),
                        new CutoffRule(Duration.ofMinutes(10)),
                        InstantSource.fixed(WRITTEN),
                        new VectorMeters(meters)));
    }

    static FeatureFormulas formulas() {
        return FeatureFormulas.of(
                FeatureCatalogue.shipped(),
                new FeatureProperties(
                        new FeatureProperties.Cutoff(Duration.ofMinutes(10)),
                        new FeatureProperties.Elo(20, 65, true),
                        new FeatureProperties.Pi(0.035, 0.7),
                        new FeatureProperties.Store(false, Duration.ofHours(1)),
                        new FeatureProperties.Query("127.0.0.1", 0)));
    }

    /** Team parts stay on their way from now on, until {@link #release}. */
    void hold() {
        held = true;
    }

    /** Team parts arrive again, those that were on their way first. */
    void release() {
        held = false;
        pass();
    }

    /** Publishes in the order given, each record at its own time. */
    Pipeline publish(Collection<MadeLeague.Event> events) {
        events.forEach(event -> publish(event.value(), event.at()));
        return this;
    }

    /** Publishes one record. */
    void publish(SpecificRecord record, Instant at) {
        switch (record) {
            case Fixture fixture -> {
                send(form, Topics.FIXTURES, fixture.getFixtureId(), fixture, at);
                send(vector, Topics.FIXTURES, fixture.getFixtureId(), fixture, at);
            }
            case MatchResult result -> send(form, Topics.MATCH_RESULTS, result.getFixtureId(), result, at);
            case MarketSnapshot snapshot ->
                send(vector, Topics.MARKET_SNAPSHOTS, snapshot.getFixtureId(), snapshot, at);
            case MatchState state -> send(vector, Topics.LIVE_SCORES, state.getFixtureId(), state, at);
            case Shot shot -> send(vector, Topics.LIVE_XG, shot.getFixtureId(), shot, at);
            case SquadNews news -> send(form, Topics.SQUAD_NEWS, news.getTeam(), news, at);
            default -> throw new IllegalArgumentException("not an input: " + record);
        }
        pass();
    }

    /** Lets parts that wait for late history be made. */
    void catchUp() {
        form.advanceWallClockTime(Duration.ofSeconds(1));
        pass();
    }

    /** The vectors of a fixture. */
    List<FeatureVector> vectors(String fixtureId) {
        return vectors.stream()
                .filter(one -> one.getFixtureId().equals(fixtureId))
                .toList();
    }

    /** The newest team part of a fixture. */
    FixtureForm form(String fixtureId) {
        return forms.stream()
                .filter(one -> one.getFixtureId().equals(fixtureId))
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    double count(String result) {
        return meters.counter("feature.snapshots", "result", result).count();
    }

    /** A vector's bytes as they travel. */
    byte[] bytes(FeatureVector of) {
        return kafka.serde(Topics.FEATURE_VECTORS).bytes(of);
    }

    @Override
    public void close() {
        form.close();
        vector.close();
    }

    private void pass() {
        while (!held && !formsOut.isEmpty()) {
            TestRecord<String, FixtureForm> record = formsOut.readRecord();
            if (record.value() != null) {
                forms.add(record.value());
            }
            send(vector, Topics.FIXTURE_FORM, record.key(), record.value(), record.getRecordTime());
        }
        while (!vectorsOut.isEmpty()) {
            vectors.add(vectorsOut.readValue());
        }
    }

    private <V extends SpecificRecord> void send(
            TopologyTestDriver driver, Topic<V> topic, String key, V value, Instant at) {
        TestInputTopic<String, V> input = driver.createInputTopic(
                topic.name(), new StringSerializer(), kafka.serde(topic).serializer());
        input.pipeInput(key, value, at);
    }

    private <V extends SpecificRecord> TestOutputTopic<String, V> out(TopologyTestDriver driver, Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), kafka.serde(topic).deserializer());
    }
}
