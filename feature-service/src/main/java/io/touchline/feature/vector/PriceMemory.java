package io.touchline.feature.vector;

import io.touchline.feature.catalogue.MarketView;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Past fair prices of one fixture as last values of slots of time, so that a repeated snapshot changes nothing: one sample for each 10 minutes of the last 70 minutes, each hour of the
 * last 7, each 4 hours of the last 28, and the newest that is older. At most 24 samples of 24 bytes, with the values of the market group under 900 bytes a fixture.
 *
 * @param firstAt asOf of the first snapshot, milliseconds since 1970
 * @param openedAt asOf of the snapshot that the first vector was made from; {@link #NONE} before
 * @param changedAt since when the match result's prices are what they are, milliseconds since 1970
 * @param market the market's values of the last vector before kickoff; empty before the first
 * @param samples in the order of time
 */
record PriceMemory(long firstAt, long openedAt, long changedAt, float[] market, List<Sample> samples) {

    private static final float[] NO_VALUES = {};

    static final long NONE = Long.MAX_VALUE;

    private static final long[] AGES = {
        TimeUnit.MINUTES.toMillis(70), TimeUnit.HOURS.toMillis(7), TimeUnit.HOURS.toMillis(28)
    };
    private static final long[] SLOTS = {
        TimeUnit.MINUTES.toMillis(10), TimeUnit.HOURS.toMillis(1), TimeUnit.HOURS.toMillis(4)
    };

    /** Fair probabilities at a moment; NaN where a market was not quoted. */
    record Sample(long at, float home, float draw, float away, float over25) {

        /** Whether another one says the same of the match result. */
        private boolean sameResult(Sample other) {
            return Float.compare(home, other.home) == 0
                    && Float.compare(draw, other.draw) == 0
                    && Float.compare(away, other.away) == 0;
        }
    }

    PriceMemory {
        samples = List.copyOf(samples);
    }

    /** Of a fixture's first snapshot. */
    static PriceMemory first(Sample sample) {
        return new PriceMemory(sample.at(), NONE, sample.at(), NO_VALUES, List.of(sample));
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
        Sample newest = samples.getLast();
        boolean moved = sample.at() > newest.at() && !sample.sameResult(newest);
        return new PriceMemory(
                Math.min(firstAt, sample.at()), openedAt, moved ? sample.at() : changedAt, market, thinned(all));
    }

    /** With the moment of the snapshot that the first vector was made from. */
    PriceMemory opened(long at) {
        return new PriceMemory(firstAt, Math.min(openedAt, at), changedAt, market, samples);
    }

    /** With the market's values of a vector that went out. */
    PriceMemory sent(float[] values) {
        return new PriceMemory(firstAt, openedAt, changedAt, values, samples);
    }

    /** The newest sample at or before a moment. */
    Optional<Sample> at(long moment) {
        return Optional.ofNullable(find(moment));
    }

    /** As the formulas see it at the moment of a snapshot. */
    MarketView.Memory asOf(long moment) {
        return new MarketView.Memory() {
            @Override
            public MarketView.Past before(long millis) {
                Sample found = find(moment - millis);
                return found == null
                        ? MarketView.Past.UNKNOWN
                        : new MarketView.Past(found.home(), found.draw(), found.away(), found.over25());
            }

            @Override
            public double volatility(long millis) {
                return deviation(moment - millis, moment);
            }

            @Override
            public long changedAt() {
                return changedAt <= moment ? changedAt : changedBefore(moment);
            }
        };
    }

    /** For a snapshot that is answered after newer ones came: the first of the samples before it that say what it says. */
    private long changedBefore(long moment) {
        @Nullable Sample first = null;
        for (Sample sample : samples) {
            if (sample.at() <= moment && (first == null || !sample.sameResult(first))) {
                first = sample;
            }
        }
        return first == null ? moment : first.at();
    }

    /** Standard deviation of the home side's fair probability over the samples between two moments; NaN with fewer than three. */
    private double deviation(long from, long to) {
        double sum = 0;
        double squares = 0;
        int known = 0;
        for (Sample sample : samples) {
            if (sample.at() >= from && sample.at() <= to && !Float.isNaN(sample.home())) {
                sum += sample.home();
                squares += (double) sample.home() * sample.home();
                known++;
            }
        }
        double mean = sum / known;
        return known < 3 ? Double.NaN : Math.sqrt(Math.max(0, squares / known - mean * mean));
    }

    private @Nullable Sample find(long moment) {
        @Nullable Sample found = null;
        for (Sample sample : samples) {
            if (sample.at() <= moment) {
                found = sample;
            }
        }
        return found;
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
        ByteBuffer out = ByteBuffer.allocate(28 + samples.size() * 24 + market.length * Float.BYTES);
        out.putLong(firstAt).putLong(openedAt).putShort((short) samples.size());
        for (Sample sample : samples) {
            out.putLong(sample.at());
            out.putFloat(sample.home()).putFloat(sample.draw()).putFloat(sample.away());
            out.putFloat(sample.over25());
        }
        out.putLong(changedAt).putShort((short) market.length);
        for (float value : market) {
            out.putFloat(value);
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
        // bytes of before this was remembered end here
        long changedAt =
                in.remaining() >= Long.BYTES ? in.getLong() : samples.getLast().at();
        float[] market = new float[in.remaining() >= Short.BYTES ? in.getShort() : 0];
        for (int i = 0; i < market.length; i++) {
            market[i] = in.getFloat();
        }
        return new PriceMemory(firstAt, openedAt, changedAt, market, samples);
    }
}
