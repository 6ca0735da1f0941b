package io.touchline.odds.connector.theoddsapi;

import io.touchline.domain.fixture.FixtureId;
import io.touchline.domain.fixture.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The fixtures that are known already, so that a price finds the right meeting of two sides. */
@FunctionalInterface
interface FixtureLookup {

    /** Two kickoffs nearer than this are the same match, moved a little. */
    Duration SAME_MATCH = Duration.ofHours(36);

    /** Kickoff by id of all known meetings of two sides at the home side's ground. */
    Map<FixtureId, Instant> meetings(String competition, TeamId home, TeamId away);

    /** Returns when what was known at the start is here, or after a while without it. */
    default void await() throws InterruptedException {}
}
