package io.touchline.simulator.vendor;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** {@code clk} and {@code initialClk}: short texts that mean something to the server alone. */
final class BetfairClocks {

    private static final String MARK = "sim";

    private BetfairClocks() {}

    /** Of everything up to that change. */
    static String token(long change) {
        return encode(MARK + ":" + change);
    }

    /** Of a subscription that began at that change. */
    static String initial(long change) {
        return encode(MARK + ":" + change + ":from");
    }

    private static String encode(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The change that a token stands for; -1 where it is none of ours. */
    static long change(String token) {
        try {
            String[] parts = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8).split(":");
            return parts.length >= 2 && parts[0].equals(MARK) ? Long.parseLong(parts[1]) : -1;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }
}
