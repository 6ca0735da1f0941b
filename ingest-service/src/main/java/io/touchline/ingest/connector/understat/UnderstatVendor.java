package io.touchline.ingest.connector.understat;

import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.Vendor;
import java.time.Duration;
import java.util.List;

/** Understat. */
public final class UnderstatVendor implements Vendor {

    @Override
    public SourceDescriptor descriptor() {
        return new SourceDescriptor(
                UnderstatWords.SOURCE,
                "Understat",
                List.of("ingest"),
                List.of("soccer"),
                "shots with place and xG, xG of matches",
                "hourly by league; a match once it is over, again when its xG is corrected",
                "none published; one request at a time, 3 s between two",
                "ingest.connectors.understat.enabled",
                "https://understat.com; no key; robots.txt is asked first and kept",
                Duration.ofHours(26),
                5);
    }

    @Override
    public Adapter adapter() {
        return new UnderstatAdapter();
    }
}
