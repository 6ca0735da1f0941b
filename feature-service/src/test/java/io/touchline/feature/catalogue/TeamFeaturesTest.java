package io.touchline.feature.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.feature.catalogue.Script.Values;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Each family of team-level features against an example worked by hand. */
class TeamFeaturesTest {

    /** Values are floats. */
    private static final Offset<Double> FLOAT = within(1e-5);

    private static final Script FIVE = Script.of("""
            2022-08-01 a b 3-0
            2022-08-06 c a 1-1
            2022-08-09 a d 0-2
            2022-08-20 a c 2-1
            2022-08-27 d a 0-4
            """);

    @Test
    void ratings_afterOneMatch() {
        Values values = Script.of("2022-08-01 a b 3-0").before("2022-08-08 b a");
        // expected 1 / (1 + 10^(-65/400)) = 0.592466; 20 * 1.75 * (1 - 0.592466) = 14.263682
        assertThat(values.get("elo_away")).isCloseTo(1514.263682, within(1e-3));
        assertThat(values.get("elo_home")).isCloseTo(1485.736318, within(1e-3));
        assertThat(values.get("elo_difference")).isCloseTo(36.472636, within(1e-3));
        // 1 / (1 + 10^(-36.472636/400)) = 0.552296
        assertThat(values.get("elo_expected_home")).isCloseTo(0.552296, FLOAT);
        // error 3: 3 * log10(4) * 0.035 = 0.063216; away from home 0.7 of it
        assertThat(values.get("pi_rating_away")).isCloseTo(0.044251, FLOAT);
        assertThat(values.get("pi_rating_home")).isCloseTo(-0.044251, FLOAT);
        assertThat(values.get("elo_year_change_home")).isNaN();
    }

    @Test
    void neutralGround_takesTheHomeAdvantageAway() {
        Script script = Script.of("2022-08-01 a b 3-0");
        assertThat(script.before("2022-08-08 b a", true).get("elo_difference")).isCloseTo(-28.527364, within(1e-3));
        assertThat(script.before("2022-08-08 b a", true).get("neutral_ground")).isEqualTo(1);
        assertThat(script.before("2022-08-08 b a").get("neutral_ground")).isZero();
    }

    @Test
    void form_overFiveMatches() {
        Values values = FIVE.before("2022-09-03 a b");
        assertThat(values.get("form_points_5_home")).isCloseTo((3 + 1 + 0 + 3 + 3) / 5.0, FLOAT);
        assertThat(values.get("form_goal_difference_5_home")).isCloseTo((3 + 0 - 2 + 1 + 4) / 5.0, FLOAT);
        assertThat(values.get("form_win_share_5_home")).isCloseTo(0.6, FLOAT);
        assertThat(values.get("form_points_10_home")).as("five of ten are half").isCloseTo(2.0, FLOAT);
        assertThat(values.get("form_points_20_home"))
                .as("five of twenty are too few")
                .isNaN();
        assertThat(values.get("form_points_5_away"))
                .as("one of five is too few")
                .isNaN();
        assertThat(values.get("form_points_5_difference")).isNaN();
    }

    @Test
    void form_forgetsMatchesOfMoreThan400DaysAgo() {
        Values values = FIVE.before("2023-09-20 a b");
        // 400 days before are 16 August 2022: the last two are left
        assertThat(values.get("form_points_5_home")).isNaN();
        assertThat(values.get("momentum_win_streak_home")).isEqualTo(2);
        assertThat(values.get("elo_home")).as("ratings stay").isGreaterThan(1500);
        assertThat(values.get("elo_year_change_home")).as("nothing since").isZero();
    }

    @Test
    void decayedForm_halvesTheWeightEachSixtyDays() {
        Script script = Script.of("""
                2022-01-01 a b 1-0
                2022-01-08 a b 1-0
                2022-01-15 a b 1-0
                2022-01-22 a b 1-0
                2022-01-29 a b 1-0
                2022-02-05 a b 1-0
                2022-02-12 a b 1-0
                2022-02-19 a b 1-0
                2022-02-26 a b 1-0
                2022-04-27 a b 0-0
                """);
        // ages on 27 April + 0 days: 116, 109, 102, 95, 88, 81, 74, 67, 60 days with 3 points, 0 days with 1
        double wins = 0;
        for (int age = 60; age <= 116; age += 7) {
            wins += Math.pow(0.5, age / 60.0);
        }
        double scale = Math.pow(0.5, 1 / 60.0);
        assertThat(script.before("2022-04-28 a c").get("form_points_decayed_home"))
                .isCloseTo((3 * wins * scale + scale) / (wins * scale + scale), FLOAT);
    }

    @Test
    void opponentAdjustedForm_countsWhatEloExpected() {
        Script script = Script.of("""
                2022-08-01 a b 1-1
                2022-08-02 c d 1-1
                2022-08-03 e a 1-1
                2022-08-04 a f 1-1
                2022-08-05 g a 1-1
                2022-08-06 a h 1-1
                """);
        Values values = script.before("2022-08-10 a c");
        assertThat(values.get("form_draw_share_20_home")).as("five are too few").isNaN();
        // three draws at home lose, two away win: each opponent stood at 1500
        assertThat(values.get("form_opponent_elo_10_home")).isCloseTo(1500, within(1e-3));
        assertThat(values.get("form_elo_surplus_10_home")).isBetween(-0.03, 0.0);
    }

