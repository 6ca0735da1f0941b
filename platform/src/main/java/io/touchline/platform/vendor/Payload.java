package io.touchline.platform.vendor;

import java.time.Instant;

/**
 * What a vendor sent, as it came: the body of an answer, one message of a stream, one file.
 *
 * @param body the bytes, unpacked
 * @param observedAt the vendor's clock where the transport tells it, ours on arrival otherwise; an adapter prefers a time inside the payload
 * @param receivedAt our clock on arrival
 * @param location address or file without secrets
 */
public record Payload(byte[] body, Instant observedAt, Instant receivedAt, String location) {

    /** Of an answer: a vendor's clock ahead of ours counts as ours. */
    public static Payload of(VendorAnswer answer) {
        Instant observedAt =
                answer.vendorTime().isAfter(answer.receivedAt()) ? answer.receivedAt() : answer.vendorTime();
        return new Payload(answer.body(), observedAt, answer.receivedAt(), answer.location());
    }
}
