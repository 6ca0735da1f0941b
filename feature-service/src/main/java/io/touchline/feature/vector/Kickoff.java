package io.touchline.feature.vector;

import java.nio.ByteBuffer;

/**
 * What the hot path keeps of a fixture itself: 17 bytes.
 *
 * @param at scheduled start, milliseconds since 1970
 * @param observedAt when the record was observed that told it, milliseconds since 1970; {@link Long#MIN_VALUE} where only a snapshot told it
 * @param off true where the match will not be played as scheduled
 */
record Kickoff(long at, long observedAt, boolean off) {

    /** Whether a record of the fixture itself has come. */
    boolean isTold() {
        return observedAt != Long.MIN_VALUE;
    }

    byte[] write() {
        return ByteBuffer.allocate(17)
                .putLong(at)
                .putLong(observedAt)
                .put((byte) (off ? 1 : 0))
                .array();
    }

    static Kickoff read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new Kickoff(in.getLong(), in.getLong(), in.get() == 1);
    }
}
