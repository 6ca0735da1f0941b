package io.touchline.ingest.connector.mlb;

import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.Vendor;
import java.time.Duration;
import java.util.List;

/** MLB's Stats API as a source. */
public final class MlbVendor implements Vendor {

    static final String NAME = "mlb";

    private static final SourceDescriptor DESCRIPTOR = new SourceDescriptor(
            NAME,
            "MLB Stats API",
            List.of("ingest"),
            List.of("baseball"),
            "schedule, live scores by inning, scoring plays",
            "schedule and every running game each 20 s",
            "none published; 60 requests a minute kept to",
            "ingest.connectors.mlb.enabled",
            "no key; copyright notice of MLB Advanced Media: http://gdx.mlb.com/components/copyright.txt",
            Duration.ofMinutes(3),
            1);

    @Override
    public SourceDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Adapter adapter() {
        return new MlbAdapter();
    }
}