    @Test
    void momentum_countsBackFromTheLastMatch() {
        Values values = FIVE.before("2022-09-03 a c");
        assertThat(values.get("momentum_win_streak_home")).isEqualTo(2);
        assertThat(values.get("momentum_unbeaten_streak_home")).isEqualTo(2);
        assertThat(values.get("momentum_scoring_streak_home")).isEqualTo(2);
        assertThat(values.get("momentum_clean_sheet_streak_home")).isEqualTo(1);
        assertThat(values.get("momentum_loss_streak_home")).isZero();
        assertThat(values.get("momentum_winless_streak_away")).isEqualTo(2);
        assertThat(values.get("momentum_loss_streak_away")).isEqualTo(1);
        assertThat(values.get("momentum_elo_change_5_home")).isCloseTo(values.get("elo_home") - 1500, within(1e-3));
        assertThat(values.get("momentum_elo_change_5_away")).isNaN();
    }

    @Test
    void fatigue_countsDaysAndMatches() {
        Values values = FIVE.before("2022-09-03 a b");
        assertThat(values.get("fatigue_rest_days_home")).isCloseTo(7, FLOAT);
        assertThat(values.get("fatigue_rest_days_away"))
                .as("33 days, at most 30")
                .isCloseTo(30, FLOAT);
        assertThat(values.get("fatigue_rest_days_difference")).isCloseTo(-23, FLOAT);
        assertThat(values.get("fatigue_matches_7_days_home")).isEqualTo(1);
        assertThat(values.get("fatigue_matches_14_days_home")).isEqualTo(2);
        assertThat(values.get("fatigue_matches_30_days_home")).isEqualTo(4);
        assertThat(values.get("fatigue_matches_30_days_away")).isZero();
        assertThat(values.get("fatigue_season_matches_home")).isEqualTo(5);
        assertThat(values.get("fatigue_away_run_home")).isEqualTo(1);
        assertThat(values.get("fatigue_midweek")).as("a Saturday").isZero();
        assertThat(FIVE.before("2022-09-07 a b").get("fatigue_midweek")).isEqualTo(1);
        assertThat(FIVE.before("2022-09-03 x a").get("fatigue_rest_days_home")).isNaN();
    }

    @Test
    void venue_looksAtTheSideWhereTheyPlay() {
        Values atHome = FIVE.before("2022-09-03 a d");
        // at home 3-0, 0-2, 2-1; away 1-1, 4-0
        assertThat(atHome.get("venue_points_5_home")).isCloseTo(2, FLOAT);
        assertThat(atHome.get("venue_goals_5_home")).isCloseTo(5 / 3.0, FLOAT);
        assertThat(atHome.get("venue_goals_against_5_home")).isCloseTo(1, FLOAT);
        assertThat(atHome.get("venue_points_10_home")).isNaN();
        assertThat(FIVE.before("2022-09-03 d a").get("venue_points_5_away"))
                .as("two of five")
                .isNaN();
    }

    @Test
    void headToHead_isSeenFromTodaysHomeSide() {
        Values values = FIVE.before("2022-09-03 c a");
        // a-c 2-1 at a's, c-a 1-1 at c's
        assertThat(values.get("head_to_head_meetings")).isEqualTo(2);
        assertThat(values.get("head_to_head_home_points")).isCloseTo(0.5, FLOAT);
        assertThat(values.get("head_to_head_away_win_share")).isCloseTo(0.5, FLOAT);
        assertThat(values.get("head_to_head_draw_share")).isCloseTo(0.5, FLOAT);
        assertThat(values.get("head_to_head_home_goals")).isCloseTo(1, FLOAT);
        assertThat(values.get("head_to_head_total_goals")).isCloseTo(2.5, FLOAT);
        assertThat(values.get("head_to_head_over25_share")).isCloseTo(0.5, FLOAT);
        assertThat(values.get("head_to_head_both_scored_share")).isEqualTo(1);
        assertThat(values.get("head_to_head_last_goal_difference")).isEqualTo(-1);
        assertThat(values.get("head_to_head_days_since")).isCloseTo(14, FLOAT);
        assertThat(values.get("head_to_head_venue_meetings")).isEqualTo(1);
        assertThat(values.get("head_to_head_venue_goal_difference")).isZero();
        Values strangers = FIVE.before("2022-09-03 b c");
        assertThat(strangers.get("head_to_head_meetings")).isZero();
        assertThat(strangers.get("head_to_head_goal_difference")).isNaN();
    }

