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
    private static final Set<String> GROUPS = Set.of(
            "form",
            "xg",
            "fatigue",
            "home_advantage",
            "momentum",
            "market",
            "head_to_head",
            "elo",
            "scoring",
            "defensive",
            "set_pieces",
            "tactical");

    @Test
    void everyFeatureHasAFormula_andEveryFormulaIsNamed() {
        TeamFeatures team = new TeamFeatures(CATALOGUE, EloRating.standard(), PiRating.standard());
        MarketFeatures market = new MarketFeatures(CATALOGUE);
        assertThatCode(() -> Names.requireComplete(CATALOGUE, List.of(team.names(), market.names())))
                .doesNotThrowAnyException();
        assertThat(team.names()).doesNotContainAnyElementsOf(market.names());
        assertThat(team.names().size() + market.names().size()).isEqualTo(CATALOGUE.size());
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
        assertThat(counts.keySet()).isEqualTo(GROUPS);
        assertThat(CATALOGUE.size()).isGreaterThanOrEqualTo(220);
        assertThat(counts.get("form")).isGreaterThanOrEqualTo(20);
        assertThat(counts.get("market")).isGreaterThanOrEqualTo(25);
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
