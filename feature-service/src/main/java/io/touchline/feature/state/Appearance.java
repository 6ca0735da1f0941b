package io.touchline.feature.state;

import io.touchline.feature.state.PastResult.Numbers;

/**
 * One team's side of one past result, with its ratings around it and its season's running totals.
 *
 * @param result the match
 * @param atHome whether the team was the home side
 * @param eloBefore the team's Elo rating before the match
 * @param opponentEloBefore the opponent's
 * @param eloExpected score (win 1, draw 0.5, loss 0) that Elo expected of the team, home advantage included
 * @param eloAfter the team's Elo rating after the match
 * @param oddsEloAfter the team's odds-fed rating after the match; NaN before its first match with closing odds
 * @param marketExpected score (win 1, draw 0.5, loss 0) that the closing odds expected of the team; NaN where they are unknown
 * @param piAtHomeAfter the team's pi-rating at home after the match, goals
 * @param piAwayAfter the team's pi-rating away after the match, goals
 * @param season totals in this competition and season, this match included
 */
public record Appearance(
        PastResult result,
        boolean atHome,
        double eloBefore,
        double opponentEloBefore,
        double eloExpected,
        double eloAfter,
        double oddsEloAfter,
        double marketExpected,
        double piAtHomeAfter,
        double piAwayAfter,
        SeasonTotals season) {

    /** Running totals of a team in one competition and season. */
    public record SeasonTotals(int matches, int points, int goals, int goalsAgainst) {

        static final SeasonTotals NONE = new SeasonTotals(0, 0, 0, 0);

        public int goalDifference() {
            return goals - goalsAgainst;
        }

        SeasonTotals plus(int goalsFor, int against) {
            int won = goalsFor > against ? 3 : goalsFor == against ? 1 : 0;
            return new SeasonTotals(matches + 1, points + won, goals + goalsFor, goalsAgainst + against);
        }

        /** Whether these totals stand strictly higher in a table: points, goal difference, goals. */
        public boolean above(SeasonTotals other) {
            if (points != other.points) {
                return points > other.points;
            }
            return goalDifference() != other.goalDifference()
                    ? goalDifference() > other.goalDifference()
                    : goals > other.goals;
        }
    }

    public String team() {
        return atHome ? result.homeTeam() : result.awayTeam();
    }

    public String opponent() {
        return atHome ? result.awayTeam() : result.homeTeam();
    }

    public int goals() {
        return atHome ? result.homeGoals() : result.awayGoals();
    }

    public int goalsAgainst() {
        return atHome ? result.awayGoals() : result.homeGoals();
    }

    public int goalDifference() {
        return goals() - goalsAgainst();
    }

    /** 3 for a win, 1 for a draw, 0 for a loss. */
    public int points() {
        int difference = goalDifference();
        return difference > 0 ? 3 : difference == 0 ? 1 : 0;
    }

    /** The team's own numbers. */
    public Numbers own() {
        return atHome ? result.home() : result.away();
    }

    /** The opponent's numbers. */
    public Numbers opponents() {
        return atHome ? result.away() : result.home();
    }
}
