package io.touchline.ingest.connector.opta;

import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.Vendor;
import java.time.Duration;
import java.util.List;

/** Opta, today Stats Perform. */
public final class OptaVendor implements Vendor {

    @Override
    public SourceDescriptor descriptor() {
        return new SourceDescriptor(
                OptaAdapter.SOURCE,
                "Opta / Stats Perform",
                List.of("ingest"),
                List.of("soccer"),
                "fixtures, results, line-up sheets, goals, cards, every shot, xG where licensed",
                "as pushed into the folder",
                "none: files are pushed",
                "ingest.connectors.opta.dir",
                "https://www.statsperform.com; by contract",
                Duration.ofMinutes(5),
                1);
    }

    @Override
    public Adapter adapter() {
        return new OptaAdapter();
    }
}
