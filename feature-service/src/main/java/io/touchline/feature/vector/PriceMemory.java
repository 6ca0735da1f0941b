package io.touchline.feature.vector;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Past fair prices of one fixture as last values of slots of time, so that a repeated snapshot changes nothing: one sample for each 10 minutes of the last 70 minutes, each hour of the
 * last 7, each 4 hours of the last 28, and the newest that is older. At most 24 samples of 24 bytes, so under 620 bytes a fixture.
 *
 * @param firstAt asOf of the first snapshot, milliseconds since 1970
 * @param openedAt asOf of the snapshot that the first vector was made from; {@link #NONE} before
 * @param samples in the order of time
 */
record PriceMemory(long firstAt, long openedAt, List<Sample> samples) {

    static final long NONE = Long.MAX_VALUE;

    private static final long[] AGES = {
        TimeUnit.MINUTES.toMillis(70), TimeUnit.HOURS.toMillis(7), TimeUnit.HOURS.toMillis(28)
    };
    private static final long[] SLOTS = {
        TimeUnit.MINUTES.toMillis(10), TimeUnit.HOURS.toMillis(1), TimeUnit.HOURS.toMillis(4)
    };

    /** Fair probabilities at a moment; NaN where a market was not quoted. */
    record Sample(long at, float home, float draw, float away, float over25) {}

    PriceMemory {
        samples = List.copyOf(samples);
    }

    /** Of a fixture's first snapshot. */
    static PriceMemory first(Sample sample) {
        return new PriceMemory(sample.at(), NONE, List.of(sample));
    }

    /** With one more sample, the slots thinned as of the newest. */
    PriceMemory with(Sample sample) {
        List<Sample> all = new ArrayList<>(samples.size() + 1);
        boolean placed = false;
        for (Sample known : samples) {
            if (!placed && known.at() >= sample.at()) {
                all.add(sample);
                placed = true;
            }
            if (known.at() != sample.at()) {
                all.add(known);
            }
        }
        if (!placed) {
            all.add(sample);
        }
        return new PriceMemory(Math.min(firstAt, sample.at()), openedAt, thinned(all));
    }

    /** With the moment of the snapshot that the first vector was made from. */
    PriceMemory opened(long at) {
        return new PriceMemory(firstAt, Math.min(openedAt, at), samples);
    }

    /** The newest sample at or before a moment. */
    Optional<Sample> at(long moment) {
        @Nullable Sample found = null;
        for (Sample sample : samples) {
            if (sample.at() <= moment) {
                found = sample;
            }
        }
        return Optional.ofNullable(found);
    }

    private static List<Sample> thinned(List<Sample> all) {
        long now = all.getLast().at();
        List<Sample> kept = new ArrayList<>(all.size());
        long lastSlot = Long.MIN_VALUE;
        for (Sample sample : all.reversed()) {
            long slot = slot(now, sample.at());
            if (slot != lastSlot) {
                kept.add(sample);
                lastSlot = slot;
            }
        }
        return kept.reversed();
    }

    /** Number of the slot of a sample, counted so that no two slots of any age share one; all that is older than every age shares 0. */
    private static long slot(long now, long at) {
        for (int i = 0; i < AGES.length; i++) {
            if (now - at <= AGES[i]) {
                return Math.floorDiv(at, SLOTS[i]) * AGES.length + i + 1;
            }
        }
        return 0;
    }

    byte[] write() {
        ByteBuffer out = ByteBuffer.allocate(18 + samples.size() * 24);
        out.putLong(firstAt).putLong(openedAt).putShort((short) samples.size());
        for (Sample sample : samples) {
            out.putLong(sample.at());
            out.putFloat(sample.home()).putFloat(sample.draw()).putFloat(sample.away());
            out.putFloat(sample.over25());
        }
        return out.array();
    }

    static PriceMemory read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        long firstAt = in.getLong();
        long openedAt = in.getLong();
        int count = in.getShort();
        List<Sample> samples = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            samples.add(new Sample(in.getLong(), in.getFloat(), in.getFloat(), in.getFloat(), in.getFloat()));
        }
        return new PriceMemory(firstAt, openedAt, samples);
    }
}
