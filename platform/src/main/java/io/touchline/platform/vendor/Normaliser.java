package io.touchline.platform.vendor;

import org.jspecify.annotations.Nullable;

/** Turns what vendors tell into records: what changed, once. One for all sources of a service; safe for many threads. */
public interface Normaliser {

    /** Whether this service makes anything of such an event. */
    boolean reads(VendorEvent event);

    /**
     * Takes one event.
     *
     * @param source who tells it
     * @param known its fixture; null for an event of none
     * @param payload where it was read
     */
    void take(SourceDescriptor source, @Nullable Known known, VendorEvent event, Payload payload);

    /**
     * A payload has been read.
     *
     * @param complete false where it could not be read to its end, so that what is missing in it is not gone
     */
    default void ended(SourceDescriptor source, Payload payload, boolean complete) {}

    /** Returns when everything told so far is where it belongs. */
    void flush();
}
