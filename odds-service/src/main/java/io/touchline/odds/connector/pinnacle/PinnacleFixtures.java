package io.touchline.odds.connector.pinnacle;

import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.TeamRef;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.vendor.JsonFields;
import io.touchline.platform.vendor.Unusable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads an event of a fixtures answer. */
final class PinnacleFixtures {

    private static final int LIVE = 1;

    private PinnacleFixtures() {}

    static PinnacleFixture read(JsonNode event, String id, String sport, @Nullable String league) throws Unusable {
        String home = JsonFields.text(event, "home");
        String away = JsonFields.text(event, "away");
        if (home == null || away == null) {
            throw new Unusable(RejectReason.MISSING_TEAM, "an event without " + (home == null ? "home" : "away"));
        }
        Instant starts = PinnaclePeriod.time(event, "starts");
        Integer live = JsonFields.whole(event, "liveStatus", 0, 99);
        Double version = JsonFields.number(event, "version");
        FixtureRef ref = new FixtureRef(
                PinnacleAdapter.SOURCE,
                id,
                sport,
                PinnacleNames.competition(sport, league),
                league,
                null,
                null,
                TeamRef.of(home),
                TeamRef.of(away),
                starts,
                true,
                null);
        return new PinnacleFixture(
                ref,
                JsonFields.text(event, "parentId"),
                live == null || live == 0 ? null : Boolean.valueOf(live == LIVE),
                PinnacleNames.otherUnit(JsonFields.text(event, "resultingUnit"), home),
                version == null ? 0 : version.longValue());
    }
}
