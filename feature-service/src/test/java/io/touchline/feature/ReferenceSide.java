package io.touchline.feature;

import io.touchline.schema.MatchResult;
import io.touchline.schema.TeamStatistics;
import java.util.List;
import java.util.stream.Stream;

/** One team's side of a result, for the references. */
record ReferenceSide(MatchResult match, boolean home) {

    /** All of a team, newest first. */
    static List<ReferenceSide> of(List<MatchResult> known, String team) {
        return known.reversed().stream()
                .flatMap(match -> Stream.of(new ReferenceSide(match, true), new ReferenceSide(match, false)))
                .filter(side -> side.team().equals(team))
                .toList();
    }

    String team() {
        return home ? match.getHomeTeam() : match.getAwayTeam();
    }

    String opponent() {
        return home ? match.getAwayTeam() : match.getHomeTeam();
    }

    int goals() {
        return home ? match.getHomeGoals() : match.getAwayGoals();
    }

    int against() {
        return home ? match.getAwayGoals() : match.getHomeGoals();
    }

    double points() {
        return goals() > against() ? 3 : goals() == against() ? 1 : 0;
    }

    /** 1, 0.5 or 0. */
    double score() {
        return goals() > against() ? 1 : goals() == against() ? 0.5 : 0;
    }

    TeamStatistics own() {
        return home ? match.getHome() : match.getAway();
    }

    TeamStatistics other() {
        return home ? match.getAway() : match.getHome();
    }
}
