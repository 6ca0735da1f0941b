package io.touchline.ingest.connector.sportradar;

import io.touchline.platform.sportradar.SportradarVendor;
import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.Vendor;
import java.time.Duration;
import java.util.List;

/** Sportradar's soccer API, version 4: a key, limits and a health of its own beside those of the odds feed, and the same words. */
public final class SportradarSoccerVendor implements Vendor {

    static final String NAME = "sportradar-soccer";

    @Override
    public SourceDescriptor descriptor() {
        return new SourceDescriptor(
                NAME,
                "Sportradar soccer API v4",
                List.of("ingest"),
                List.of("soccer"),
                "schedules, and matches with goals, cards and shots while they run",
                "what changed every 5 s while matches run, everything again every minute",
                "trial keys 1 request a second, which is what we keep to, and 1,000 a month; the quota headers are shown and obeyed",
                "ingest.connectors.sportradar-soccer.key",
                "https://developer.sportradar.com; trial keys for 30 days, a contract after that",
                Duration.ofSeconds(90),
                10);
    }

    @Override
    public Adapter adapter() {
        return new SportradarVendor().adapter();
    }
}
