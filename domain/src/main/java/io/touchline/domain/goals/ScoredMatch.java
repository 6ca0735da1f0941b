package io.touchline.domain.goals;

import java.time.Instant;

/**
 * A played match as the goal models see it.
 *
 * @param home the home team's id
 * @param away the away team's id
 * @param playedAt kickoff; only differences matter, for the decay
 */
public record ScoredMatch(String home, String away, int homeGoals, int awayGoals, Instant playedAt) {

    public ScoredMatch {
        if (homeGoals < 0 || awayGoals < 0 || home.equals(away)) {
            throw new IllegalArgumentException("a match has two teams and no negative goals but was " + home + " "
                    + homeGoals + "-" + awayGoals + " " + away);
        }
    }
}
