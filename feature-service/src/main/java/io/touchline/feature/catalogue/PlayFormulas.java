package io.touchline.feature.catalogue;

/** The groups scoring, defensive, set_pieces, tactical and xg: how they play. */
final class PlayFormulas {

    private PlayFormulas() {}

    static void addTo(Formulas formulas) {
        scoring(formulas);
        defensive(formulas);
        setPieces(formulas);
        tactical(formulas);
        formulas.means("xg_for", Stat.XG, 10, 5, 10, 20);
        formulas.means("xg_against", Stat.XG_AGAINST, 10, 5, 10, 20);
        formulas.means("xg_net", Stat.XG_NET, 10, 10);
        formulas.means("xg_overperformance", Stat.XG_OVERPERFORMANCE, 0, 10);
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
                "tactical_table_position",
                (side, view) ->
                        view.league().position(side.view(), view.fixture().season()));
        formulas.sidesAndDifference(
                "tactical_season_points",
                (side, view) -> aMatch(
                        side,
                        view,
                        side.view()
                                .totals(
                                        view.fixture().competition(),
                                        view.fixture().season())
                                .points()));
        formulas.sidesAndDifference(
                "tactical_season_goal_difference",
                (side, view) -> aMatch(
                        side,
                        view,
                        side.view()
                                .totals(
                                        view.fixture().competition(),
                                        view.fixture().season())
                                .goalDifference()));
    }

    private static double aMatch(TeamPart side, FixtureView view, int sum) {
        int matches = side.view()
                .totals(view.fixture().competition(), view.fixture().season())
                .matches();
        return matches == 0 ? Double.NaN : (double) sum / matches;
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
