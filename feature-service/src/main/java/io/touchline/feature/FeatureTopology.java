package io.touchline.feature;

import io.touchline.feature.state.Associations;
import io.touchline.feature.vector.FormProcessor;
import io.touchline.feature.vector.VectorProcessor;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.schema.Fixture;
import io.touchline.schema.MatchResult;
import io.touchline.schema.Topic;
import io.touchline.schema.Topics;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The two pictures: team state by association, exactly-once; vectors by fixture, the hot path. */
public final class FeatureTopology {

    /** Application that keeps results and ratings and writes {@link Topics#FIXTURE_FORM}. */
    public static final String FORM = "feature-form";

    /** Application that writes {@link Topics#FEATURE_VECTORS}. */
    public static final String VECTOR = "feature-vector";

    private FeatureTopology() {}

    /** Fixtures, results and news of squads, by association, into team parts, by fixture. */
    public static Topology form(KafkaSettings kafka, Supplier<FormProcessor> tellForm) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(store(FormProcessor.RESULTS, Serdes.ByteArray()));
        builder.addStateStore(store(FormProcessor.FIXTURES, Serdes.ByteArray()));
        builder.addStateStore(store(FormProcessor.SQUADS, Serdes.ByteArray()));
        KStream<String, SpecificRecord> fixtures = read(builder, kafka, Topics.FIXTURES, "read-fixtures")
                .filter((id, fixture) -> fixture != null, Named.as("drop-fixture-tombstones"))
                .selectKey((id, fixture) -> association(fixture), Named.as("key-fixtures-by-association"))
                .repartition(by(kafka, Topics.FIXTURES, "fixtures-by-association"))
                .mapValues(fixture -> fixture, Named.as("fixture-as-event"));
        KStream<String, SpecificRecord> results = read(builder, kafka, Topics.MATCH_RESULTS, "read-results")
                .filter((id, result) -> result != null, Named.as("drop-result-tombstones"))
                .selectKey((id, result) -> association(result), Named.as("key-results-by-association"))
                .repartition(by(kafka, Topics.MATCH_RESULTS, "results-by-association"))
                .mapValues(result -> result, Named.as("result-as-event"));
        KStream<String, SpecificRecord> squads = read(builder, kafka, Topics.SQUAD_NEWS, "read-squads")
                .filter((team, news) -> news != null && news.getAssociation() != null, Named.as("drop-nobodys-news"))
                .selectKey((team, news) -> news.getAssociation(), Named.as("key-squads-by-association"))
                .repartition(by(kafka, Topics.SQUAD_NEWS, "squads-by-association"))
                .mapValues(news -> news, Named.as("news-as-event"));
        fixtures.merge(results, Named.as("merge-events-of-association"))
                .merge(squads, Named.as("merge-squads"))
                .process(
                        tellForm::get,
                        Named.as("tell-form"),
                        FormProcessor.RESULTS,
                        FormProcessor.FIXTURES,
                        FormProcessor.SQUADS)
                .to(
                        kafka.name(Topics.FIXTURE_FORM),
                        Produced.with(Serdes.String(), kafka.serde(Topics.FIXTURE_FORM))
                                .withName("write-fixture-form"));
        return builder.build();
    }

    /** Fixtures, their team parts, market snapshots and what happens in the match into vectors. */
    public static Topology vector(KafkaSettings kafka, Supplier<VectorProcessor> makeVector) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(store(VectorProcessor.KICKOFFS, Serdes.ByteArray()));
        builder.addStateStore(store(VectorProcessor.FORMS, kafka.serde(Topics.FIXTURE_FORM)));
        // changes with each snapshot: with a cache it goes to the changelog once a commit
        builder.addStateStore(store(VectorProcessor.PRICES, Serdes.ByteArray()).withCachingEnabled());
        builder.addStateStore(
                store(VectorProcessor.LAST, kafka.serde(Topics.FEATURE_VECTORS)).withCachingEnabled());
        builder.addStateStore(store(VectorProcessor.WAITING, kafka.serde(Topics.MARKET_SNAPSHOTS)));
        builder.addStateStore(store(VectorProcessor.LIVE, Serdes.ByteArray()));
        events(builder, kafka, Topics.FIXTURES, "fixtures")
                .merge(events(builder, kafka, Topics.FIXTURE_FORM, "form"), Named.as("merge-form"))
                .merge(events(builder, kafka, Topics.MARKET_SNAPSHOTS, "snapshots"), Named.as("merge-snapshots"))
                .merge(events(builder, kafka, Topics.LIVE_SCORES, "scores"), Named.as("merge-scores"))
                .merge(events(builder, kafka, Topics.LIVE_XG, "shots"), Named.as("merge-shots"))
                .process(
                        makeVector::get,
                        Named.as("make-vector"),
                        VectorProcessor.KICKOFFS,
                        VectorProcessor.FORMS,
                        VectorProcessor.PRICES,
                        VectorProcessor.LAST,
                        VectorProcessor.WAITING,
                        VectorProcessor.LIVE)
                .to(
                        kafka.name(Topics.FEATURE_VECTORS),
                        Produced.with(Serdes.String(), kafka.serde(Topics.FEATURE_VECTORS))
                                .withName("write-feature-vectors"));
        return builder.build();
    }

    /** Key of a fixture on its way to the team state. */
    public static String association(Fixture fixture) {
        return Associations.of(fixture.getFixtureId(), fixture.getCompetition());
    }

    /** Key of a result on its way to the team state. */
    public static String association(MatchResult result) {
        return Associations.of(result.getFixtureId(), result.getCompetition());
    }

    private static <V extends SpecificRecord> KStream<String, V> read(
            StreamsBuilder builder, KafkaSettings kafka, Topic<V> topic, String name) {
        return builder.stream(
                kafka.name(topic),
                Consumed.with(Serdes.String(), kafka.serde(topic)).withName(name));
    }

    /** A topic's records as events of one stream; tombstones are left out: what is over is forgotten by its kickoff. */
    private static <V extends SpecificRecord> KStream<String, SpecificRecord> events(
            StreamsBuilder builder, KafkaSettings kafka, Topic<V> topic, String noun) {
        return read(builder, kafka, topic, "read-" + noun)
                .filter((id, value) -> value != null, Named.as("drop-" + noun + "-tombstones"))
                .mapValues(value -> value, Named.as(noun + "-as-event"));
    }

    private static <V extends SpecificRecord> Repartitioned<String, V> by(
            KafkaSettings kafka, Topic<V> topic, String name) {
        return Repartitioned.with(Serdes.String(), kafka.serde(topic))
                .withName(name)
                .withNumberOfPartitions(kafka.partitions());
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), values);
    }
}
