package io.touchline.platform.vendor;

import io.touchline.platform.vendor.VendorException.PayloadChanged;

/**
 * One vendor's words in ours: reads a payload and tells what is in it. Knows neither our ids nor the topics; fixtures stay in the vendor's words ({@link
 * io.touchline.platform.identity.FixtureRef}). May remember what other payloads said (books, names by id). For one thread; never throws but what it declares.
 */
public interface Adapter {

    /**
     * Tells every usable thing to the sink and rejects every other, one rejection a thing.
     *
     * @throws PayloadChanged where the whole payload is of no use; it has then been rejected, once
     */
    void read(Payload payload, EventSink sink) throws PayloadChanged;

    /** Forgets what depends on an unbroken stream: the connection was cut and will be taken up anew. */
    default void reset() {}
}
