package io.touchline.odds.book;

import io.touchline.domain.market.MarketType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;

/**
 * A price book as bytes, small because every change of it goes to the store's changelog: names once a book, times as distance to a newest one of some minutes ago at most, odds as thousandths where they are.
 *
 * <p>A three-way quote takes 10 bytes at that time and up to 14 at another; a fixture with football-data's closing prices (8 bookmakers, 3 markets) 445 with names and openings. The bound of 1500
 * quotes and 200 openings a fixture is 27 kB. Measured in {@code PriceBookCodecTest#bytesPerFixture}.
 *
 * <p>Layout, version 2: version byte · kickoff (8 bytes, at a fixed place, so that it can be read alone) · in-play byte · competition · header time · asOf · base of times · closing times by market · openings ·
 * names · quotes. Numbers are LEB128, signed ones zigzag.
 */
public final class PriceBookCodec {

    private static final byte VERSION = 2;
    /** Told the times of quotes from the newest. */
    private static final byte FIRST_VERSION = 1;

    private static final int SUSPENDED = 1;
    private static final int CLOSING = 2;
    private static final double THOUSANDTHS = 1000;
    /** Odds up to here are looked at as thousandths: 1 + odds × 1000 stays a short number. */
    private static final double LARGEST_SHORT_ODDS = 2000;

    private PriceBookCodec() {}

    /** The kickoff in some bytes, without reading the rest. */
    public static long kickoffAt(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getLong(1);
    }

    public static byte[] encode(PriceBook book) {
        Out out = new Out(128 + 24 * book.size() + 40 * book.openings.size());
        out.raw(VERSION);
        out.fixed(book.kickoffAt);
        out.raw((byte) (book.inPlay ? 1 : 0));
        out.text(book.competition);
        out.signed(book.headerAt);
        out.signed(book.asOf);
        long base = book.base();
        out.signed(book.asOf - base);
        out.unsigned(book.closingAt.size());
        book.closingAt.forEach((market, at) -> {
            out.unsigned(market.ordinal());
            out.signed(at);
        });
        out.unsigned(book.openings.size());
        book.openings.forEach((line, fair) -> {
            out.marketLine(line);
            for (double each : fair) {
                out.fixed(Double.doubleToRawLongBits(each));
            }
        });
        out.unsigned(book.names.all().size());
        book.names.all().forEach(out::text);
        out.unsigned(book.quotes.size());
        book.quotes.forEach((line, market) -> {
            byte[] known = market.packed;
            if (known == null) {
                known = packed(line, market, base);
                market.packed = known;
            }
            out.raw(known);
        });
        return out.bytes();
    }

    private static byte[] packed(MarketLine line, MarketQuotes market, long base) {
        Out out = new Out(16 + 16 * market.byBookmaker.size());
        out.marketLine(line);
        out.unsigned(market.byBookmaker.size());
        for (HeldQuote quote : market.byBookmaker.values()) {
            byte[] known = quote.packed(base);
            if (known == null) {
                known = packed(quote, base);
                quote.packed(base, known);
            }
            out.raw(known);
        }
        return out.bytes();
    }

    private static byte[] packed(HeldQuote quote, long base) {
        Out out = new Out(40);
        out.unsigned(quote.bookmakerPlace());
        out.unsigned(quote.sourcePlace());
        out.raw((byte) ((quote.suspended() ? SUSPENDED : 0) | (quote.closing() ? CLOSING : 0)));
        out.signed(base - quote.observedAt());
        for (double each : quote.odds()) {
            out.odds(each);
        }
        return out.bytes();
    }

    /** Throws {@link SerializationException} where the bytes are no price book of this version. */
    public static PriceBook decode(byte[] bytes) {
        if (bytes.length == 0 || (bytes[0] != VERSION && bytes[0] != FIRST_VERSION)) {
            throw new SerializationException("no price book of version " + VERSION + ": "
                    + (bytes.length == 0 ? "empty" : "first byte " + bytes[0]));
        }
        try {
            return read(ByteBuffer.wrap(bytes, 1, bytes.length - 1), bytes[0] == FIRST_VERSION);
        } catch (RuntimeException e) {
            throw new SerializationException("a price book of " + bytes.length + " bytes cannot be read", e);
        }
    }

