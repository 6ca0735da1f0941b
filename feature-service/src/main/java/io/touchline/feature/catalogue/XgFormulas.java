package io.touchline.feature.catalogue;

/** The group xg: expected goals of results. */
final class XgFormulas {

    private XgFormulas() {}

    static void addTo(Formulas formulas) {
        formulas.means("xg_for", Stat.XG, 10, 5, 10, 20);
        formulas.means("xg_against", Stat.XG_AGAINST, 10, 5, 10, 20);
        formulas.means("xg_net", Stat.XG_NET, 10, 5, 10, 20);
        formulas.means("xg_overperformance", Stat.XG_OVERPERFORMANCE, 0, 5, 10, 20);
        formulas.means("xg_against_overperformance", Stat.XG_AGAINST_OVERPERFORMANCE, 0, 10);
        formulas.sidesAndDifference("xg_trend", (side, view) -> trend(side, Stat.XG));
        formulas.sides("xg_against_trend", (side, view) -> trend(side, Stat.XG_AGAINST));
        formulas.sides("xg_consistency_10", (side, view) -> side.last(10).deviation(Stat.XG, Stat.XG_SQUARED));
        formulas.sides("xg_decayed", (side, view) -> side.decayed(Stat.XG));
        formulas.sidesAndDifference(
                "xg_big_chance_share_20",
                (side, view) -> side.last(20).ratio(Stat.BIG_CHANCES, Stat.SHOTS_WITH_BIG_CHANCES));
        formulas.means("xg_non_penalty", Stat.NON_PENALTY_XG, 10, 10);
        formulas.means("xg_non_penalty_against", Stat.NON_PENALTY_XG_AGAINST, 0, 10);
        formulas.sides("xg_per_shot_10", (side, view) -> side.last(10).ratio(Stat.XG_OF_SHOTS, Stat.SHOTS_WITH_XG));
        formulas.sides(
                "xg_set_piece_share_20",
                (side, view) -> side.last(20).ratio(Stat.SET_PIECE_XG, Stat.XG_WITH_SET_PIECES));
        formulas.sidesAndDifference("xg_expected_goals", XgFormulas::expectedGoals);
    }

    private static double trend(TeamPart side, Stat stat) {
        return side.last(5).mean(stat) - side.last(20).mean(stat);
    }

    /** League's mean goals at the venue side, times own expected goals and the opponent's expected goals against, each over the league's mean goals a team and match. */
    private static double expectedGoals(TeamPart side, FixtureView view) {
        double venue = side.atHome() ? view.league().homeGoals() : view.league().awayGoals();
        double mean = (view.league().homeGoals() + view.league().awayGoals()) / 2;
        return mean > 0
                ? venue
                        * (side.last(20).mean(Stat.XG) / mean)
                        * (view.other(side).last(20).mean(Stat.XG_AGAINST) / mean)
                : Double.NaN;
    }
}
