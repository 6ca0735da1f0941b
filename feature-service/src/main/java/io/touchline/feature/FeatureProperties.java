package io.touchline.feature;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the feature service.
 *
 * @param cutoff labels of vectors
 * @param elo Elo rating
 * @param pi pi-rating
 * @param store Postgres and Redis
 * @param query the endpoint of the state stores
 */
@ConfigurationProperties("feature")
public record FeatureProperties(
        @DefaultValue Cutoff cutoff,
        @DefaultValue Elo elo,
        @DefaultValue Pi pi,
        @DefaultValue Store store,
        @DefaultValue Query query) {

    /**
     * The endpoint of the state stores, for the gateway and for other instances of this service.
     *
     * @param host name or address of this machine by which those reach it; it listens there alone
     * @param port 0: any free one, which other instances find by themselves and the gateway does not
     */
    public record Query(
            @DefaultValue("127.0.0.1") String host,
            @DefaultValue("0") int port) {}

    /**
     * Labels of vectors.
     *
     * @param closingWindow the last time before kickoff, 0..1 h, whose vectors are called CLOSING
     */
    public record Cutoff(@DefaultValue("10m") Duration closingWindow) {}

    /**
     * Elo rating. Another setting makes other ratings: a change asks for a replay of history.
     *
     * @param k points at stake in a match
     * @param homeAdvantage points added to the home side
     * @param goalMargin whether the margin of victory raises the points at stake
     */
    public record Elo(
            @DefaultValue("20") double k,
            @DefaultValue("65") double homeAdvantage,
            @DefaultValue("true") boolean goalMargin) {}

    /**
     * Pi-rating.
     *
     * @param learningRate how much of a match's error goes into the rating, 0..1
     * @param transfer how much of that change goes into the rating on the other ground, 0..1
     */
    public record Pi(
            @DefaultValue("0.035") double learningRate,
            @DefaultValue("0.7") double transfer) {}

    /**
     * Postgres and Redis.
     *
     * @param outsideLive whether a replay's vectors are written too; in live state they always are where Postgres is set
     * @param lifetime how long the cache keeps the features of a match
     */
    public record Store(
            @DefaultValue("false") boolean outsideLive,
            @DefaultValue("1h") Duration lifetime) {}
}
