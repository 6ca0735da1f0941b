package io.touchline.simulator.vendor;

import io.touchline.simulator.league.Match;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** The lasting part of a {@code marketDefinition}. */
final class BetfairDefinition {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");

    private BetfairDefinition() {}

    static Map<String, Object> of(Match match, BetfairType type) {
        String kickoff = time(match.kickoffAt());
        return Json.object(
                "bspMarket",
                false,
                "turnInPlayEnabled",
                true,
                "persistenceEnabled",
                true,
                "marketBaseRate",
                5,
                "eventId",
                BetfairMarketBook.eventIdOf(match),
                "eventTypeId",
                BetfairMarketBook.EVENT_TYPE,
                "numberOfWinners",
                type.winners(),
                "bettingType",
                type.bettingType(),
                "marketType",
                type.name(),
                "marketTime",
                kickoff,
                "suspendTime",
                kickoff,
                "bspReconciled",
                false,
                "complete",
                true,
                "runnersVoidable",
                false,
                "regulators",
                List.of("MR_INT"),
                "countryCode",
                "GB",
                "discountAllowed",
                true,
                "timezone",
                "GMT",
                "openDate",
                kickoff);
    }

    static String time(Instant at) {
        return TIME.format(at.atZone(ZoneOffset.UTC));
    }
}
