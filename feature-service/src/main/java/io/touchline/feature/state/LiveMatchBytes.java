package io.touchline.feature.state;

import io.touchline.feature.state.LiveMatch.Count;
import io.touchline.feature.state.LiveMatch.Fair;
import io.touchline.feature.state.LiveMatch.Step;
import io.touchline.feature.state.LiveMatch.Taken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A running match as bytes, for the store. */
public final class LiveMatchBytes {

    private LiveMatchBytes() {}

    public static byte[] write(LiveMatch match) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(match.stateAt);
            out.writeLong(match.stateOffset);
            out.writeLong(match.newestAt);
            out.writeByte(match.period);
            out.writeShort(match.minute);
            out.writeBoolean(match.extraTime);
            write(out, match.home);
            write(out, match.away);
            out.writeByte(match.steps.size());
            for (Step step : match.steps) {
                out.writeLong(step.at());
                out.writeShort(step.minute());
                out.writeShort(step.home());
                out.writeShort(step.away());
                out.writeByte(step.homeRed());
                out.writeByte(step.awayRed());
            }
            out.writeShort(match.shots.size());
            for (Taken shot : match.shots) {
                out.writeUTF(shot.id());
                out.writeUTF(shot.source());
                out.writeBoolean(shot.home());
                out.writeShort(shot.minute());
                out.writeFloat(shot.xg());
                out.writeBoolean(shot.onTarget());
                out.writeLong(shot.at());
            }
            out.writeByte(match.fair.size());
            for (Fair price : match.fair) {
                out.writeLong(price.at());
                out.writeFloat(price.home());
                out.writeFloat(price.draw());
                out.writeFloat(price.away());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #write} wrote. */
    public static LiveMatch read(byte[] bytes) {
        LiveMatch match = new LiveMatch();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            match.stateAt = in.readLong();
            match.stateOffset = in.readLong();
            match.newestAt = in.readLong();
            match.period = in.readByte();
            match.minute = in.readShort();
            match.extraTime = in.readBoolean();
            match.home = count(in);
            match.away = count(in);
            for (int left = in.readByte(); left > 0; left--) {
                match.steps.add(new Step(
                        in.readLong(), in.readShort(), in.readShort(), in.readShort(), in.readByte(), in.readByte()));
            }
            for (int left = in.readShort(); left > 0; left--) {
                match.shots.add(new Taken(
                        in.readUTF(),
                        in.readUTF().intern(),
                        in.readBoolean(),
                        in.readShort(),
                        in.readFloat(),
                        in.readBoolean(),
                        in.readLong()));
            }
            for (int left = in.readByte(); left > 0; left--) {
                match.fair.add(new Fair(in.readLong(), in.readFloat(), in.readFloat(), in.readFloat()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return match;
    }

    private static void write(DataOutputStream out, Count count) throws IOException {
        out.writeByte(count.yellow());
        out.writeByte(count.red());
        out.writeShort(count.shots());
        out.writeShort(count.shotsOnTarget());
        out.writeShort(count.corners());
        out.writeDouble(count.xg());
        out.writeDouble(count.possession());
    }

    private static Count count(DataInputStream in) throws IOException {
        return new Count(
                in.readByte(),
                in.readByte(),
                in.readShort(),
                in.readShort(),
                in.readShort(),
                in.readDouble(),
                in.readDouble());
    }
}