    private static PriceBook read(ByteBuffer in, boolean first) {
        PriceBook book = new PriceBook();
        book.kickoffAt = in.getLong();
        book.inPlay = in.get() != 0;
        book.competition = text(in);
        book.headerAt = signed(in);
        book.asOf = signed(in);
        long base = first ? book.asOf : book.asOf - signed(in);
        for (long left = unsigned(in); left > 0; left--) {
            book.closingAt.put(market(in), signed(in));
        }
        for (long left = unsigned(in); left > 0; left--) {
            MarketLine line = marketLine(in);
            double[] fair = new double[line.market().selections().size()];
            for (int i = 0; i < fair.length; i++) {
                fair[i] = in.getDouble();
            }
            book.openings.put(line, fair);
        }
        String[] names = new String[(int) unsigned(in)];
        for (int i = 0; i < names.length; i++) {
            names[i] = text(in);
            book.names.place(names[i]);
        }
        for (long lines = unsigned(in); lines > 0; lines--) {
            MarketLine line = marketLine(in);
            for (long left = unsigned(in); left > 0; left--) {
                book.add(
                        quote(in, names, base, first, line.market().selections().size()), line);
            }
        }
        return book;
    }

    private static HeldQuote quote(ByteBuffer in, String[] names, long base, boolean first, int selections) {
        String bookmaker = names[(int) unsigned(in)];
        String source = names[(int) unsigned(in)];
        int flags = in.get();
        long observedAt = base - (first ? unsigned(in) : signed(in));
        double[] odds = new double[selections];
        for (int i = 0; i < selections; i++) {
            odds[i] = odds(in);
        }
        return new HeldQuote(bookmaker, source, (flags & SUSPENDED) != 0, (flags & CLOSING) != 0, observedAt, odds);
    }

    /** 0 = none, 1 = eight bytes follow, else thousandths + 2. */
    private static double odds(ByteBuffer in) {
        long code = unsigned(in);
        return code == 0 ? Double.NaN : code == 1 ? in.getDouble() : (code - 2) / THOUSANDTHS;
    }

    private static MarketType market(ByteBuffer in) {
        return MarketType.values()[(int) unsigned(in)];
    }

    private static MarketLine marketLine(ByteBuffer in) {
        MarketType market = market(in);
        return market.hasLine() ? new MarketLine(market, in.getDouble()) : MarketLine.of(market);
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[(int) unsigned(in)];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static long unsigned(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static long signed(ByteBuffer in) {
        long value = unsigned(in);
        return (value >>> 1) ^ -(value & 1);
    }

    /** Bytes that grow. */
    private static final class Out {
        private byte[] bytes;
        private int at;

        Out(int expected) {
            bytes = new byte[expected];
        }

        void raw(byte value) {
            ensure(1);
            bytes[at++] = value;
        }

        void raw(byte[] several) {
            ensure(several.length);
            System.arraycopy(several, 0, bytes, at, several.length);
            at += several.length;
        }

        void fixed(long value) {
            ensure(Long.BYTES);
            ByteBuffer.wrap(bytes).putLong(at, value);
            at += Long.BYTES;
        }

        void unsigned(long value) {
            ensure(10);
            long left = value;
            while ((left & ~0x7FL) != 0) {
                bytes[at++] = (byte) (left & 0x7F | 0x80);
                left >>>= 7;
            }
            bytes[at++] = (byte) left;
        }

        void signed(long value) {
            unsigned(value << 1 ^ value >> 63);
        }

        void text(String value) {
            byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
            unsigned(encoded.length);
            ensure(encoded.length);
            System.arraycopy(encoded, 0, bytes, at, encoded.length);
            at += encoded.length;
        }

        void marketLine(MarketLine line) {
            unsigned(line.market().ordinal());
            if (line.market().hasLine()) {
                fixed(Double.doubleToRawLongBits(line.line()));
            }
        }

        void odds(double value) {
            if (Double.isNaN(value)) {
                unsigned(0);
                return;
            }
            long thousandths = value < LARGEST_SHORT_ODDS ? Math.round(value * THOUSANDTHS) : 0;
            if (thousandths / THOUSANDTHS == value) {
                unsigned(thousandths + 2);
            } else {
                unsigned(1);
                fixed(Double.doubleToRawLongBits(value));
            }
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, at);
        }

        private void ensure(int more) {
            if (at + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, at + more));
            }
        }
    }
}
