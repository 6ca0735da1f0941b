package io.touchline.feature.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A competition's results with running sums, and who has played in each season: a stack, as {@link TeamHistory}. */
final class CompetitionHistory {

    /** Sums of whole numbers up to and including one result, so that a difference of two is exact. */
    record Sums(long resultAt, int matches, int homeWins, int draws, int homeGoals, int awayGoals) {

        static final Sums NONE = new Sums(Long.MIN_VALUE, 0, 0, 0, 0, 0);

        Sums plus(PastResult result) {
            int difference = result.homeGoals() - result.awayGoals();
            return new Sums(
                    result.resultAt(),
                    matches + 1,
                    homeWins + (difference > 0 ? 1 : 0),
                    draws + (difference == 0 ? 1 : 0),
                    homeGoals + result.homeGoals(),
                    awayGoals + result.awayGoals());
        }
    }

    private final List<Sums> sums = new ArrayList<>();
    private final Map<String, TreeMap<String, Integer>> matchesByTeamBySeason = new HashMap<>();

    void push(PastResult result) {
        sums.add((sums.isEmpty() ? Sums.NONE : sums.getLast()).plus(result));
        TreeMap<String, Integer> teams =
                matchesByTeamBySeason.computeIfAbsent(result.season(), unused -> new TreeMap<>());
        teams.merge(result.homeTeam(), 1, Integer::sum);
        teams.merge(result.awayTeam(), 1, Integer::sum);
    }

    void pop(PastResult result) {
        sums.removeLast();
        TreeMap<String, Integer> teams = matchesByTeamBySeason.get(result.season());
        if (teams != null) {
            teams.computeIfPresent(result.homeTeam(), (team, count) -> count == 1 ? null : count - 1);
            teams.computeIfPresent(result.awayTeam(), (team, count) -> count == 1 ? null : count - 1);
        }
    }

    /** Sums of everything known strictly before a moment. */
    Sums before(long moment) {
        int low = 0;
        int high = sums.size();
        if (high > 0 && sums.get(high - 1).resultAt() < moment) {
            return sums.get(high - 1);
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums.get(middle).resultAt() < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? Sums.NONE : sums.get(low - 1);
    }

    /** Teams with a result in a season, whenever it was, in the order of their slugs. */
    Iterable<String> teams(String season) {
        TreeMap<String, Integer> teams = matchesByTeamBySeason.get(season);
        return teams == null ? Collections.emptyList() : teams.keySet();
    }
}
