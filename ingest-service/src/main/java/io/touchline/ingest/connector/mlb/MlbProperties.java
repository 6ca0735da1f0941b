package io.touchline.ingest.connector.mlb;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the MLB connector.
 *
 * @param enabled whether it runs; it needs no key
 * @param baseUrl address of the Stats API
 * @param poll from one round to the next; a live feed asks for 10 s at least
 * @param lookahead how far ahead games are read
 * @param feeds whether the live feed of every running game is read as well, one request a game and round
 * @param requestsPerMinute most requests a minute; no limit is published, so this is politeness
 * @param timeout most time for one whole answer
 */
@ConfigurationProperties("ingest.connectors.mlb")
public record MlbProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("https://statsapi.mlb.com") URI baseUrl,
        @DefaultValue("20s") Duration poll,
        @DefaultValue("7d") Duration lookahead,
        @DefaultValue("true") boolean feeds,
        @DefaultValue("60") int requestsPerMinute,
        @DefaultValue("20s") Duration timeout) {}
