package io.touchline.platform.sportradar;

import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.Vendor;
import java.time.Duration;
import java.util.List;

/** Sportradar. */
public final class SportradarVendor implements Vendor {

    @Override
    public SourceDescriptor descriptor() {
        return new SourceDescriptor(
                SportradarAdapter.SOURCE,
                "Sportradar: Unified Odds Feed",
                List.of("ingest", "odds"),
                List.of("soccer", "basketball", "american_football", "baseball", "hockey"),
                "odds, suspensions and settlements; recordings of all that Sportradar tells",
                "as pushed over AMQP",
                "recoveries by how far they go back (20, 4 or 2 at a time), counted along with the vendor; 120 fixtures a minute",
                "odds.connectors.sportradar.token",
                "https://developer.sportradar.com; a contract as a bookmaker",
                Duration.ofSeconds(60),
                10);
    }

    @Override
    public Adapter adapter() {
        return new SportradarAdapter();
    }
}
