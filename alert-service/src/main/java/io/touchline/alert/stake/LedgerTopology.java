package io.touchline.alert.stake;

import static io.touchline.schema.Topics.ALERT_OUTCOMES;
import static io.touchline.schema.Topics.VALUE_ALERTS;

import io.touchline.platform.topic.KafkaSettings;
import io.touchline.schema.ValueAlert;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** The ledger as a streams application of its own, exactly-once: one partition, because the bankroll is one. */
public final class LedgerTopology {

    /** Application id without namespace. */
    public static final String APPLICATION = "alert-ledger";

    private LedgerTopology() {}

    /**
     * Value alerts in, outcomes out.
     *
     * @param maximumExposure open at a time over all fixtures, fraction of bankroll
     * @param clock for {@code emittedAt} alone
     */
    public static Topology of(KafkaSettings kafka, double maximumExposure, InstantSource clock) {
        StreamsBuilder builder = new StreamsBuilder();
        Serde<String> keys = Serdes.String();
        builder.addStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(Ledger.BETS), keys, LedgerSerdes.bet()));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(Ledger.BANKROLL), keys, LedgerSerdes.bankroll()));
        builder.stream(
                        kafka.name(VALUE_ALERTS),
                        Consumed.with(keys, kafka.serde(VALUE_ALERTS)).withName("value-alerts"))
                .filter(LedgerTopology::concernsMoney, Named.as("drop-updates"))
                .repartition(Repartitioned.with(keys, kafka.serde(VALUE_ALERTS))
                        .withNumberOfPartitions(1)
                        .withName("alerts-by-ledger"))
                .process(
                        () -> new Ledger(maximumExposure, clock), Named.as("keep-ledger"), Ledger.BETS, Ledger.BANKROLL)
                .to(
                        kafka.name(ALERT_OUTCOMES),
                        Produced.with(keys, kafka.serde(ALERT_OUTCOMES)).withName("alert-outcomes"));
        return builder.build();
    }

    /** The bankroll as a running ledger has it; empty before the first bet, where it runs elsewhere, or while it starts. */
    public static Optional<Bankroll> bankroll(KafkaStreams ledger) {
        try {
            ReadOnlyKeyValueStore<String, Bankroll> store = ledger.store(
                    StoreQueryParameters.fromNameAndType(Ledger.BANKROLL, QueryableStoreTypes.keyValueStore()));
            return Optional.ofNullable(store.get(Ledger.ONLY_KEY));
        } catch (InvalidStateStoreException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static boolean concernsMoney(String fixtureId, ValueAlert alert) {
        return alert.getState().equals("OPENED") || alert.getState().equals("GRADED");
    }
}
