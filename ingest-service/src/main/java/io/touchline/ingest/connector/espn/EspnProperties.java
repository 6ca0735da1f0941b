package io.touchline.ingest.connector.espn;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the ESPN connector.
 *
 * @param enabled whether it runs; it needs no key
 * @param baseUrl address of the site API
 * @param leagues which, in ESPN's spelling, which is ours: {@code eng.1}; other sports with theirs before it: {@code basketball/nba}
 * @param poll from one round to the next
 * @param lookahead how far ahead fixtures are read
 * @param historyFrom first day of results to read at the start; null: none but yesterday's
 * @param summaries whether the summary of every running football match is read as well, one request a match and round: substitutions, missed penalties, reviews
 * @param requestsPerMinute most requests a minute; ESPN publishes no limit, so this is politeness
 * @param timeout most time for one whole answer
 */
@ConfigurationProperties("ingest.connectors.espn")
public record EspnProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("https://site.api.espn.com") URI baseUrl,

        @DefaultValue({"eng.1", "esp.1", "ger.1", "ita.1", "fra.1"})
        List<String> leagues,

        @DefaultValue("30s") Duration poll,
        @DefaultValue("7d") Duration lookahead,
        @Nullable LocalDate historyFrom,
        @DefaultValue("false") boolean summaries,
        @DefaultValue("60") int requestsPerMinute,
        @DefaultValue("15s") Duration timeout) {}
