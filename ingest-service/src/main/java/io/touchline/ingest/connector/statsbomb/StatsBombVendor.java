package io.touchline.ingest.connector.statsbomb;

import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.Vendor;
import java.time.Duration;
import java.util.List;

/** StatsBomb's open data. */
public final class StatsBombVendor implements Vendor {

    @Override
    public SourceDescriptor descriptor() {
        return new SourceDescriptor(
                StatsBombAdapter.SOURCE,
                "StatsBomb open data",
                List.of("ingest"),
                List.of("soccer"),
                "shots with place and xG, goals, cards and substitutions of past matches",
                "files, as they are put into the folder; seasons asked for, once a day",
                "none published; 10 requests a minute",
                "ingest.connectors.statsbomb.dir",
                "https://github.com/statsbomb/open-data; credit and logo, not for commercial use",
                Duration.ofDays(36_500),
                6);
    }

    @Override
    public Adapter adapter() {
        return new StatsBombAdapter();
    }
}
