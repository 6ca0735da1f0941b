package io.touchline.odds.connector.betfair.book;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Betfair says of a market, always whole; only what we use. Times are ISO 8601 as they came. Everything may be missing in some file.
 *
 * @param eventId of the fixture
 * @param eventTypeId of the sport
 * @param marketType such as MATCH_ODDS
 * @param bettingType such as ODDS or ASIAN_HANDICAP_DOUBLE_LINE
 * @param name of the market, in historical files alone
 * @param eventName of the fixture, likewise
 * @param status INACTIVE, OPEN, SUSPENDED or CLOSED
 * @param inPlay whether the match runs
 * @param numberOfWinners 0 for Asian handicaps
 * @param version rises
 * @param marketTime scheduled start of what is bet on
 * @param openDate scheduled start of the event
 * @param settledTime when it was settled
 * @param countryCode ISO 3166, two letters
 * @param regulators whose rules; one that is not international is an exchange of its own
 * @param runners in the order of the message
 */
public record MarketDefinition(
        @Nullable String eventId,
        @Nullable String eventTypeId,
        @Nullable String marketType,
        @Nullable String bettingType,
        @Nullable String name,
        @Nullable String eventName,
        String status,
        boolean inPlay,
        long numberOfWinners,
        long version,
        @Nullable String marketTime,
        @Nullable String openDate,
        @Nullable String settledTime,
        @Nullable String countryCode,
        List<String> regulators,
        List<RunnerDefinition> runners) {

    public MarketDefinition {
        regulators = List.copyOf(regulators);
        runners = List.copyOf(runners);
    }

    public boolean isClosed() {
        return status.equals("CLOSED");
    }
}
