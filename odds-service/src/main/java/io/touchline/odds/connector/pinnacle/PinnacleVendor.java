package io.touchline.odds.connector.pinnacle;

import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.Vendor;
import java.time.Duration;
import java.util.List;

/** Pinnacle's lines API. */
public final class PinnacleVendor implements Vendor {

    @Override
    public SourceDescriptor descriptor() {
        return new SourceDescriptor(
                PinnacleAdapter.SOURCE,
                "Pinnacle lines API",
                List.of("odds"),
                List.of("soccer", "basketball", "american_football", "baseball", "hockey"),
                "Pinnacle's prices of whole matches: money line, handicaps and totals with all alternative lines, team totals, limits; settlements",
                "changes every 2 minutes, everything again every 10",
                "one odds request in 2 minutes a sport, which is what we keep to",
                "odds.connectors.pinnacle.password",
                "https://github.com/pinnacleapi/pinnacleapi-documentation; closed to the public since July 2025, commercial use needs an agreement",
                Duration.ofMinutes(6),
                10);
    }

    @Override
    public Adapter adapter() {
        return new PinnacleAdapter();
    }
}
