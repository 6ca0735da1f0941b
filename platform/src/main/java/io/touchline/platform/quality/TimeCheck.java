package io.touchline.platform.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a vendor's clock goes with ours. Meant for the clock of the transport (a {@code Date} header, a stream's publish time), not for the age of a price: a price may be old and
 * sound.
 *
 * @param behind how far it may be behind, transport included
 * @param ahead how far it may be ahead
 */
public record TimeCheck(Duration behind, Duration ahead) {

    /** 30 s behind, 5 s ahead. */
    public static final TimeCheck USUAL = new TimeCheck(Duration.ofSeconds(30), Duration.ofSeconds(5));

    /**
     * Something came.
     *
     * @param vendorAt the vendor's clock in it
     * @param receivedAt ours on arrival
     */
    public Optional<Finding> seen(String source, Instant vendorAt, Instant receivedAt) {
        Duration drift = Duration.between(receivedAt, vendorAt);
        if (drift.compareTo(ahead) > 0) {
            return Optional.of(
                    finding(FindingKind.FROM_THE_FUTURE, source, drift, "ahead of ours", vendorAt, receivedAt));
        }
        if (drift.negated().compareTo(behind) > 0) {
            return Optional.of(
                    finding(FindingKind.CLOCK_DRIFTS, source, drift.negated(), "behind ours", vendorAt, receivedAt));
        }
        return Optional.empty();
    }

    private static Finding finding(
            FindingKind kind, String source, Duration by, String where, Instant vendorAt, Instant receivedAt) {
        return Finding.of(
                kind,
                source,
                "its clock said %s when ours said %s, %d s %s".formatted(vendorAt, receivedAt, by.toSeconds(), where),
                vendorAt);
    }
}
