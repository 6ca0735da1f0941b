package io.touchline.ingest;

import io.touchline.ingest.connector.espn.EspnVendor;
import io.touchline.ingest.connector.footballdataorg.FootballDataOrgVendor;
import io.touchline.ingest.connector.mlb.MlbVendor;
import io.touchline.platform.vendor.Vendor;
import java.util.List;

/** Every source that this service can read, by name. */
public final class IngestVendors {

    private IngestVendors() {}

    /** One a line, by name. */
    public static List<Vendor> list() {
        return List.of(
                new EspnVendor(),
                new FootballDataOrgVendor(),
                new MlbVendor());
    }
}
