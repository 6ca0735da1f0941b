package io.touchline.odds.connector.theoddsapi;

import io.touchline.platform.vendor.Adapter;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.Vendor;
import java.time.Duration;
import java.util.List;

/** The Odds API. */
public final class TheOddsApiVendor implements Vendor {

    @Override
    public SourceDescriptor descriptor() {
        return new SourceDescriptor(
                OddsApiAdapter.SOURCE,
                "The Odds API v4",
                List.of("odds"),
                List.of("soccer", "basketball", "american_football", "baseball", "hockey"),
                "odds of many bookmakers and exchanges: head to head with lay prices, spreads, totals, team totals, both score, draw no bet, double chance",
                "every 60 s; prices move about once a minute before a match",
                "credits: markets x regions a request, 500 a month on the free plan; about 30 requests a second, we keep to 60 a minute",
                "odds.connectors.theoddsapi.key",
                "https://the-odds-api.com; a key comes by mail after signing up",
                Duration.ofMinutes(3),
                30);
    }

    @Override
    public Adapter adapter() {
        return new OddsApiAdapter();
    }
}
