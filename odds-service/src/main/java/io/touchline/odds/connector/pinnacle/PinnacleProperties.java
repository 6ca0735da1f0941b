package io.touchline.odds.connector.pinnacle;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of Pinnacle's connector. The vendor allows one odds request a sport in 2 minutes.
 *
 * @param user the account's user
 * @param password the account's password; the connector sleeps without one
 * @param baseUrl address of the API
 * @param sports the vendor's numbers of sports: 29 soccer, 4 basketball, 15 American football, 3 baseball, 19 hockey
 * @param leagues the vendor's numbers of leagues; empty for all
 * @param poll from one round to the next
 * @param snapshot from one whole answer to the next; changes are asked for between them
 * @param requestGap least time between two requests for the same thing
 * @param timeout most time for one whole answer
 */
@ConfigurationProperties("odds.connectors.pinnacle")
public record PinnacleProperties(
        @DefaultValue("") String user,
        @Nullable String password,
        @DefaultValue("https://api.pinnacle.com") URI baseUrl,
        @DefaultValue({"29"}) List<String> sports,
        @DefaultValue({}) List<String> leagues,
        @DefaultValue("120s") Duration poll,
        @DefaultValue("10m") Duration snapshot,
        @DefaultValue("120s") Duration requestGap,
        @DefaultValue("30s") Duration timeout) {

    /** Without user and password. */
    @Override
    public String toString() {
        return "PinnacleProperties[baseUrl=" + baseUrl + ", sports=" + sports + ", poll=" + poll + "]";
    }
}
