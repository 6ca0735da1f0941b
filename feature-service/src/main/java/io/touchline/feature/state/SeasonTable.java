package io.touchline.feature.state;

import io.touchline.domain.rating.EloRating;
import io.touchline.feature.state.Appearance.SeasonTotals;
import java.util.ArrayList;
import java.util.List;

/**
 * A competition's table in one season as it was known before a moment: every team with a match in it.
 *
 * @param season label
 * @param rows in the order of the teams' slugs
 * @param meanElo mean Elo rating of the teams; NaN where there are none
 */
public record SeasonTable(String season, List<SeasonTotals> rows, double meanElo) {

    /** The place from the bottom above which a team is safe, whatever the competition's own rule. */
    private static final int DROP = 3;

    /** Twice as many matches as other teams make a season. */
    private static final int MATCHES_AGAINST_EACH = 2;

    static SeasonTable of(
            String competition, String season, long before, Iterable<String> teams, AssociationState state) {
        List<SeasonTotals> rows = new ArrayList<>();
        double sum = 0;
        for (String team : teams) {
            TeamHistory history = state.history(team);
            int count = history.countBefore(before);
            SeasonTotals totals = history.totals(competition, season, count);
            if (totals.matches() > 0) {
                rows.add(totals);
                sum += count == 0 ? EloRating.START : history.at(count - 1).eloAfter();
            }
        }
        return new SeasonTable(season, rows, rows.isEmpty() ? Double.NaN : sum / rows.size());
    }

    /** A team's place, 1 the first; NaN where it has not played. */
    public double position(SeasonTotals own) {
        if (own.matches() == 0) {
            return Double.NaN;
        }
        int above = 0;
        for (SeasonTotals row : rows) {
            if (row.above(own)) {
                above++;
            }
        }
        return above + 1;
    }

    /** Points behind the team with most points, 0 for that one; NaN where it has not played. */
    public double behindLeader(SeasonTotals own) {
        int most = 0;
        for (SeasonTotals row : rows) {
            most = Math.max(most, row.points());
        }
        return own.matches() == 0 ? Double.NaN : most - own.points();
    }

    /** Points over the team that is third from the bottom by points, negative below it; NaN where it has not played or there are fewer than six teams. */
    public double aboveDrop(SeasonTotals own) {
        if (own.matches() == 0 || rows.size() < 2 * DROP) {
            return Double.NaN;
        }
        int[] lowest = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        for (SeasonTotals row : rows) {
            int points = row.points();
            for (int at = 0; at < DROP; at++) {
                if (points < lowest[at]) {
                    int moved = lowest[at];
                    lowest[at] = points;
                    points = moved;
                }
            }
        }
        return own.points() - lowest[DROP - 1];
    }

    /**
     * How much is at stake, 0 to 1: the part of the season that is played, at most 1, times exp(-gap / 6), where the gap is the smaller of the points behind the leader and the distance to the
     * drop. Our own measure.
     */
    public double motivation(SeasonTotals own) {
        double drop = aboveDrop(own);
        if (Double.isNaN(drop)) {
            return Double.NaN;
        }
        double played = Math.min(1, own.matches() / (double) (MATCHES_AGAINST_EACH * (rows.size() - 1)));
        return played * Math.exp(-Math.min(behindLeader(own), Math.abs(drop)) / 6);
    }
}
