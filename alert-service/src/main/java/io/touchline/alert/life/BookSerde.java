package io.touchline.alert.life;

import io.touchline.alert.grade.FinalResult;
import io.touchline.alert.life.HeldQuote.HeldPrice;
import io.touchline.domain.fixture.Score;
import io.touchline.schema.ValueAlert;
import io.touchline.schema.serde.TopicSerde;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a {@link FixtureBook} into a state store and reads it again, compactly: a book is written after every quote. The first byte is the version of the layout; alerts are in the wire format of
 * their topic, so their schema may grow.
 */
public final class BookSerde implements Serde<FixtureBook> {

    private static final byte LAYOUT = 2;
    /** Without the source of the match's state and without the last suspension. */
    private static final byte FIRST_LAYOUT = 1;

    private static final long NO_TIME = Long.MIN_VALUE;

    private final TopicSerde<ValueAlert> alerts;

    /** With the serde of the alerts in it. */
    public BookSerde(TopicSerde<ValueAlert> alerts) {
        this.alerts = alerts;
    }

    @Override
    public Serializer<FixtureBook> serializer() {
        return (topic, book) -> book == null ? null : bytes(book);
    }

    @Override
    public Deserializer<FixtureBook> deserializer() {
        return (topic, bytes) -> bytes == null ? null : book(bytes);
    }

    private byte[] bytes(FixtureBook book) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(LAYOUT);
            out.writeUTF(book.fixtureId);
            out.writeUTF(book.competition);
            write(out, book.kickoffAt);
            write(out, book.kickoffToldAt.equals(Instant.MIN) ? null : book.kickoffToldAt);
            write(out, book.newestAt);
            write(out, book.judgedAt);
            MatchProgress match = book.match;
            write(out, match.observedAt());
            out.writeUTF(match.status());
            out.writeInt(match.homeGoals());
            out.writeInt(match.awayGoals());
            out.writeInt(match.reds());
            write(out, match.lastEventAt());
            out.writeUTF(match.source());
            write(out, book.suspendedAt);
            write(out, book.result);
            out.writeInt(book.tracks.size());
            for (Map.Entry<PriceKey, PriceTrack> track : book.tracks.entrySet()) {
                write(out, track.getKey());
                List<HeldQuote> quotes = track.getValue().quotes();
                out.writeInt(quotes.size());
                for (HeldQuote quote : quotes) {
                    write(out, quote);
                }
            }
            out.writeInt(book.consensus.size());
            for (Map.Entry<PriceKey, List<Consensus>> market : book.consensus.entrySet()) {
                write(out, market.getKey());
                out.writeInt(market.getValue().size());
                for (Consensus each : market.getValue()) {
                    write(out, each);
                }
            }
            out.writeInt(book.closing.size());
            for (Map.Entry<PriceKey, Consensus> market : book.closing.entrySet()) {
                write(out, market.getKey());
                write(out, market.getValue());
            }
            out.writeInt(book.alerts.size());
            for (HeldAlert alert : book.alerts.values()) {
                write(out, alert.head());
                byte[] last = alert.bytes(alerts);
                out.writeInt(last.length);
                out.write(last);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private FixtureBook book(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int layout = in.readByte();
            if (layout != LAYOUT && layout != FIRST_LAYOUT) {
                throw new SerializationException("a fixture's book has layout " + layout + ", known is " + LAYOUT);
            }
            FixtureBook book = new FixtureBook(in.readUTF());
            book.competition = in.readUTF();
            book.kickoffAt = time(in);
            Instant told = optionalTime(in);
            book.kickoffToldAt = told == null ? Instant.MIN : told;
            book.newestAt = time(in);
            book.judgedAt = optionalTime(in);
            book.match = new MatchProgress(
                    optionalTime(in),
                    in.readUTF(),
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    optionalTime(in),
                    layout == FIRST_LAYOUT ? "" : in.readUTF());
            book.suspendedAt = layout == FIRST_LAYOUT ? null : optionalTime(in);
            book.result = result(in);
            for (int track = in.readInt(); track > 0; track--) {
                PriceTrack quotes = book.track(key(in));
                for (int quote = in.readInt(); quote > 0; quote--) {
                    quotes.restore(quote(in));
                }
            }
            for (int market = in.readInt(); market > 0; market--) {
                PriceKey key = key(in);
                List<Consensus> list = new ArrayList<>();
                for (int each = in.readInt(); each > 0; each--) {
                    list.add(consensus(in));
                }
                book.consensus.put(key, list);
            }
            for (int market = in.readInt(); market > 0; market--) {
                book.closing.put(key(in), consensus(in));
            }
            for (int alert = in.readInt(); alert > 0; alert--) {
                HeldAlert.Head head = head(in);
                book.alerts.put(head.id(), HeldAlert.stored(head, in.readNBytes(in.readInt()), alerts));
            }
            return book;
        } catch (IOException e) {
            throw new SerializationException("a fixture's book in the state store cannot be read", e);
        }
    }

