package io.touchline.ingest;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the ingest service.
 *
 * @param teams a table of clubs and spellings laid over the shipped one; null for the shipped one alone
 * @param footballdata football-data.co.uk
 */
@ConfigurationProperties("ingest")
public record IngestProperties(
        @Nullable Path teams, @DefaultValue FootballData footballdata) {

    /**
     * football-data.co.uk.
     *
     * @param enabled whether the current season's files are asked for daily
     * @param baseUrl address of the site without a trailing slash
     * @param dailyAt time of day in the United Kingdom
     * @param codes divisions and countries, {@code E0}, {@code BRA}; empty for all
     * @param pause least time between two requests
     * @param timeout most time for one whole answer
     */
    public record FootballData(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("https://www.football-data.co.uk") URI baseUrl,
            @DefaultValue("02:00") LocalTime dailyAt,
            @DefaultValue List<String> codes,
            @DefaultValue("1s") Duration pause,
            @DefaultValue("30s") Duration timeout) {}
}
