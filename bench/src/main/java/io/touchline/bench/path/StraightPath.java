package io.touchline.bench.path;

import io.touchline.feature.FeaturePath;
import io.touchline.feature.FeatureTopology;
import io.touchline.odds.OddsPath;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Namespace;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.Fixture;
import io.touchline.schema.FixtureForm;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.MatchResult;
import io.touchline.schema.MatchState;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Rejection;
import io.touchline.schema.Shot;
import io.touchline.schema.SquadNews;
import io.touchline.schema.Topics;
import io.touchline.schema.serde.MemorySchemaRegistry;
import io.touchline.schema.serde.TopicSerde;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * The processors of odds-service and feature-service as they run in service, from {@code fixtures}, {@code match_results} and {@code live_odds} to {@code feature_vectors}, one behind the other: what
 * one forwards is what the next is given, and one record goes the whole way before the next begins. No broker, no bytes between. For one thread.
 */
public final class StraightPath implements HistoryTopics, AutoCloseable {

    /** Time of writing of everything, so that two runs give equal bytes. */
    public static final Instant WRITTEN = Instant.parse("2026-01-01T00:00:00Z");

    /** One registry for all that stays in this process, so that equal records are equal bytes. */
    private static final KafkaSettings SETTINGS =
            new KafkaSettings("nowhere:9092", new MemorySchemaRegistry(), Namespace.LIVE).withPartitions(1);

    private static final TopicSerde<FeatureVector> VECTORS = SETTINGS.serde(Topics.FEATURE_VECTORS);

    private final StraightTask<OddsUpdate, MarketSnapshot> odds;
    private final StraightTask<SpecificRecord, FixtureForm> form;
    private final StraightTask<SpecificRecord, FeatureVector> vector;

    /**
     * @param properties of the two services, by full name; defaults where missing
     * @param rejected told of every record that was rejected on the way
     * @param vectors told of every vector in the order in which they are made
     */
    public StraightPath(Map<String, String> properties, Consumer<Rejection> rejected, Consumer<FeatureVector> vectors) {
        InstantSource clock = InstantSource.fixed(WRITTEN);
        Rejections rejections = new Rejections(clock, rejected);
        FeaturePath feature = new FeaturePath(SETTINGS, clock, properties);
        this.vector = new StraightTask<>(feature.vectorProcessor(), made -> vectors.accept(made.value()));
        this.form = new StraightTask<>(feature.formProcessor(rejections), made -> {
            // as the topology drops what says that a fixture is over
            if (made.value() != null) {
                vector.process(made.key(), made.value(), made.timestamp());
            }
        });
        this.odds = new StraightTask<>(
                OddsPath.processor(clock, rejections, properties),
                made -> vector.process(made.key(), made.value(), made.timestamp()));
    }

    @Override
    public void fixture(Fixture fixture, Instant at) {
        vector.process(fixture.getFixtureId(), fixture, at.toEpochMilli());
        form.process(FeatureTopology.association(fixture), fixture, at.toEpochMilli());
    }

    @Override
    public void result(MatchResult result, Instant at) {
        form.process(FeatureTopology.association(result), result, at.toEpochMilli());
    }

    @Override
    public void odds(OddsUpdate update, Instant at) {
        odds.process(update.getFixtureId(), update, at.toEpochMilli());
    }

    /** A running match was told. */
    public void state(MatchState state, Instant at) {
        vector.process(state.getFixtureId(), state, at.toEpochMilli());
    }

    /** A shot was told. */
    public void shot(Shot shot, Instant at) {
        vector.process(shot.getFixtureId(), shot, at.toEpochMilli());
    }

    /** News of a squad were told; those without association are nobody's, as in the topology. */
    public void squad(SquadNews news, Instant at) {
        if (news.getAssociation() != null) {
            form.process(news.getAssociation(), news, at.toEpochMilli());
        }
    }

    /** Everything that was told is through, also what waits for a schedule of its own. */
    public void settle() {
        form.punctuate();
    }

    /** A vector's bytes, equal for equal vectors of this process. */
    public static byte[] bytes(FeatureVector vector) {
        return VECTORS.bytes(vector);
    }

    /** The vector of some {@link #bytes}. */
    public static FeatureVector vector(byte[] bytes) {
        return VECTORS.value(bytes);
    }

    @Override
    public void close() {
        odds.close();
        form.close();
        vector.close();
    }
}