    private static void write(DataOutputStream out, @Nullable Instant time) throws IOException {
        out.writeLong(time == null ? NO_TIME : time.toEpochMilli());
    }

    private static @Nullable Instant optionalTime(DataInputStream in) throws IOException {
        long millis = in.readLong();
        return millis == NO_TIME ? null : Instant.ofEpochMilli(millis);
    }

    private static Instant time(DataInputStream in) throws IOException {
        return Instant.ofEpochMilli(in.readLong());
    }

    private static void write(DataOutputStream out, @Nullable FinalResult result) throws IOException {
        out.writeBoolean(result != null);
        if (result != null) {
            Score score = result.score();
            out.writeInt(score == null ? -1 : score.home());
            out.writeInt(score == null ? -1 : score.away());
            write(out, result.resultAt());
            write(out, result.toldAt());
        }
    }

    private static @Nullable FinalResult result(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        int home = in.readInt();
        int away = in.readInt();
        return new FinalResult(home < 0 ? null : new Score(home, away), time(in), time(in));
    }

    private static void write(DataOutputStream out, PriceKey key) throws IOException {
        out.writeUTF(key.market());
        Double line = key.line();
        out.writeDouble(line == null ? Double.NaN : line);
        out.writeUTF(key.bookmaker());
    }

    private static PriceKey key(DataInputStream in) throws IOException {
        String market = in.readUTF();
        double line = in.readDouble();
        return new PriceKey(market, Double.isNaN(line) ? null : (Double) line, in.readUTF());
    }

    private static void write(DataOutputStream out, HeldAlert.Head head) throws IOException {
        out.writeUTF(head.id());
        write(out, head.key());
        out.writeUTF(head.selection());
        out.writeUTF(head.source());
        out.writeUTF(head.state());
        write(out, head.openedAt());
        out.writeBoolean(head.inPlay());
        write(out, head.priceAt());
        write(out, head.closedAt());
    }

    private static HeldAlert.Head head(DataInputStream in) throws IOException {
        return new HeldAlert.Head(
                in.readUTF(),
                key(in),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                time(in),
                in.readBoolean(),
                time(in),
                optionalTime(in));
    }

    private static void write(DataOutputStream out, HeldQuote quote) throws IOException {
        write(out, quote.observedAt());
        out.writeUTF(quote.source());
        out.writeBoolean(quote.inPlay());
        out.writeBoolean(quote.suspended());
        out.writeInt(quote.prices().size());
        for (HeldPrice price : quote.prices()) {
            out.writeUTF(price.selection());
            out.writeDouble(price.odds());
            write(out, price.since());
        }
    }

    private static HeldQuote quote(DataInputStream in) throws IOException {
        Instant observedAt = time(in);
        String source = in.readUTF();
        boolean inPlay = in.readBoolean();
        boolean suspended = in.readBoolean();
        List<HeldPrice> prices = new ArrayList<>();
        for (int price = in.readInt(); price > 0; price--) {
            prices.add(new HeldPrice(in.readUTF(), in.readDouble(), time(in)));
        }
        return new HeldQuote(observedAt, source, inPlay, suspended, prices);
    }

    private static void write(DataOutputStream out, Consensus consensus) throws IOException {
        write(out, consensus.asOf());
        out.writeInt(consensus.probabilities().size());
        for (Map.Entry<String, Double> each : new TreeMap<>(consensus.probabilities()).entrySet()) {
            out.writeUTF(each.getKey());
            out.writeDouble(each.getValue());
        }
    }

    private static Consensus consensus(DataInputStream in) throws IOException {
        Instant asOf = time(in);
        Map<String, Double> probabilities = new HashMap<>();
        for (int each = in.readInt(); each > 0; each--) {
            probabilities.put(in.readUTF(), in.readDouble());
        }
        return new Consensus(asOf, probabilities);
    }
}
