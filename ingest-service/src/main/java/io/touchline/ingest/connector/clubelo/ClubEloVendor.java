package io.touchline.ingest.connector.clubelo;

import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.Vendor;
import java.time.Duration;
import java.util.List;

/** Club Elo. */
public final class ClubEloVendor implements Vendor {

    @Override
    public SourceDescriptor descriptor() {
        return new SourceDescriptor(
                ClubEloAdapter.SOURCE,
                "Club Elo",
                List.of("ingest"),
                List.of("soccer"),
                "ratings of Europe's clubs",
                "once a day",
                "none published; 6 requests a minute",
                "ingest.connectors.clubelo.enabled",
                "http://clubelo.com/API; no key",
                Duration.ofDays(3),
                6);
    }

    @Override
    public Adapter adapter() {
        return new ClubEloAdapter();
    }
}
