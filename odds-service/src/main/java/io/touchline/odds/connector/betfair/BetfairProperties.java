package io.touchline.odds.connector.betfair;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of Betfair's connector.
 *
 * @param appKey application key; the connector sleeps without one
 * @param username of the account
 * @param password of the account
 * @param keystore PKCS12 file with the account's client certificate, for the login without a person; null for the plain login
 * @param keystorePassword of the keystore
 * @param identityUrl address of login and keep-alive
 * @param certLoginUrl address of the login by certificate
 * @param apiUrl address of the betting API
 * @param streamHost host of the Exchange Stream
 * @param streamPort its port
 * @param truststore PKCS12 file with the certificates that the stream's server may show; null for the JDK's own
 * @param truststorePassword of the truststore
 * @param eventTypes sports by Betfair's numbers: 1 soccer, 2 tennis, 4 cricket, 7522 basketball
 * @param marketTypes Betfair's names of markets
 * @param countries ISO 3166, two letters; empty for all
 * @param competitions Betfair's numbers; empty for all
 * @param ahead markets that start within this time from now
 * @param maxMarkets most markets of the subscription, those that start first; Betfair allows 200
 * @param fields what the stream tells of each market
 * @param ladderLevels depth of the best offers, 1 to 10
 * @param heartbeat of the stream, 500 ms to 5 s; nothing for twice as long and the connection is given up
 * @param conflate changes of this time are told together; zero for every one
 * @param keepAlive the session is kept alive this often; it lives for 12 hours, 20 minutes in Italy
 * @param catalogueEvery how often new markets and names are asked for
 * @param requestsPerMinute most requests to login and catalogue a minute
 * @param timeout most time for one whole answer of these
 */
@ConfigurationProperties("odds.connectors.betfair")
public record BetfairProperties(
        @Nullable String appKey,
        @Nullable String username,
        @Nullable String password,
        @Nullable Path keystore,
        @Nullable String keystorePassword,
        @DefaultValue("https://identitysso.betfair.com") URI identityUrl,

        @DefaultValue("https://identitysso-cert.betfair.com")
        URI certLoginUrl,

        @DefaultValue("https://api.betfair.com") URI apiUrl,
        @DefaultValue("stream-api.betfair.com") String streamHost,
        @DefaultValue("443") int streamPort,
        @Nullable Path truststore,
        @Nullable String truststorePassword,
        @DefaultValue({"1"}) List<String> eventTypes,

        @DefaultValue({"MATCH_ODDS", "ASIAN_HANDICAP", "OVER_UNDER_25", "BOTH_TEAMS_TO_SCORE"})
        List<String> marketTypes,

        @DefaultValue({}) List<String> countries,
        @DefaultValue({}) List<String> competitions,
        @DefaultValue("48h") Duration ahead,
        @DefaultValue("200") int maxMarkets,

        @DefaultValue({"EX_BEST_OFFERS", "EX_LTP", "EX_TRADED_VOL", "EX_MARKET_DEF"})
        List<String> fields,

        @DefaultValue("3") int ladderLevels,
        @DefaultValue("5s") Duration heartbeat,
        @DefaultValue("0ms") Duration conflate,
        @DefaultValue("15m") Duration keepAlive,
        @DefaultValue("10m") Duration catalogueEvery,
        @DefaultValue("60") int requestsPerMinute,
        @DefaultValue("15s") Duration timeout) {

    public BetfairProperties {
        if (heartbeat.toMillis() < 500 || heartbeat.toMillis() > 5000) {
            throw new IllegalArgumentException(
                    "odds.connectors.betfair.heartbeat must be 500ms to 5s but was " + heartbeat);
        }
        if (maxMarkets < 1) {
            throw new IllegalArgumentException(
                    "odds.connectors.betfair.max-markets must be 1 or more but was " + maxMarkets);
        }
    }

    /** Without anything that must stay secret. */
    @Override
    public String toString() {
        return "BetfairProperties[streamHost=" + streamHost + ", eventTypes=" + eventTypes + ", marketTypes="
                + marketTypes + "]";
    }
}
