package io.touchline.ingest;

import io.touchline.ingest.connector.clubelo.ClubEloVendor;
import io.touchline.ingest.connector.openmeteo.OpenMeteoVendor;
import io.touchline.ingest.connector.opta.OptaVendor;
import io.touchline.ingest.connector.statsbomb.StatsBombVendor;
import io.touchline.ingest.connector.understat.UnderstatVendor;
import io.touchline.platform.vendor.Vendor;
import java.util.List;

/** Every source that this service can read, by name. */
public final class IngestVendors {

    private IngestVendors() {}

    /** One a line, by name. */
    public static List<Vendor> list() {
        return List.of(
                new ClubEloVendor(),
                new OpenMeteoVendor(),
                new OptaVendor(),
                new StatsBombVendor(),
                new UnderstatVendor());
    }
}
