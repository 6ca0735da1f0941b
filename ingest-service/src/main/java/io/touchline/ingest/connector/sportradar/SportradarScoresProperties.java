package io.touchline.ingest.connector.sportradar;

import io.touchline.platform.sportradar.UofSettings;
import io.touchline.platform.vendor.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the session with Sportradar's Unified Odds Feed that reads how matches stand.
 *
 * @param token access token; the connector sleeps without one
 * @param host of the broker; stgmq.betradar.com for the integration environment
 * @param port of the broker, TLS
 * @param truststore PKCS12 file of whom to trust in place of the JDK's own
 * @param truststorePassword of the truststore
 * @param apiUrl address of the API; https://stgapi.betradar.com for the integration environment
 * @param language of names in the API
 * @param producers the vendor's numbers of those that are listened to: 1 live odds is the one that tells scores
 * @param sports the vendor's numbers of sports: 1 soccer, 2 basketball, 3 baseball, 4 ice hockey, 16 American football
 * @param nodeId tells this session's recoveries from those of the account's other sessions; each its own
 * @param aliveLimit longest time between two alive messages of a producer, which come every 10 s
 * @param firstRecovery how far the first recovery goes back; 0s for everything that stands now
 * @param recoveryGap least time between two recovery requests of a producer
 * @param recoveryLimit longest time that a recovery may take
 * @param heartbeat between broker and us
 * @param requestsPerMinute most requests for fixtures and schedules a minute
 * @param timeout most time for one whole answer of the API, and for connecting
 */
@ConfigurationProperties("ingest.connectors.sportradar")
public record SportradarScoresProperties(
        @Nullable String token,
        @DefaultValue("mq.betradar.com") String host,
        @DefaultValue("5671") int port,
        @Nullable Path truststore,
        @Nullable String truststorePassword,
        @DefaultValue("https://api.betradar.com") URI apiUrl,
        @DefaultValue("en") String language,
        @DefaultValue({"1"}) List<String> producers,
        @DefaultValue({"1"}) List<String> sports,
        @DefaultValue("2") int nodeId,
        @DefaultValue("20s") Duration aliveLimit,
        @DefaultValue("150m") Duration firstRecovery,
        @DefaultValue("30s") Duration recoveryGap,
        @DefaultValue("60m") Duration recoveryLimit,
        @DefaultValue("30s") Duration heartbeat,
        @DefaultValue("120") int requestsPerMinute,
        @DefaultValue("30s") Duration timeout) {

    /** For the connector. */
    UofSettings settings(Secret secret) {
        return new UofSettings(
                secret,
                host,
                port,
                truststore,
                truststorePassword,
                apiUrl,
                language,
                producers,
                sports,
                UofSettings.Interest.SCORES,
                nodeId,
                aliveLimit,
                firstRecovery,
                recoveryGap,
                recoveryLimit,
                heartbeat,
                requestsPerMinute,
                timeout);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "SportradarScoresProperties[host=" + host + ", apiUrl=" + apiUrl + ", producers=" + producers + "]";
    }
}
