package io.touchline.odds.connector.footballdata;

import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.VendorAnswer;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorRequest;
import io.touchline.platform.vendor.VendorWire;
import java.net.URI;
import java.util.Map;

/** The wire to football-data.co.uk: asks conditionally and keeps a pace. */
final class FootballDataClient implements AutoCloseable {

    private final URI base;
    private final VendorWire wire;
    private final RateLimit pace;

    FootballDataClient(URI base, VendorWire wire, RateLimit pace) {
        this.base = base;
        this.wire = wire;
        this.pace = pace;
    }

    /** The file under a path; {@link VendorAnswer#unchanged} where it is the same as last time. */
    VendorAnswer get(String path) throws VendorException, InterruptedException {
        pace.await();
        return wire.get(VendorRequest.of(base, path, Map.of()));
    }

    /** Makes the next answer come whole, after one that could not be used. */
    void forget(String path) {
        wire.forget(VendorRequest.of(base, path, Map.of()));
    }

    @Override
    public void close() {
        wire.close();
    }
}
