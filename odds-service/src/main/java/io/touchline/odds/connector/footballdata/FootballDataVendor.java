package io.touchline.odds.connector.footballdata;

import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.Vendor;
import java.time.Duration;
import java.util.List;

/** football-data.co.uk as a source of prices. */
public final class FootballDataVendor implements Vendor {

    private final boolean live;

    /** For recordings: the prices of matches that were played are told too, with the times they stand for. */
    public FootballDataVendor() {
        this(false);
    }

    /**
     * For a connector or for recordings.
     *
     * @param live whether matches that have begun are left out
     */
    FootballDataVendor(boolean live) {
        this.live = live;
    }

    @Override
    public SourceDescriptor descriptor() {
        return new SourceDescriptor(
                OddsRows.SOURCE,
                "football-data.co.uk",
                List.of("odds"),
                List.of("soccer"),
                "many bookmakers' match result, over/under 2.5 and Asian handicap: matches to come; in recordings also played ones, first and closing prices",
                "hourly, conditionally; the files change twice a week",
                "none published; 1 request in 2 s",
                "odds.connectors.footballdata.enabled",
                "https://www.football-data.co.uk; no key; free to use with credit, not to be republished",
                Duration.ofHours(6),
                60);
    }

    @Override
    public Adapter adapter() {
        return new FootballDataAdapter(live);
    }
}
