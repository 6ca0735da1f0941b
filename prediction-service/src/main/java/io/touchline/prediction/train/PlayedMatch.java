package io.touchline.prediction.train;

import io.touchline.domain.fixture.Score;
import io.touchline.prediction.model.strength.MatchStatistics;
import java.time.Instant;

/**
 * A result as the trainer keeps it.
 *
 * @param resultAt when it was known: nothing before may use it
 * @param statistics shots and corners
 */
public record PlayedMatch(
        String fixtureId,
        String competition,
        String homeTeam,
        String awayTeam,
        Instant kickoffAt,
        Instant resultAt,
        Score score,
        MatchStatistics statistics) {

    /** Of which goals alone are known. */
    public PlayedMatch(
            String fixtureId,
            String competition,
            String homeTeam,
            String awayTeam,
            Instant kickoffAt,
            Instant resultAt,
            Score score) {
        this(fixtureId, competition, homeTeam, awayTeam, kickoffAt, resultAt, score, MatchStatistics.UNKNOWN);
    }

    /** Three goals or more. */
    public boolean isOver25() {
        return score.home() + score.away() > 2;
    }

    /** 0 home, 1 draw, 2 away. */
    public int outcome() {
        return score.margin() > 0 ? 0 : score.margin() == 0 ? 1 : 2;
    }
}