    @Test
    void play_takesMeansOverTheMatchesThatTell() {
        Script script = Script.of("""
                2022-08-01 a b 2-0 ht=1-0 shots=10-4 target=5-1 corners=6-2 fouls=9-12 yellow=1-2 xg=1.5-0.5
                2022-08-06 c a 1-1 ht=1-0 shots=8-8 target=3-4 corners=4-4 fouls=10-11 yellow=0-3 xg=1.0-2.0
                2022-08-13 a d 0-2 shots=12-6 target=2-4 corners=8-1 fouls=7-9
                2022-08-20 e a 0-0
                2022-08-27 a f 1-3 ht=1-1 shots=9-15
                """);
        Values values = script.before("2022-09-03 a b");
        assertThat(values.get("scoring_goals_5_home")).isCloseTo((2 + 1 + 0 + 0 + 1) / 5.0, FLOAT);
        assertThat(values.get("scoring_shots_5_home")).isCloseTo((10 + 8 + 12 + 9) / 4.0, FLOAT);
        assertThat(values.get("scoring_shots_on_target_5_home")).isCloseTo((5 + 4 + 2) / 3.0, FLOAT);
        assertThat(values.get("scoring_shots_on_target_10_home"))
                .as("three of ten are too few")
                .isNaN();
        assertThat(values.get("set_pieces_corners_5_home")).isCloseTo((6 + 4 + 8) / 3.0, FLOAT);
        assertThat(values.get("xg_for_5_home")).as("two of five are too few").isNaN();
        assertThat(values.get("tactical_season_goal_difference_home")).isCloseTo(-2 / 5.0, FLOAT);
        assertThat(values.get("tactical_season_points_home")).isCloseTo(1.0, FLOAT);
    }

    @Test
    void sharesAndRatios_overTenMatchesAndTwenty() {
        StringBuilder lines = new StringBuilder();
        for (int day = 1; day <= 10; day++) {
            lines.append("2022-08-%02d a b %s ht=1-0 shots=12-6 target=4-2 corners=6-2 fouls=9-12 red=0-1 xg=1.5-0.5\n"
                    .formatted(day, day % 2 == 0 ? "2-0" : "1-2"));
        }
        Values values = Script.of(lines.toString()).before("2022-08-15 a b");
        assertThat(values.get("tactical_shot_share_10_home")).isCloseTo(12 / 18.0, FLOAT);
        assertThat(values.get("tactical_shot_on_target_share_10_away")).isCloseTo(2 / 6.0, FLOAT);
        assertThat(values.get("set_pieces_corner_share_10_difference")).isCloseTo(0.5, FLOAT);
        assertThat(values.get("scoring_conversion_20_home")).isCloseTo(15 / 120.0, FLOAT);
        assertThat(values.get("scoring_accuracy_20_home")).isCloseTo(4 / 12.0, FLOAT);
        // ten goals against on twenty shots on target
        assertThat(values.get("defensive_save_share_20_home")).isCloseTo(0.5, FLOAT);
        assertThat(values.get("tactical_red_cards_20_away")).isCloseTo(1, FLOAT);
        assertThat(values.get("tactical_half_time_lead_share_20_home")).isEqualTo(1);
        assertThat(values.get("tactical_half_time_points_20_away")).isZero();
        assertThat(values.get("xg_net_10_home")).isCloseTo(1, FLOAT);
        assertThat(values.get("xg_overperformance_10_home")).isCloseTo(0, FLOAT);
        assertThat(values.get("scoring_second_half_goals_10_home")).isCloseTo(0.5, FLOAT);
        assertThat(values.get("defensive_first_half_goals_against_10_away")).isCloseTo(1, FLOAT);
        assertThat(values.get("scoring_attack_strength_home"))
                .as("ten matches make no league")
                .isNaN();
    }

    @Test
    void table_isByPointsThenDifferenceThenGoals_andEqualTeamsShareTheBetterPlace() {
        Script script = Script.of("""
                2022-08-01 a b 2-0
                2022-08-01 c d 2-0
                2022-08-01 e f 3-1
                2022-08-01 g h 0-0
                """);
        assertThat(script.before("2022-08-08 e a").get("tactical_table_position_home"))
                .isEqualTo(1);
        assertThat(script.before("2022-08-08 e a").get("tactical_table_position_away"))
                .isEqualTo(2);
        assertThat(script.before("2022-08-08 c g").get("tactical_table_position_home"))
                .isEqualTo(2);
        assertThat(script.before("2022-08-08 c g").get("tactical_table_position_away"))
                .isEqualTo(4);
        assertThat(script.before("2022-08-08 f x").get("tactical_table_position_home"))
                .isEqualTo(6);
        assertThat(script.before("2022-08-08 f x").get("tactical_table_position_away"))
                .isNaN();
    }

    @Test
    void theMatchItself_andResultsKnownAtKickoff_areNotSeen() {
        Script script = Script.of("""
                2022-08-01 a b 2-0
                2022-08-08 a b 5-0
                """);
        Values values = script.before("2022-08-08 a b");
        assertThat(values.get("fatigue_season_matches_home")).isEqualTo(1);
        assertThat(values.get("head_to_head_meetings")).isEqualTo(1);
    }
}
