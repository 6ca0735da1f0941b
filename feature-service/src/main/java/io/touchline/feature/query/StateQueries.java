package io.touchline.feature.query;

import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Finds the instance that holds the state of a key and asks it: here, or over there. Where the one that writes it does not answer, one that keeps a copy does. */
final class StateQueries {

    /** Asks another instance the same question. */
    @FunctionalInterface
    interface Others {
        /** Its answer; empty where it gives none. */
        Optional<Answer> ask(HostInfo other);
    }

    private final HostInfo self;

    StateQueries(HostInfo self) {
        this.self = self;
    }

    /**
     * One question.
     *
     * @param key the state is partitioned by
     * @param read the answer's JSON out of the store; empty where it knows nothing
     * @param others empty where this one was asked by another instance already
     * @param <V> the store's values
     */
    <V> Answer ask(
            KafkaStreams streams,
            String store,
            String key,
            Function<ReadOnlyKeyValueStore<String, V>, Optional<String>> read,
            Optional<Others> others) {
        try {
            KeyQueryMetadata where =
                    streams.queryMetadataForKey(store, key, Serdes.String().serializer());
            if (where == null || where.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
                return Answer.unavailable(name(self));
            }
            boolean active = where.activeHost().equals(self);
            boolean copy = where.standbyHosts().contains(self);
            if (active || (others.isEmpty() && copy)) {
                return here(streams, store, where.partition(), read, copy);
            }
            Optional<Answer> there = others.flatMap(each -> each.ask(where.activeHost()));
            if (there.isPresent()) {
                return there.get();
            }
            if (copy) {
                return here(streams, store, where.partition(), read, true);
            }
            return where.standbyHosts().stream()
                    .map(host -> others.flatMap(each -> each.ask(host)))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseGet(() -> Answer.unavailable(name(self)));
        } catch (InvalidStateStoreException | IllegalStateException away) {
            return Answer.unavailable(name(self));
        }
    }

    private <V> Answer here(
            KafkaStreams streams,
            String store,
            int partition,
            Function<ReadOnlyKeyValueStore<String, V>, Optional<String>> read,
            boolean stale) {
        StoreQueryParameters<ReadOnlyKeyValueStore<String, V>> wanted = StoreQueryParameters.fromNameAndType(
                        store, QueryableStoreTypes.<String, V>keyValueStore())
                .withPartition(partition);
        return read.apply(streams.store(stale ? wanted.enableStaleStores() : wanted))
                .map(json -> Answer.found(json, name(self)))
                .orElseGet(() -> Answer.unknown(name(self)));
    }

    static String name(HostInfo host) {
        return host.host() + ':' + host.port();
    }
}
