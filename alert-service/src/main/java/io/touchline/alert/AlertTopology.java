package io.touchline.alert;

import static io.touchline.schema.Topics.LIVE_ODDS;
import static io.touchline.schema.Topics.LIVE_SCORES;
import static io.touchline.schema.Topics.MARKET_SNAPSHOTS;
import static io.touchline.schema.Topics.MATCH_RESULTS;
import static io.touchline.schema.Topics.PREDICTIONS;
import static io.touchline.schema.Topics.VALUE_ALERTS;

import io.touchline.alert.FixtureProcessor.Desk;
import io.touchline.alert.FixtureProcessor.Step;
import io.touchline.alert.FixtureProcessor.Watch;
import io.touchline.alert.life.AlertLife;
import io.touchline.alert.life.BookSerde;
import io.touchline.alert.life.FixtureBook;
import io.touchline.alert.rule.FreshPriceRule;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.MatchResult;
import io.touchline.schema.MatchState;
import io.touchline.schema.OddsUpdate;
import io.touchline.schema.Prediction;
import io.touchline.schema.Topic;
import io.touchline.schema.ValueAlert;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.state.Stores;

/**
 * The hot path from prices and predictions to alerts, at-least-once: every record of a fixture meets the fixture's book.
 *
 * <p>A prediction's asOf is the time of the newest quote it has seen; it is taken a millisecond later here, so that of two records with one time the quote comes first.
 */
public final class AlertTopology {

    /** Application id without namespace. */
    public static final String APPLICATION = "alert";

    private static final TimestampExtractor AFTER_ITS_QUOTES = (record, partitionTime) -> record.timestamp() + 1;

    private final KafkaSettings kafka;
    private final AlertLife life;
    private final FreshPriceRule fresh;
    private final Rejections rejections;
    private final AlertMeters meters;
    private final Optional<Watch> watch;

    /**
     * By its parts.
     *
     * @param fresh tells when open alerts must be looked at again
     * @param watchInterval how often to look for stale prices and kickoffs on a quiet stream; zero in replays, where only records move time
     * @param clock what time it is on a quiet stream
     * @param down which sources are down now
     */
    AlertTopology(
            KafkaSettings kafka,
            AlertLife life,
            FreshPriceRule fresh,
            Rejections rejections,
            AlertMeters meters,
            Duration watchInterval,
            InstantSource clock,
            Supplier<Set<String>> down) {
        this.kafka = kafka;
        this.life = life;
        this.fresh = fresh;
        this.rejections = rejections;
        this.meters = meters;
        this.watch = watchInterval.isZero()
                ? Optional.empty()
                : Optional.of(new Watch(watchInterval, clock, down, (book, now, desk) -> life.passed(book, now)));
    }

    /** The picture. */
    Topology build() {
        StreamsBuilder builder = new StreamsBuilder();
        Serde<String> keys = Serdes.String();
        Serde<ValueAlert> alerts = kafka.serde(VALUE_ALERTS);
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(FixtureProcessor.BOOKS),
                        keys,
                        new BookSerde(kafka.serde(VALUE_ALERTS)))
                .withCachingEnabled()
                .withLoggingEnabled(Map.of()));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(FixtureProcessor.PREDICTIONS), keys, kafka.serde(PREDICTIONS))
                .withCachingEnabled());
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(FixtureProcessor.DEADLINES), keys, Serdes.Long())
                .withCachingEnabled());

        KStream<String, ValueAlert> quoted = step(read(builder, LIVE_ODDS), "keep-quotes", this::quote, watch);
        KStream<String, ValueAlert> predicted =
                step(readAfterQuotes(builder), "judge-prices", this::predict, Optional.empty());
        KStream<String, ValueAlert> agreed =
                step(read(builder, MARKET_SNAPSHOTS), "keep-consensus", this::agree, Optional.empty());
        KStream<String, ValueAlert> progressed =
                step(read(builder, LIVE_SCORES), "follow-match", this::progress, Optional.empty());
        KStream<String, ValueAlert> ended =
                step(read(builder, MATCH_RESULTS), "grade-alerts", this::end, Optional.empty());

        quoted.merge(predicted, Named.as("with-predicted"))
                .merge(agreed, Named.as("with-agreed"))
                .merge(progressed, Named.as("with-progressed"))
                .merge(ended, Named.as("with-ended"))
                .peek(meters::told, Named.as("count-events"))
                .to(kafka.name(VALUE_ALERTS), Produced.with(keys, alerts).withName("value-alerts"));
        return builder.build();
    }

    private List<ValueAlert> quote(FixtureBook book, OddsUpdate update, Desk desk) {
        return life.quoted(book, update, desk::prediction);
    }

    private List<ValueAlert> predict(FixtureBook book, Prediction prediction, Desk desk) {
        Prediction newest = desk.prediction();
        if (newest == null || !prediction.getAsOf().isBefore(newest.getAsOf())) {
            desk.keep(prediction);
        }
        return life.predicted(book, prediction);
    }

    private List<ValueAlert> agree(FixtureBook book, MarketSnapshot snapshot, Desk desk) {
        return life.consensus(book, snapshot);
    }

    private List<ValueAlert> progress(FixtureBook book, MatchState state, Desk desk) {
        return life.progressed(book, state);
    }

    private List<ValueAlert> end(FixtureBook book, MatchResult result, Desk desk) {
        if (result.getResultAt().isBefore(result.getKickoffAt())
                && result.getStatus().equals("FINISHED")) {
            rejections.reject(
                    MATCH_RESULTS.name(),
                    RejectReason.CLOCK_RAN_BACKWARDS,
                    "result of " + result.getFixtureId() + " known at " + result.getResultAt()
                            + ", before its kickoff at " + result.getKickoffAt(),
                    MATCH_RESULTS.name() + "/" + result.getFixtureId(),
                    null);
            return List.of();
        }
        return life.ended(book, result);
    }

    private <V extends SpecificRecord> KStream<String, V> read(StreamsBuilder builder, Topic<V> topic) {
        return builder.stream(
                kafka.name(topic),
                Consumed.with(Serdes.String(), kafka.serde(topic))
                        .withName(topic.name().replace('_', '-')));
    }

    private KStream<String, Prediction> readAfterQuotes(StreamsBuilder builder) {
        return builder.stream(
                kafka.name(PREDICTIONS),
                Consumed.with(Serdes.String(), kafka.serde(PREDICTIONS))
                        .withTimestampExtractor(AFTER_ITS_QUOTES)
                        .withName("predictions"));
    }

    private <V> KStream<String, ValueAlert> step(
            KStream<String, V> stream, String name, Step<V> step, Optional<Watch> watched) {
        return stream.process(
                () -> new FixtureProcessor<>(step, fresh, watched),
                Named.as(name),
                FixtureProcessor.BOOKS,
                FixtureProcessor.PREDICTIONS,
                FixtureProcessor.DEADLINES);
    }
}
