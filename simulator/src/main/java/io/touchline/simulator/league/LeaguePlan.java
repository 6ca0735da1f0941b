package io.touchline.simulator.league;

import java.time.Duration;

/**
 * When the league plays, in simulated time. The running season is compressed, a round every few hours, so that somebody who
 * watches at a hundred times the speed always sees a match; the season before lies at the usual week's distance.
 *
 * @param untilFirstKickoff from the start of the run to the first kickoff; prices move, nothing is played yet
 * @param betweenWaves from one wave of a round to the next
 * @param waves how many waves a round has, at least 1
 * @param betweenRounds from the first kickoff of a round to that of the next; longer than a match
 * @param betweenPastRounds from one round of the season before to the next
 * @param sincePastSeason from the last round of the season before to the start of the run
 * @param pricedAhead how long before kickoff the bookmakers open
 */
public record LeaguePlan(
        Duration untilFirstKickoff,
        Duration betweenWaves,
        int waves,
        Duration betweenRounds,
        Duration betweenPastRounds,
        Duration sincePastSeason,
        Duration pricedAhead) {

    public LeaguePlan {
        if (waves < 1) {
            throw new IllegalArgumentException("a round has at least 1 wave but was " + waves);
        }
    }

    /**
     * Made for two minutes at {@link #DEFAULT_SPEED}: the first ten matches end before the two minutes do, another ten are
     * priced meanwhile and begin.
     */
    public static LeaguePlan demo() {
        return new LeaguePlan(
                Duration.ofMinutes(70),
                Duration.ofMinutes(10),
                3,
                Duration.ofMinutes(150),
                Duration.ofDays(6),
                Duration.ofDays(5),
                Duration.ofHours(5));
    }

    /** How many simulated seconds pass in a real one unless told otherwise. */
    public static final double DEFAULT_SPEED = 120;
}
