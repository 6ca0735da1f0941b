package io.touchline.ingest.connector.sportradar;

import io.touchline.platform.sportradar.SportradarVendor;
import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.Vendor;
import java.time.Duration;
import java.util.List;

/** The scores in Sportradar's odds feed: a session of its own, and so a health of its own beside that of the odds. */
public final class SportradarScoresVendor implements Vendor {

    static final String NAME = "sportradar-scores";

    @Override
    public SourceDescriptor descriptor() {
        return new SourceDescriptor(
                NAME,
                "Sportradar: scores of the Unified Odds Feed",
                List.of("ingest"),
                List.of("soccer", "basketball", "american_football", "baseball", "hockey"),
                "score, period, minute and cards of matches that run; kickoffs that move",
                "as pushed over AMQP",
                "recoveries a few an hour, counted along with the vendor",
                "ingest.connectors.sportradar.token",
                "https://developer.sportradar.com; a contract for the feed",
                Duration.ofSeconds(60),
                10);
    }

    @Override
    public Adapter adapter() {
        return new SportradarVendor().adapter();
    }
}
