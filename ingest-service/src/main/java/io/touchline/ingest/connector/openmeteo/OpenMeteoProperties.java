package io.touchline.ingest.connector.openmeteo;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of Open-Meteo's connector.
 *
 * @param enabled whether it runs; it needs no key where the use is not commercial
 * @param key of a paying customer; null for the free service. A customer's address is https://customer-api.open-meteo.com
 * @param baseUrl address of the API, without a trailing slash
 * @param grounds a table of grounds laid over the shipped one; null for the shipped one alone
 * @param poll from one look at the fixtures to the next; one that is new gets its first forecast then
 * @param refresh from one forecast of a fixture to the next
 * @param lookahead how far ahead fixtures get a forecast, 15 days at most
 * @param batch most places in one request
 * @param requestsPerMinute most requests a minute; the vendor allows 10,000 places a day
 * @param timeout most time for one whole answer
 */
@ConfigurationProperties("ingest.connectors.openmeteo")
public record OpenMeteoProperties(
        @DefaultValue("false") boolean enabled,
        @Nullable String key,
        @DefaultValue("https://api.open-meteo.com") URI baseUrl,
        @Nullable Path grounds,
        @DefaultValue("5m") Duration poll,
        @DefaultValue("1h") Duration refresh,
        @DefaultValue("5d") Duration lookahead,
        @DefaultValue("50") int batch,
        @DefaultValue("6") int requestsPerMinute,
        @DefaultValue("30s") Duration timeout) {

    private static final Duration FURTHEST = Duration.ofDays(15);

    public OpenMeteoProperties {
        if (lookahead.isNegative() || lookahead.compareTo(FURTHEST) > 0) {
            throw new IllegalArgumentException(
                    "ingest.connectors.openmeteo.lookahead is 15 days at most but was " + lookahead);
        }
        if (batch < 1) {
            throw new IllegalArgumentException("ingest.connectors.openmeteo.batch is 1 at least but was " + batch);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "OpenMeteoProperties[baseUrl=" + baseUrl + ", lookahead=" + lookahead + ", refresh=" + refresh + "]";
    }
}
