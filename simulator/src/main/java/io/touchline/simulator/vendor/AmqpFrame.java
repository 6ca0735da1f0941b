package io.touchline.simulator.vendor;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One frame of AMQP 0-9-1: type, channel, length, payload and an end mark.
 *
 * @param type {@link #METHOD}, {@link #HEADER}, {@link #BODY} or {@link #HEARTBEAT}
 * @param channel 0 is the connection itself
 * @param payload between head and end mark
 */
record AmqpFrame(int type, int channel, byte[] payload) {

    static final int METHOD = 1;
    static final int HEADER = 2;
    static final int BODY = 3;
    static final int HEARTBEAT = 8;

    /** Largest frame, head and end mark included, as both sides agree. */
    static final int LARGEST = 131_072;

    private static final int END = 0xCE;
    private static final int AROUND = 8;
    private static final byte[] PROTOCOL = {'A', 'M', 'Q', 'P', 0, 0, 9, 1};

    /** The client's first word; false where it speaks something else. */
    static boolean opens(DataInputStream in) throws IOException {
        byte[] head = new byte[PROTOCOL.length];
        in.readFully(head);
        return Arrays.equals(head, PROTOCOL);
    }

    static byte[] protocol() {
        return PROTOCOL.clone();
    }

    static AmqpFrame read(DataInputStream in) throws IOException {
        int type = in.readUnsignedByte();
        int channel = in.readUnsignedShort();
        int length = in.readInt();
        if (length < 0 || length > LARGEST - AROUND) {
            throw new IOException("a frame of " + length + " bytes");
        }
        byte[] payload = new byte[length];
        in.readFully(payload);
        if (in.readUnsignedByte() != END) {
            throw new IOException("a frame without its end mark");
        }
        return new AmqpFrame(type, channel, payload);
    }

    byte[] bytes() {
        byte[] all = new byte[payload.length + AROUND];
        all[0] = (byte) type;
        all[1] = (byte) (channel >>> 8);
        all[2] = (byte) channel;
        all[3] = (byte) (payload.length >>> 24);
        all[4] = (byte) (payload.length >>> 16);
        all[5] = (byte) (payload.length >>> 8);
        all[6] = (byte) payload.length;
        System.arraycopy(payload, 0, all, 7, payload.length);
        all[all.length - 1] = (byte) END;
        return all;
    }

    /** A short string: one byte of length. */
    static String shortText(DataInputStream in) throws IOException {
        return text(in, in.readUnsignedByte());
    }

    /** A long string: four bytes of length. */
    static String longText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a text of " + length + " bytes");
        }
        return text(in, length);
    }

    private static String text(DataInputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
