package io.touchline.odds.connector.theoddsapi;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of The Odds API's connector. A round costs markets x regions credits a competition; the free plan has 500 a month.
 *
 * @param key the API key; the connector sleeps without one
 * @param baseUrl address of the API
 * @param competitions our codes
 * @param regions the vendor's regions of bookmakers
 * @param markets the vendor's markets: h2h, totals, spreads; h2h_lay comes by itself with exchanges
 * @param poll from one round to the next
 * @param requestsPerMinute most requests a minute; the vendor allows about 30 a second
 * @param timeout most time for one whole answer
 */
@ConfigurationProperties("odds.connectors.theoddsapi")
public record TheOddsApiProperties(
        @Nullable String key,
        @DefaultValue("https://api.the-odds-api.com") URI baseUrl,
        @DefaultValue({"eng.1"}) List<String> competitions,
        @DefaultValue({"eu", "uk"}) List<String> regions,
        @DefaultValue({"h2h", "totals", "spreads"}) List<String> markets,
        @DefaultValue("60s") Duration poll,
        @DefaultValue("60") int requestsPerMinute,
        @DefaultValue("15s") Duration timeout) {

    /** Without the key. */
    @Override
    public String toString() {
        return "TheOddsApiProperties[baseUrl=" + baseUrl + ", competitions=" + competitions + ", poll=" + poll + "]";
    }
}
