package io.touchline.platform.sportradar;

import io.touchline.platform.vendor.OnceOnly;
import java.util.Arrays;

/** Knows the last messages again: the same bytes about an event a second time tell nothing. For one thread. */
final class UofRepetitions {

    private static final int REMEMBERED = 5_000;

    private final OnceOnly messages = new OnceOnly(REMEMBERED);

    boolean isOne(UofHead head, byte[] body) {
        if (head.event().isEmpty()) {
            return false;
        }
        String key = head.kind()
                + ' '
                + head.event()
                + ' '
                + head.text("timestamp")
                + ' '
                + body.length
                + ' '
                + Arrays.hashCode(body);
        return !messages.isNew(key);
    }
}
