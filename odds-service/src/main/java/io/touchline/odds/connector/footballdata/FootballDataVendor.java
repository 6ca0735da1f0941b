package io.touchline.odds.connector.footballdata;

import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.Vendor;
import java.time.Duration;
import java.util.List;

/**
 * football-data.co.uk as a source of prices: of all matches in its files ({@code football-data}), or live, of matches to come ({@code football-data-fixtures}). The two have names of their own since they are
 * trusted for different times: in history a price of Friday stands until the close, live it is old as soon as somebody tells a newer one.
 */
public final class FootballDataVendor implements Vendor {

    static final String LIVE = "football-data-fixtures";

    private static final String TERMS =
            "https://www.football-data.co.uk; no key; free to use with credit, not to be republished";

    private final boolean live;

    private FootballDataVendor(boolean live) {
        this.live = live;
    }

    /** For recordings: every match of the files, with the times its prices stand for. */
    public static FootballDataVendor ofFiles() {
        return new FootballDataVendor(false);
    }

    /** For the connector: only matches that have not begun. */
    public static FootballDataVendor ofFixtures() {
        return new FootballDataVendor(true);
    }

    @Override
    public SourceDescriptor descriptor() {
        return live
                ? new SourceDescriptor(
                        LIVE,
                        "football-data.co.uk: matches to come",
                        List.of("odds"),
                        List.of("soccer"),
                        "many bookmakers' match result, over/under 2.5 and Asian handicap of matches to come",
                        "hourly, conditionally; the files change twice a week",
                        "none published; 1 request in 2 s",
                        "odds.connectors.footballdata.enabled",
                        TERMS,
                        Duration.ofHours(6),
                        60)
                : new SourceDescriptor(
                        OddsRows.SOURCE,
                        "football-data.co.uk",
                        List.of("ingest", "odds"),
                        List.of("soccer"),
                        "results and match statistics; in replays first and closing prices of many bookmakers",
                        "daily",
                        "none published; 1 request a second",
                        "ingest.footballdata.enabled",
                        TERMS,
                        Duration.ofHours(26),
                        60);
    }

    @Override
    public Adapter adapter() {
        return new FootballDataAdapter(live);
    }
}
