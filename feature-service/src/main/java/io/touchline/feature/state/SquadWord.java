package io.touchline.feature.state;

import io.touchline.schema.SquadNews;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One piece of news of a squad as the state keeps it: about 90 bytes.
 *
 * @param team slug
 * @param kind VALUATION, INJURY, SUSPENSION, TRANSFER_IN, TRANSFER_OUT or RATING; others are not kept
 * @param player empty for the whole squad
 * @param source that told it
 * @param value EUR million, or rating points; NaN where unknown
 * @param from first day of absence or validity, milliseconds since 1970; {@link Long#MIN_VALUE} where unknown
 * @param until last day; {@link Long#MAX_VALUE} where open
 * @param at when it was told, milliseconds since 1970: nothing before may use it
 */
public record SquadWord(
        String team, String kind, String player, String source, float value, long from, long until, long at) {

    /** What counts of a record. */
    public static SquadWord of(SquadNews from) {
        Double value = from.getKind().equals("RATING") ? from.getRating() : from.getValueEurMillion();
        return new SquadWord(
                from.getTeam().intern(),
                from.getKind().intern(),
                from.getPlayer() == null ? "" : from.getPlayer(),
                from.getSource().intern(),
                value == null ? Float.NaN : value.floatValue(),
                millis(from.getFromAt(), Long.MIN_VALUE),
                millis(from.getUntilAt(), Long.MAX_VALUE),
                from.getObservedAt().toEpochMilli());
    }

    /** Equal for two tellings of the same thing at the same moment. */
    public String key() {
        return team + '|' + kind + '|' + player + '|' + source + '|' + at + '|' + from;
    }

    private static long millis(@Nullable Instant moment, long otherwise) {
        return moment == null ? otherwise : moment.toEpochMilli();
    }

    /** The bytes of {@link #read}. */
    public byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(team);
            out.writeUTF(kind);
            out.writeUTF(player);
            out.writeUTF(source);
            out.writeFloat(value);
            out.writeLong(from);
            out.writeLong(until);
            out.writeLong(at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #write} wrote. */
    public static SquadWord read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new SquadWord(
                    in.readUTF().intern(),
                    in.readUTF().intern(),
                    in.readUTF(),
                    in.readUTF().intern(),
                    in.readFloat(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
