package io.touchline.ingest.connector.espn;

import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.Vendor;
import java.time.Duration;
import java.util.List;

/** ESPN's site API as a source. */
public final class EspnVendor implements Vendor {

    static final String NAME = "espn";

    private static final SourceDescriptor DESCRIPTOR = new SourceDescriptor(
            NAME,
            "ESPN site API",
            List.of("ingest"),
            List.of("soccer", "basketball", "american_football", "baseball", "hockey"),
            "fixtures, live scores, goals, cards, substitutions, statistics",
            "every league each 30 s",
            "none published; 60 requests a minute kept to",
            "ingest.connectors.espn.enabled",
            "undocumented and without a key; ESPN's terms of use apply",
            Duration.ofMinutes(3),
            3);

    @Override
    public SourceDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Adapter adapter() {
        return new EspnAdapter();
    }
}
