package io.touchline.odds.connector.pinnacle;

import io.touchline.platform.identity.FixtureRef;
import org.jspecify.annotations.Nullable;

/**
 * An event as the last fixtures answer told it.
 *
 * @param ref its names
 * @param parent the event before kickoff, of an event that is bet on in play; null where none
 * @param live whether it is that event
 * @param unit what is counted where it is neither goals nor points; null for the match itself
 * @param version rises with every change; 0 where not told
 */
record PinnacleFixture(
        FixtureRef ref,
        @Nullable String parent,
        @Nullable Boolean live,
        @Nullable String unit,
        long version) {}
