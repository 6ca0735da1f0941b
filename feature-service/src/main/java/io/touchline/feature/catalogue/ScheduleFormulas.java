package io.touchline.feature.catalogue;

import io.touchline.feature.state.Appearance;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/** The groups fatigue and home_advantage: when and where they play. */
final class ScheduleFormulas {

    private static final double MOST_REST_DAYS = 30;
    private static final double LOAD_DAYS = 30;
    private static final double LOAD_HALF_LIFE_DAYS = 4;
    private static final int CONGESTION_MATCHES = 4;

    private ScheduleFormulas() {}

    static void addTo(Formulas formulas) {
        formulas.sidesAndDifference("fatigue_rest_days", (side, view) -> restDays(side));
        for (int days : new int[] {7, 14, 30}) {
            formulas.sidesAndDifference(
                    "fatigue_matches_" + days + "_days", (side, view) -> matchesWithin(side, view, days));
        }
        formulas.sides("fatigue_away_run", (side, view) -> side.streak(a -> !a.atHome()));
        formulas.sides(
                "fatigue_season_matches",
                (side, view) -> side.view()
                        .totals(view.fixture().competition(), view.fixture().season())
                        .matches());
        formulas.match("fatigue_midweek", view -> midweek(view.fixture().kickoffAt()) ? 1 : 0);
        formulas.sidesAndDifference("fatigue_index", (side, view) -> index(side));
        formulas.sides("fatigue_congestion", (side, view) -> congestion(side));
        venue(formulas);
        league(formulas);
        referee(formulas);
        formulas.match("neutral_ground", view -> view.fixture().neutral() ? 1 : 0);
    }

    private static void venue(Formulas formulas) {
        for (int window : new int[] {5, 10}) {
            formulas.sidesAndDifference(
                    "venue_points_" + window, (side, view) -> side.here(window).mean(Stat.POINTS));
            formulas.sidesAndDifference(
                    "venue_goals_" + window, (side, view) -> side.here(window).mean(Stat.GOALS));
            formulas.sidesAndDifference(
                    "venue_goals_against_" + window,
                    (side, view) -> side.here(window).mean(Stat.GOALS_AGAINST));
        }
        formulas.sidesAndDifference(
                "venue_win_share_10", (side, view) -> side.here(10).mean(Stat.WON));
        formulas.sides(
                "venue_lift_10",
                (side, view) ->
                        side.here(10).mean(Stat.POINTS) - side.elsewhere(10).mean(Stat.POINTS));
    }

    private static void league(Formulas formulas) {
        formulas.match("league_home_win_share", view -> view.league().homeWinShare());
        formulas.match("league_draw_share", view -> view.league().drawShare());
        formulas.match("league_away_win_share", view -> view.league().awayWinShare());
        formulas.match("league_home_goals", view -> view.league().homeGoals());
        formulas.match("league_away_goals", view -> view.league().awayGoals());
        formulas.match(
                "league_home_points_lift",
                view -> 3 * (view.league().homeWinShare() - view.league().awayWinShare()));
    }

    private static void referee(Formulas formulas) {
        formulas.match("crowd_10", view -> view.home().here(10).mean(Stat.ATTENDANCE));
        formulas.match(
                "referee_matches",
                view -> view.fixture().referee().isEmpty()
                        ? Double.NaN
                        : view.referee().matches());
        formulas.match("referee_home_win_share", view -> view.referee().homeWinShare());
        formulas.match("referee_home_points_lift", view -> view.referee().homePointsLift());
        formulas.match("referee_yellow_cards", view -> view.referee().yellowCards());
        formulas.match("referee_red_cards", view -> view.referee().redCards());
        formulas.match("referee_card_bias", view -> view.referee().cardBias());
    }

    /** 1 - exp(-load), the load being the sum of 0.5 ^ (days / 4) over the matches of the last 30 days: 0.34 for one a week, 0.7 for two. Our own measure. */
    private static double index(TeamPart side) {
        double load = 0;
        for (int at = 0; at < side.recent(); at++) {
            double days = side.daysSince(side.back(at).result().kickoffAt());
            if (days > LOAD_DAYS) {
                break;
            }
            load += Math.pow(0.5, days / LOAD_HALF_LIFE_DAYS);
        }
        return 1 - Math.exp(-load);
    }

    /** Mean days between the last four matches and this one. */
    private static double congestion(TeamPart side) {
        return side.recent() < CONGESTION_MATCHES
                ? Double.NaN
                : side.daysSince(side.back(CONGESTION_MATCHES - 1).result().kickoffAt()) / CONGESTION_MATCHES;
    }

    private static double restDays(TeamPart side) {
        return side.recent() == 0
                ? Double.NaN
                : Math.min(MOST_REST_DAYS, side.daysSince(side.back(0).result().kickoffAt()));
    }

    private static double matchesWithin(TeamPart side, FixtureView view, int days) {
        long from = view.fixture().kickoffAt() - TimeUnit.DAYS.toMillis(days);
        int matches = 0;
        for (int at = 0; at < side.recent(); at++) {
            Appearance appearance = side.back(at);
            if (appearance.result().kickoffAt() >= from) {
                matches++;
            }
        }
        return matches;
    }

    private static boolean midweek(long kickoffAt) {
        DayOfWeek day = Instant.ofEpochMilli(kickoffAt).atOffset(ZoneOffset.UTC).getDayOfWeek();
        return day == DayOfWeek.TUESDAY || day == DayOfWeek.WEDNESDAY || day == DayOfWeek.THURSDAY;
    }
}
