package io.touchline.odds;

import io.touchline.platform.topic.KafkaSettings;
import io.touchline.schema.Topics;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;

/** The picture: quotes in, one fair price a market out. Hot path: at least once, and all state is last values, so a repeat spoils nothing. */
final class OddsTopology {

    /** Id of the streams application. */
    static final String APPLICATION = "odds-price-book";

    static final String PRICE_BOOK_BY_FIXTURE = "price-book-by-fixture";

    private OddsTopology() {}

    static Topology of(KafkaSettings kafka, KeepLatestQuote.Parts parts) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(PRICE_BOOK_BY_FIXTURE), Serdes.String(), Serdes.ByteArray())
                .withCachingEnabled());
        builder.stream(
                        kafka.name(Topics.LIVE_ODDS),
                        Consumed.with(Serdes.String(), kafka.serde(Topics.LIVE_ODDS))
                                .withName("read-live-odds"))
                .process(() -> new KeepLatestQuote(parts), Named.as("keep-latest-quote"), PRICE_BOOK_BY_FIXTURE)
                .to(
                        kafka.name(Topics.MARKET_SNAPSHOTS),
                        Produced.with(Serdes.String(), kafka.serde(Topics.MARKET_SNAPSHOTS))
                                .withName("write-market-snapshots"));
        return builder.build();
    }
}
