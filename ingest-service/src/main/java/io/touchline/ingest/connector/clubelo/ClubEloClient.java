package io.touchline.ingest.connector.clubelo;

import io.touchline.platform.vendor.RateLimit;
import io.touchline.platform.vendor.VendorAnswer;
import io.touchline.platform.vendor.VendorException;
import io.touchline.platform.vendor.VendorRequest;
import io.touchline.platform.vendor.VendorWire;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;

/** The wire to Club Elo: asks conditionally and never faster than the limit allows. */
final class ClubEloClient implements AutoCloseable {

    private final URI base;
    private final VendorWire wire;
    private final RateLimit limit;

    ClubEloClient(URI base, VendorWire wire, RateLimit limit) {
        this.base = base;
        this.wire = wire;
        this.limit = limit;
    }

    /** The table of a day; {@link VendorAnswer#unchanged} where it is the same as last time. */
    VendorAnswer table(LocalDate day) throws VendorException, InterruptedException {
        limit.await();
        return wire.get(request(day));
    }

    /** Makes the next answer come whole, after one that could not be used. */
    void forget(LocalDate day) {
        wire.forget(request(day));
    }

    private VendorRequest request(LocalDate day) {
        return VendorRequest.of(base, "/" + day, Map.of());
    }

    @Override
    public void close() {
        wire.close();
    }
}
