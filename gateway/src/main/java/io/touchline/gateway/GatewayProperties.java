package io.touchline.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * All settings of the gateway. Its files lie in {@code touchline.data}/gateway.
 *
 * @param host address to listen on
 * @param port to listen on; 0 = any free one
 * @param edgeUrl the alert stage's socket, {@code ws://host:port/ws/edge}; null: no socket, the page follows the server-sent events instead
 * @param featureUrl the feature stage's endpoint of its state, {@code http://host:port}, of any one instance; null: vectors come from the topic, the cache and Postgres
 * @param predictionUrl the prediction stage's endpoint, {@code http://host:port}; null: only what is on the topic is told, vectors of the caller's own are not predicted
 */
@ConfigurationProperties("gateway")
public record GatewayProperties(
        @DefaultValue("0.0.0.0") String host,
        @DefaultValue("8080") int port,
        @Nullable URI edgeUrl,
        @Nullable URI featureUrl,
        @Nullable URI predictionUrl,
        @DefaultValue Page page,
        @DefaultValue Limit limit,
        @DefaultValue View view,
        @DefaultValue Stream stream,
        @DefaultValue Cors cors) {

    /**
     * The web page.
     *
     * @param withoutKey whether browsers on this machine get a pass without a key
     * @param passLifetime how long a pass is good
     * @param requestsPerMinute of one pass
     */
    public record Page(
            @DefaultValue("true") boolean withoutKey,
            @DefaultValue("12h") Duration passLifetime,
            @DefaultValue("600") int requestsPerMinute) {}

    /**
     * What a caller may ask for.
     *
     * @param requestsPerMinute of one key, unless the key has its own
     * @param bodyBytes the largest body of a request
     * @param frameBytes the largest frame of the socket, either way
     */
    public record Limit(
            @DefaultValue("100") int requestsPerMinute,
            @DefaultValue("65536") int bodyBytes,
            @DefaultValue("1048576") int frameBytes) {}

    /**
     * How much the views hold.
     *
     * @param recent matches with a kickoff further back than this from the newest event are forgotten
     * @param matches at most
     * @param quotes at most, a match
     * @param alerts at most, and as many of their events
     * @param outcomes at most
     */
    public record View(
            @DefaultValue("30d") Duration recent,
            @DefaultValue("5000") int matches,
            @DefaultValue("2000") int quotes,
            @DefaultValue("10000") int alerts,
            @DefaultValue("200000") int outcomes) {}

    /** @param heartbeat a comment is sent after so long without an alert */
    public record Stream(@DefaultValue("15s") Duration heartbeat) {}

    /** @param allowedOrigins sites whose pages may ask, such as {@code https://example.org}; empty: none but our own */
    public record Cors(@DefaultValue List<String> allowedOrigins) {}
}
