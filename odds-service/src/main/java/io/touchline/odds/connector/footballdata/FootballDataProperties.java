package io.touchline.odds.connector.footballdata;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of football-data.co.uk as a source of prices; its results are ingest's ({@code ingest.footballdata}).
 *
 * @param enabled whether it runs; it needs no key
 * @param baseUrl address of the site without a trailing slash
 * @param divisions whose file of the current season is read beside the two files of matches to come; played matches in them are checked and recorded, not told
 * @param poll from one round to the next; the files change on Tuesdays and Fridays
 * @param pause least time between two requests
 * @param timeout most time for one whole answer
 */
@ConfigurationProperties("odds.connectors.footballdata")
public record FootballDataProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("https://www.football-data.co.uk") URI baseUrl,
        @DefaultValue({"E0", "SP1", "D1", "I1", "F1"}) List<String> divisions,
        @DefaultValue("1h") Duration poll,
        @DefaultValue("2s") Duration pause,
        @DefaultValue("30s") Duration timeout) {}
