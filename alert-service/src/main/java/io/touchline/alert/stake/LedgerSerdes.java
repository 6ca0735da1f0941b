package io.touchline.alert.stake;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** The ledger's records in its state stores: fixed layouts of numbers. */
final class LedgerSerdes {

    private LedgerSerdes() {}

    static Serde<Bankroll> bankroll() {
        return Serdes.serdeFrom(
                (topic, value) -> value == null
                        ? null
                        : ByteBuffer.allocate(32)
                                .putDouble(value.amount())
                                .putDouble(value.open())
                                .putInt(value.placed())
                                .putInt(value.settled())
                                .putLong(value.changedAt().toEpochMilli())
                                .array(),
                (topic, bytes) -> {
                    if (bytes == null) {
                        return null;
                    }
                    ByteBuffer in = ByteBuffer.wrap(bytes);
                    return new Bankroll(
                            in.getDouble(),
                            in.getDouble(),
                            in.getInt(),
                            in.getInt(),
                            Instant.ofEpochMilli(in.getLong()));
                });
    }

    static Serde<PlacedBet> bet() {
        return Serdes.serdeFrom(
                (topic, value) -> value == null
                        ? null
                        : ByteBuffer.allocate(52)
                                .putLong(value.openedAt().toEpochMilli())
                                .putDouble(value.probability())
                                .putDouble(value.edge())
                                .putDouble(value.stake())
                                .putDouble(value.money())
                                .putInt(value.gradedSequence())
                                .putDouble(value.profit())
                                .array(),
                (topic, bytes) -> {
                    if (bytes == null) {
                        return null;
                    }
                    ByteBuffer in = ByteBuffer.wrap(bytes);
                    return new PlacedBet(
                            Instant.ofEpochMilli(in.getLong()),
                            in.getDouble(),
                            in.getDouble(),
                            in.getDouble(),
                            in.getDouble(),
                            in.getInt(),
                            in.getDouble());
                });
    }
}
