package io.touchline.feature.catalogue;

import io.touchline.feature.state.Appearance;
import io.touchline.feature.state.Appearance.SeasonTotals;
import io.touchline.feature.state.SeasonTable;

/** The groups scoring, defensive, set_pieces and tactical: how they play. */
final class PlayFormulas {

    private static final int FEWEST_STRONGER = 3;

    private PlayFormulas() {}

    static void addTo(Formulas formulas) {
        scoring(formulas);
        defensive(formulas);
        setPieces(formulas);
        tactical(formulas);
    }

    private static void scoring(Formulas formulas) {
        formulas.means("scoring_goals", Stat.GOALS, 10, 5, 10, 20);
        formulas.means("scoring_failed_share", Stat.FAILED_TO_SCORE, 0, 10);
        formulas.means("scoring_over25_share", Stat.OVER25, 0, 20);
        formulas.means("scoring_both_scored_share", Stat.BOTH_SCORED, 0, 20);
        formulas.means("scoring_shots", Stat.SHOTS, 10, 5, 10, 20);
        formulas.means("scoring_shots_on_target", Stat.SHOTS_ON_TARGET, 10, 5, 10, 20);
        formulas.sides("scoring_conversion_20", (side, view) -> side.last(20).ratio(Stat.GOALS_WITH_SHOTS, Stat.SHOTS));
        formulas.sides("scoring_accuracy_20", (side, view) -> side.last(20).ratio(Stat.SHOTS_ON_TARGET, Stat.SHOTS));
        formulas.means("scoring_first_half_goals", Stat.FIRST_HALF_GOALS, 0, 10);
        formulas.means("scoring_second_half_goals", Stat.SECOND_HALF_GOALS, 0, 10);
        formulas.sidesAndDifference("scoring_attack_strength", PlayFormulas::attack);
        formulas.sidesAndDifference("scoring_expected_goals", PlayFormulas::expectedGoals);
    }

    private static void defensive(Formulas formulas) {
        formulas.means("defensive_goals_against", Stat.GOALS_AGAINST, 10, 5, 10, 20);
        formulas.means("defensive_clean_sheet_share", Stat.CLEAN_SHEET, 0, 10, 20);
        formulas.means("defensive_shots_against", Stat.SHOTS_AGAINST, 10, 10, 20);
        formulas.means("defensive_shots_on_target_against", Stat.SHOTS_ON_TARGET_AGAINST, 10, 10, 20);
        formulas.sides(
                "defensive_save_share_20",
                (side, view) -> 1 - side.last(20).ratio(Stat.GOALS_AGAINST_WITH_SHOTS, Stat.SHOTS_ON_TARGET_AGAINST));
        formulas.means("defensive_first_half_goals_against", Stat.FIRST_HALF_GOALS_AGAINST, 0, 10);
        formulas.means("defensive_second_half_goals_against", Stat.SECOND_HALF_GOALS_AGAINST, 0, 10);
        formulas.sidesAndDifference("defensive_weakness", PlayFormulas::weakness);
    }

    private static void setPieces(Formulas formulas) {
        formulas.means("set_pieces_corners", Stat.CORNERS, 10, 5, 10, 20);
        formulas.means("set_pieces_corners_against", Stat.CORNERS_AGAINST, 10, 10);
        formulas.sidesAndDifference(
                "set_pieces_corner_share_10", (side, view) -> side.last(10).share(Stat.CORNERS, Stat.CORNERS_AGAINST));
        formulas.means("set_pieces_fouls_drawn", Stat.FOULS_DRAWN, 0, 10);
        formulas.means("set_pieces_penalties", Stat.PENALTIES, 0, 20);
        formulas.means("set_pieces_penalties_against", Stat.PENALTIES_AGAINST, 0, 20);
    }

