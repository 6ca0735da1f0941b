package io.touchline.ingest.connector.footballdataorg;

import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.Vendor;
import java.time.Duration;
import java.util.List;

/** football-data.org as a source; not to be confused with football-data.co.uk's files. */
public final class FootballDataOrgVendor implements Vendor {

    static final String NAME = "football-data-org";

    private static final SourceDescriptor DESCRIPTOR = new SourceDescriptor(
            NAME,
            "football-data.org API v4",
            List.of("ingest"),
            List.of("soccer"),
            "fixtures, live scores, results; goals, cards and substitutions with a paid plan",
            "all competitions in one request each 60 s",
            "10 requests a minute on the free plan, kept to by count and by its own headers",
            "ingest.connectors.football-data-org.key",
            "https://www.football-data.org/terms; a free key by e-mail at https://www.football-data.org/client/register",
            Duration.ofMinutes(5),
            2);

    @Override
    public SourceDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Adapter adapter() {
        return new FootballDataOrgAdapter();
    }
}
