package io.touchline.platform.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Finds out how a file's bytes are to be read. */
final class Charsets {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final byte[] MARK = bytes(0xEF, 0xBB, 0xBF);

    /** The mark read as Latin-1 and written as UTF-8 once more. */
    private static final byte[] MARK_ENCODED_TWICE = bytes(0xC3, 0xAF, 0xC2, 0xBB, 0xC2, 0xBF);

    private static final byte[] MARK_UTF_16_BE = bytes(0xFE, 0xFF);
    private static final byte[] MARK_UTF_16_LE = bytes(0xFF, 0xFE);

    private Charsets() {}

    /** The same text without UTF-16; anything else is returned as it is. */
    static byte[] toSingleByteUnits(byte[] bytes) {
        Charset wide;
        if (startsWith(bytes, 0, MARK_UTF_16_BE)) {
            wide = StandardCharsets.UTF_16BE;
        } else if (startsWith(bytes, 0, MARK_UTF_16_LE)) {
            wide = StandardCharsets.UTF_16LE;
        } else {
            return bytes;
        }
        String text = new String(bytes, 2, bytes.length - 2, wide);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Where the text begins behind any byte-order marks, also behind marks that were encoded twice. */
    static int textStart(byte[] bytes) {
        int start = 0;
        while (true) {
            if (startsWith(bytes, start, MARK)) {
                start += MARK.length;
            } else if (startsWith(bytes, start, MARK_ENCODED_TWICE)) {
                start += MARK_ENCODED_TWICE.length;
            } else {
                return start;
            }
        }
    }

    /** UTF-8 where the bytes are valid UTF-8, else Windows-1252 where its extra letters appear, else Latin-1. */
    static Charset detect(byte[] bytes, int start) {
        boolean ascii = true;
        boolean windows = false;
        for (int i = start; i < bytes.length; i++) {
            int unsigned = bytes[i] & 0xFF;
            if (unsigned >= 0x80) {
                ascii = false;
                windows |= unsigned < 0xA0;
            }
        }
        if (ascii) {
            return StandardCharsets.ISO_8859_1;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, bytes.length - start));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return windows ? WINDOWS_1252 : StandardCharsets.ISO_8859_1;
        }
    }

    private static boolean startsWith(byte[] bytes, int start, byte[] prefix) {
        if (bytes.length - start < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (bytes[start + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
