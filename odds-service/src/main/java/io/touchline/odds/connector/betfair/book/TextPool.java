package io.touchline.odds.connector.betfair.book;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Texts by their bytes, so that a name that comes again and again is made once. A place holds one text; a newer one may push it out. */
final class TextPool {

    private static final int PLACES = 1 << 12;
    private static final int LONGEST = 64;

    private final byte[][] written = new byte[PLACES][];
    private final @Nullable String[] texts = new String[PLACES];

    /** The text of those bytes. */
    String text(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return new String(bytes, from, length, StandardCharsets.UTF_8);
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        int place = (hash ^ hash >>> 15) & PLACES - 1;
        String text = texts[place];
        if (text != null && Arrays.equals(written[place], 0, written[place].length, bytes, from, to)) {
            return text;
        }
        text = new String(bytes, from, length, StandardCharsets.UTF_8);
        texts[place] = text;
        written[place] = Arrays.copyOfRange(bytes, from, to);
        return text;
    }
}
