package io.touchline.prediction.train;

import io.touchline.domain.fixture.Score;
import io.touchline.prediction.model.strength.MatchStatistics;
import io.touchline.schema.MatchResult;
import io.touchline.schema.TeamStatistics;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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

    /** A result as it stands on the topic. */
    static PlayedMatch of(MatchResult result) {
        TeamStatistics home = result.getHome();
        TeamStatistics away = result.getAway();
        return new PlayedMatch(
                result.getFixtureId(),
                result.getCompetition(),
                result.getHomeTeam(),
                result.getAwayTeam(),
                result.getKickoffAt(),
                result.getResultAt(),
                new Score(result.getHomeGoals(), result.getAwayGoals()),
                new MatchStatistics(
                                orNaN(home.getShots()),
                                orNaN(away.getShots()),
                                orNaN(home.getShotsOnTarget()),
                                orNaN(away.getShotsOnTarget()),
                                orNaN(home.getCorners()),
                                orNaN(away.getCorners()))
                        .withXg(home.getXg(), home.getNonPenaltyXg(), away.getXg(), away.getNonPenaltyXg()));
    }

    private static double orNaN(@Nullable Integer count) {
        return count == null ? Double.NaN : count;
    }
}
