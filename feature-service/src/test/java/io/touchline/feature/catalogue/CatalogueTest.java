package io.touchline.feature.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.domain.rating.EloRating;
import io.touchline.domain.rating.PiRating;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureCatalogue.Feature;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The file and the formulas speak of the same features. */
class CatalogueTest {

    private static final FeatureCatalogue CATALOGUE = FeatureCatalogue.shipped();
    /** What was promised, and how many at least; tactical, scoring, defensive and set pieces together are 70. */
    private static final Map<String, Integer> GROUPS = Map.ofEntries(
            Map.entry("form", 20),
            Map.entry("xg", 30),
            Map.entry("fatigue", 10),
            Map.entry("home_advantage", 15),
            Map.entry("momentum", 15),
            Map.entry("market", 25),
            Map.entry("head_to_head", 15),
            Map.entry("squad", 20),
            Map.entry("weather", 5),
            Map.entry("elo", 10),
            Map.entry("scoring", 1),
            Map.entry("defensive", 1),
            Map.entry("set_pieces", 1),
            Map.entry("tactical", 1),
            Map.entry("in_play", 30));

    /** One feature at least for everything that was promised by name. */
    private static final List<String> PROMISED = List.of(
            "form_points_5_home",
            "form_points_10_home",
            "form_points_20_home",
            "form_win_share_10_home",
            "scoring_goals_10_home",
            "form_goal_difference_10_home",
            "momentum_goal_difference_trend_home",
            "defensive_clean_sheet_share_10_home",
            "form_consistency_10_home",
            "xg_for_5_home",
            "xg_for_10_home",
            "xg_for_20_home",
            "xg_trend_home",
            "xg_consistency_10_home",
            "xg_overperformance_10_home",
            "xg_big_chance_share_20_home",
            "xg_net_10_difference",
            "xg_non_penalty_10_home",
            "fatigue_rest_days_home",
            "fatigue_index_home",
            "fatigue_matches_14_days_home",
            "fatigue_congestion_home",
            "venue_win_share_10_home",
            "venue_goals_10_home",
            "venue_points_10_away",
            "crowd_10",
            "referee_home_points_lift",
            "referee_card_bias",
            "momentum_poisson_rate_home",
            "momentum_goals_decayed_home",
            "momentum_win_streak_home",
            "momentum_unbeaten_streak_home",
            "market_panic",
            "market_volatility_1h",
            "market_volatility_24h",
            "market_drift",
            "market_opening_home",
            "market_move_home_1h",
            "market_move_home_6h",
            "market_move_home_12h",
            "market_move_home_24h",
            "market_overround_result",
            "market_implied_home",
            "market_fair_home",
            "market_disagreement_result",
            "market_sharp_gap_home",
            "market_sharp_money",
            "market_opening_value_home",
            "market_efficiency",
            "market_hours_since_change",
            "head_to_head_home_win_share",
            "head_to_head_total_goals",
            "head_to_head_over25_share",
            "head_to_head_dominance",
            "squad_value_home",
            "squad_missing_value_home",
            "squad_value_difference",
            "squad_injuries_home",
            "squad_suspensions_home",
            "squad_spent_home",
            "weather_temperature",
            "weather_precipitation",
            "weather_wind",
            "weather_impact",
            "elo_home",
            "elo_difference",
            "elo_odds_home",
            "pi_rating_home",
            "tactical_possession_10_home",
            "tactical_possession_efficiency_20_home",
            "tactical_pressing_10_home",
            "tactical_points_against_stronger_20_home",
            "tactical_motivation_home",
            "form_elo_surplus_10_home",
            "scoring_first_half_goals_10_home",
            "scoring_second_half_goals_10_home",
            "scoring_conversion_20_home",
            "scoring_over25_share_20_home",
            "scoring_both_scored_share_20_home",
            "set_pieces_corners_10_home",
            "tactical_yellow_cards_10_home",
            "tactical_fouls_10_home",
            "set_pieces_penalties_20_home",
            "in_play_minute",
            "in_play_period",
            "in_play_goals_home",
            "in_play_red_cards_away",
            "in_play_yellow_cards_home",
            "in_play_shots_home",
            "in_play_shots_on_target_home",
            "in_play_corners_away",
            "in_play_xg_home",
            "in_play_xg_10_home",
            "in_play_shots_10_away",
            "in_play_goals_10_home",
            "in_play_momentum",
            "in_play_minutes_since_goal",
            "in_play_fair_home",
            "in_play_fair_draw_change");

    @Test
    void everyFeatureHasAFormula_andEveryFormulaIsNamed() {
        TeamFeatures team = new TeamFeatures(CATALOGUE, EloRating.standard(), PiRating.standard());
        MarketFeatures market = new MarketFeatures(CATALOGUE);
        InPlayFeatures inPlay = new InPlayFeatures(CATALOGUE);
        assertThatCode(() -> Names.requireComplete(CATALOGUE, List.of(team.names(), market.names(), inPlay.names())))
                .doesNotThrowAnyException();
        assertThat(team.names()).doesNotContainAnyElementsOf(market.names());
        assertThat(team.names().size() + market.names().size() + inPlay.names().size())
                .isEqualTo(CATALOGUE.size());
    }

    @Test
    void refuses_aFormulaThatTheCatalogueDoesNotName_andAFeatureThatNothingComputes() {
        FeatureCatalogue without = new FeatureCatalogue(
                9,
                CATALOGUE.features().stream()
                        .filter(f -> !f.name().equals("elo_home"))
                        .toList());
        assertThatThrownBy(() -> new TeamFeatures(without, EloRating.standard(), PiRating.standard()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("elo_home");
        assertThatThrownBy(() -> Names.requireComplete(CATALOGUE, List.of(Set.of("elo_home"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("elo_away");
    }

    @Test
    void everyGroupHasItsFeatures_andEveryCellSaysSomething() {
        Map<String, Long> counts =
                CATALOGUE.features().stream().collect(Collectors.groupingBy(Feature::group, Collectors.counting()));
        assertThat(counts.keySet()).isEqualTo(GROUPS.keySet());
        assertThat(CATALOGUE.size()).isGreaterThanOrEqualTo(220);
        GROUPS.forEach((group, least) ->
                assertThat(counts.getOrDefault(group, 0L)).as(group).isGreaterThanOrEqualTo(least));
        long play = List.of("tactical", "scoring", "defensive", "set_pieces").stream()
                .mapToLong(group -> counts.getOrDefault(group, 0L))
                .sum();
        assertThat(play).isGreaterThanOrEqualTo(70);
        assertThat(CATALOGUE.features()).extracting(Feature::name).containsAll(PROMISED);
        assertThat(CATALOGUE.features())
                .allSatisfy(feature -> assertThat(cells(feature))
                        .allSatisfy(cell -> assertThat(cell).isNotBlank().doesNotContain(";")));
        assertThat(CATALOGUE.features())
                .allSatisfy(feature -> assertThat(feature.side()).isIn("home", "away", "difference", "match"));
    }

    private static List<String> cells(Feature feature) {
        return List.<Function<Feature, String>>of(
                        Feature::name,
                        Feature::group,
                        Feature::unit,
                        Feature::window,
                        Feature::side,
                        Feature::source,
                        Feature::meaningOfNan,
                        Feature::description)
                .stream()
                .map(cell -> cell.apply(feature))
                .toList();
    }
}
