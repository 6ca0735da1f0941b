package io.touchline.prediction.train;

import io.touchline.domain.fixture.Score;
import java.time.Instant;

/**
 * A result as the trainer keeps it.
 *
 * @param resultAt when it was known: nothing before may use it
 */
public record PlayedMatch(
        String fixtureId,
        String competition,
        String homeTeam,
        String awayTeam,
        Instant kickoffAt,
        Instant resultAt,
        Score score) {

    /** 0 home, 1 draw, 2 away. */
    public int outcome() {
        return score.margin() > 0 ? 0 : score.margin() == 0 ? 1 : 2;
    }
}
