package io.touchline.ingest;

import io.touchline.platform.vendor.Vendor;
import java.util.List;

/** Every source that this service can read, by name. */
public final class IngestVendors {

    private IngestVendors() {}

    /** One a line, by name. */
    public static List<Vendor> list() {
        return List.of();
    }
}
