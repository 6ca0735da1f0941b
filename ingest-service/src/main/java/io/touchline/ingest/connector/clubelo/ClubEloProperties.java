package io.touchline.ingest.connector.clubelo;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of Club Elo's connector.
 *
 * @param enabled whether it runs; it needs no key
 * @param baseUrl address of the API, without a trailing slash; the vendor has no https
 * @param poll from one reading of the day's table to the next
 * @param requestsPerMinute most requests a minute; no limit is published, so this is politeness
 * @param timeout most time for one whole answer
 */
@ConfigurationProperties("ingest.connectors.clubelo")
public record ClubEloProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("http://api.clubelo.com") URI baseUrl,
        @DefaultValue("24h") Duration poll,
        @DefaultValue("6") int requestsPerMinute,
        @DefaultValue("30s") Duration timeout) {}
