package io.touchline.ingest.connector.openmeteo;

import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.Vendor;
import java.time.Duration;
import java.util.List;

/** Open-Meteo. */
public final class OpenMeteoVendor implements Vendor {

    private final AskedPlaces asked;

    /** For recordings: nobody asked. */
    public OpenMeteoVendor() {
        this(new AskedPlaces());
    }

    OpenMeteoVendor(AskedPlaces asked) {
        this.asked = asked;
    }

    @Override
    public SourceDescriptor descriptor() {
        return new SourceDescriptor(
                OpenMeteoAdapter.SOURCE,
                "Open-Meteo",
                List.of("ingest"),
                List.of("soccer"),
                "temperature, precipitation and wind at the ground at kickoff",
                "hourly, fixtures of the coming days",
                "10,000 calls a day for non-commercial use, a place counts as one; 6 requests a minute kept to",
                "ingest.connectors.openmeteo.enabled",
                "https://open-meteo.com/en/terms; no key for non-commercial use; CC BY 4.0",
                Duration.ofHours(6),
                6);
    }

    @Override
    public Adapter adapter() {
        return new OpenMeteoAdapter(asked);
    }
}
