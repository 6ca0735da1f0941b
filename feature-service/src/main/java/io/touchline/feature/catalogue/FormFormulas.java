package io.touchline.feature.catalogue;

import io.touchline.feature.state.Appearance;

/** The groups form and momentum: how it went lately, and where it is going. */
final class FormFormulas {

    private FormFormulas() {}

    static void addTo(Formulas formulas) {
        for (int window : new int[] {5, 10, 20}) {
            formulas.sidesAndDifference(
                    "form_points_" + window, (side, view) -> side.last(window).mean(Stat.POINTS));
            formulas.sidesAndDifference(
                    "form_goal_difference_" + window,
                    (side, view) -> side.last(window).mean(Stat.GOAL_DIFFERENCE));
        }
        formulas.means("form_win_share", Stat.WON, 0, 5, 10, 20);
        formulas.means("form_draw_share", Stat.DRAWN, 0, 20);
        formulas.sidesAndDifference("form_points_decayed", (side, view) -> side.decayed(Stat.POINTS));
        formulas.sidesAndDifference("form_goal_difference_decayed", (side, view) -> side.decayed(Stat.GOAL_DIFFERENCE));
        formulas.means("form_opponent_elo", Stat.OPPONENT_ELO, 10, 10);
        formulas.means("form_elo_surplus", Stat.ELO_SURPLUS, 10, 10);
        formulas.means("form_elo_surplus", Stat.ELO_SURPLUS, 20, 20);
        formulas.means("form_market_surplus", Stat.MARKET_SURPLUS, 10, 10, 20);
        formulas.sides(
                "form_consistency_10",
                (side, view) -> side.last(10).deviation(Stat.GOAL_DIFFERENCE, Stat.GOAL_DIFFERENCE_SQUARED));
        momentum(formulas);
    }

    private static void momentum(Formulas formulas) {
        formulas.sides("momentum_win_streak", (side, view) -> side.streak(a -> a.goalDifference() > 0));
        formulas.sides("momentum_loss_streak", (side, view) -> side.streak(a -> a.goalDifference() < 0));
        formulas.sides("momentum_unbeaten_streak", (side, view) -> side.streak(a -> a.goalDifference() >= 0));
        formulas.sides("momentum_winless_streak", (side, view) -> side.streak(a -> a.goalDifference() <= 0));
        formulas.sides("momentum_scoring_streak", (side, view) -> side.streak(a -> a.goals() > 0));
        formulas.sides("momentum_clean_sheet_streak", (side, view) -> side.streak(FormFormulas::keptClean));
        formulas.sidesAndDifference("momentum_points_trend", (side, view) -> trend(side, Stat.POINTS));
        formulas.sidesAndDifference(
                "momentum_goal_difference_trend", (side, view) -> trend(side, Stat.GOAL_DIFFERENCE));
        formulas.sidesAndDifference("momentum_elo_change_5", (side, view) -> side.eloChange(5));
        formulas.sidesAndDifference("momentum_elo_change_10", (side, view) -> side.eloChange(10));
        formulas.sidesAndDifference("momentum_goals_decayed", (side, view) -> side.decayedFast(Stat.GOALS));
        formulas.sidesAndDifference(
                "momentum_goals_against_decayed", (side, view) -> side.decayedFast(Stat.GOALS_AGAINST));
        formulas.sides("momentum_win_share_decayed", (side, view) -> side.decayedFast(Stat.WON));
        formulas.sidesAndDifference("momentum_poisson_rate", FormFormulas::poissonRate);
    }

    /** Goals a match as a Poisson rate: own decayed goals times the opponent's decayed goals against, over the league's mean. */
    private static double poissonRate(TeamPart side, FixtureView view) {
        double mean = (view.league().homeGoals() + view.league().awayGoals()) / 2;
        return mean > 0
                ? side.decayedFast(Stat.GOALS) * view.other(side).decayedFast(Stat.GOALS_AGAINST) / mean
                : Double.NaN;
    }

    private static boolean keptClean(Appearance appearance) {
        return appearance.goalsAgainst() == 0;
    }

    private static double trend(TeamPart side, Stat stat) {
        return side.last(5).mean(stat) - side.last(20).mean(stat);
    }
}
