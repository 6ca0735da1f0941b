package io.touchline.platform.vendor;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A good answer, whole.
 *
 * @param body as it came, unpacked; empty where nothing changed
 * @param headers by lower-case name, the first value of each, of {@code set-cookie} every one in a line of its own
 * @param unchanged true where the vendor said that nothing changed since the last good answer (304)
 * @param vendorTime the vendor's clock: its {@code Date} header, or our clock on arrival where it sends none
 * @param receivedAt our clock on arrival
 * @param location the address without secrets
 */
public record VendorAnswer(
        byte[] body,
        Map<String, String> headers,
        boolean unchanged,
        Instant vendorTime,
        Instant receivedAt,
        String location) {

    /** A header's value. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** A header's value as a whole number; empty where it is absent or none. */
    public OptionalLong number(String name) {
        String text = headers.get(name.toLowerCase(Locale.ROOT));
        try {
            return text == null ? OptionalLong.empty() : OptionalLong.of((long) Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
