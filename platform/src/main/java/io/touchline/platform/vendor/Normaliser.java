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

    /** Returns when everything told so far is where it belongs. */
    void flush();
}
