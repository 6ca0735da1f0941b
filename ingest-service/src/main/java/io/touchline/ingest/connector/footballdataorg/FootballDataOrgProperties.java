package io.touchline.ingest.connector.footballdataorg;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the football-data.org connector.
 *
 * @param key the key; without one it does not run
 * @param baseUrl address of the API, without the version
 * @param competitions which, in our spelling ({@code eng.1}) or theirs ({@code PL})
 * @param poll from one round to the next
 * @param lookahead how far ahead fixtures are read; theirs allows ten days in one request
 * @param historySeason first year of a season whose matches are read at the start, one request a competition; null: none
 * @param requestsPerMinute most requests a minute; the free plan allows 10
 * @param timeout most time for one whole answer
 */
@ConfigurationProperties("ingest.connectors.football-data-org")
public record FootballDataOrgProperties(
        @Nullable String key,
        @DefaultValue("https://api.football-data.org") URI baseUrl,

        @DefaultValue({"eng.1", "esp.1", "ger.1", "ita.1", "fra.1"})
        List<String> competitions,

        @DefaultValue("60s") Duration poll,
        @DefaultValue("7d") Duration lookahead,
        @Nullable Integer historySeason,
        @DefaultValue("10") int requestsPerMinute,
        @DefaultValue("20s") Duration timeout) {

    /** The key is left out. */
    @Override
    public String toString() {
        return "FootballDataOrgProperties[baseUrl=" + baseUrl + ", competitions=" + competitions + "]";
    }
}
