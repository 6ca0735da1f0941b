package io.touchline.ingest.connector.openmeteo;

import java.time.Instant;
import java.util.List;

/** The fixtures whose weather is wanted; whoever knows them implements it. */
@FunctionalInterface
public interface UpcomingFixtures {

    /**
     * One of them, in our words.
     *
     * @param fixtureId ours
     * @param competition our code
     * @param homeTeam slug of the team at home
     * @param homeName its name
     * @param awayName the other's
     */
    record Upcoming(
            String fixtureId,
            String competition,
            String homeTeam,
            String homeName,
            String awayName,
            Instant kickoffAt) {}

    /** Returns when what is known already is here, or after a while without it. */
    default void await() throws InterruptedException {}

    /** Those that kick off from one moment to another. */
    List<Upcoming> between(Instant from, Instant to);
}
