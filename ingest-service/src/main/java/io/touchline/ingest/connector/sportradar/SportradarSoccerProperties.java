package io.touchline.ingest.connector.sportradar;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of Sportradar's soccer API, version 4.
 *
 * @param key the API key; the connector sleeps without one
 * @param baseUrl address of the API
 * @param access the key's level: trial or production
 * @param language of names
 * @param poll from one look at the running matches to the next; what changed is told for 10 s, so longer than that means everything again every time
 * @param whole from one answer with everything of the running matches to the next
 * @param schedules from one look at the days' schedules to the next
 * @param before how long before a kickoff its match is looked at, and how long after its end
 * @param requestGap least time between two requests
 * @param timeout most time for one whole answer
 */
@ConfigurationProperties("ingest.connectors.sportradar-soccer")
public record SportradarSoccerProperties(
        @Nullable String key,
        @DefaultValue("https://api.sportradar.com") URI baseUrl,
        @DefaultValue("trial") String access,
        @DefaultValue("en") String language,
        @DefaultValue("5s") Duration poll,
        @DefaultValue("60s") Duration whole,
        @DefaultValue("3h") Duration schedules,
        @DefaultValue("10m") Duration before,
        @DefaultValue("1100ms") Duration requestGap,
        @DefaultValue("15s") Duration timeout) {

    /** Without the key. */
    @Override
    public String toString() {
        return "SportradarSoccerProperties[baseUrl=" + baseUrl + ", access=" + access + ", poll=" + poll + "]";
    }
}
