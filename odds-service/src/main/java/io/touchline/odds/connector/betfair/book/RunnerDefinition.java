package io.touchline.odds.connector.betfair.book;

import org.jspecify.annotations.Nullable;

/**
 * A runner as a market's definition tells it.
 *
 * @param id Betfair's selection id
 * @param handicap 0 where none is told
 * @param status ACTIVE, WINNER, LOSER, PLACED, REMOVED, REMOVED_VACANT or HIDDEN
 * @param sortPriority 1 is first; 0 where none is told
 * @param name in historical files alone
 */
public record RunnerDefinition(
        long id,
        double handicap,
        String status,
        int sortPriority,
        @Nullable String name) {}
