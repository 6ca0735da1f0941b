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
                "Sportradar: Unified Odds Feed, soccer API",
                List.of("ingest", "odds"),
                List.of("soccer", "basketball", "american_football", "baseball", "hockey"),
                "odds, suspensions, settlements and scores as pushed; matches with goals, cards and shots; schedules",
                "as pushed over AMQP; the soccer API every 10 s while matches run",
                "recoveries a few an hour; the soccer API 1 request a second on trial keys, we keep to that",
                "odds.connectors.sportradar.token",
                "https://developer.sportradar.com; a contract for the feed, trial keys for the soccer API",
                Duration.ofSeconds(60),
                10);
    }

    @Override
    public Adapter adapter() {
        return new SportradarAdapter();
    }
}