    private static void tactical(Formulas formulas) {
        formulas.sidesAndDifference(
                "tactical_shot_share_10", (side, view) -> side.last(10).share(Stat.SHOTS, Stat.SHOTS_AGAINST));
        formulas.sidesAndDifference(
                "tactical_shot_on_target_share_10",
                (side, view) -> side.last(10).share(Stat.SHOTS_ON_TARGET, Stat.SHOTS_ON_TARGET_AGAINST));
        formulas.means("tactical_fouls", Stat.FOULS, 10, 10);
        formulas.means("tactical_yellow_cards", Stat.YELLOW_CARDS, 10, 10);
        formulas.means("tactical_red_cards", Stat.RED_CARDS, 0, 20);
        formulas.means("tactical_half_time_lead_share", Stat.HALF_TIME_LEAD, 0, 20);
        formulas.means("tactical_half_time_points", Stat.HALF_TIME_POINTS, 0, 20);
        formulas.means("tactical_total_goals", Stat.TOTAL_GOALS, 0, 10);
        formulas.sidesAndDifference(
                "tactical_table_position", (side, view) -> table(view).position(totals(side, view)));
        formulas.sidesAndDifference(
                "tactical_season_points",
                (side, view) -> aMatch(totals(side, view), totals(side, view).points()));
        formulas.sidesAndDifference(
                "tactical_season_goal_difference",
                (side, view) -> aMatch(totals(side, view), totals(side, view).goalDifference()));
        formulas.sides(
                "tactical_points_behind_leader", (side, view) -> table(view).behindLeader(totals(side, view)));
        formulas.sides("tactical_points_above_drop", (side, view) -> table(view).aboveDrop(totals(side, view)));
        formulas.sidesAndDifference(
                "tactical_motivation", (side, view) -> table(view).motivation(totals(side, view)));
        formulas.sides("tactical_points_against_stronger_20", (side, view) -> againstStronger(side));
        formulas.means("tactical_possession", Stat.POSSESSION, 10, 10);
        formulas.sides(
                "tactical_possession_efficiency_20",
                (side, view) -> side.last(20).ratio(Stat.SHOTS_WITH_POSSESSION, Stat.POSSESSION));
        formulas.means("tactical_pressing", Stat.PASSES_PER_DEFENSIVE_ACTION, 10, 10);
        formulas.means("tactical_deep_completions", Stat.DEEP_COMPLETIONS, 0, 10);
    }

    private static SeasonTable table(FixtureView view) {
        return view.league().table(view.fixture().season());
    }

    private static SeasonTotals totals(TeamPart side, FixtureView view) {
        return side.view().totals(view.fixture().competition(), view.fixture().season());
    }

    private static double aMatch(SeasonTotals totals, int sum) {
        return totals.matches() == 0 ? Double.NaN : (double) sum / totals.matches();
    }

    /** Mean points of the last 20 matches in which the opponent was rated higher; NaN with fewer than {@link #FEWEST_STRONGER}. */
    private static double againstStronger(TeamPart side) {
        int points = 0;
        int matches = 0;
        for (int at = 0; at < side.recent(); at++) {
            Appearance appearance = side.back(at);
            if (appearance.opponentEloBefore() > appearance.eloBefore()) {
                points += appearance.points();
                matches++;
            }
        }
        return matches < FEWEST_STRONGER ? Double.NaN : (double) points / matches;
    }

    /** Goals of a team over the league's mean goals a team and match. */
    private static double attack(TeamPart side, FixtureView view) {
        return side.last(20).mean(Stat.GOALS) / leagueMean(view);
    }

    private static double weakness(TeamPart side, FixtureView view) {
        return side.last(20).mean(Stat.GOALS_AGAINST) / leagueMean(view);
    }

    private static double expectedGoals(TeamPart side, FixtureView view) {
        double league =
                side.atHome() ? view.league().homeGoals() : view.league().awayGoals();
        return league * attack(side, view) * weakness(view.other(side), view);
    }

    private static double leagueMean(FixtureView view) {
        double mean = (view.league().homeGoals() + view.league().awayGoals()) / 2;
        return mean > 0 ? mean : Double.NaN;
    }
}
