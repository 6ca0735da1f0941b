package io.touchline.prediction.model.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.goals.OrderedLogit;
import io.touchline.prediction.model.FeatureValues;
import io.touchline.prediction.model.MatchInput;
import io.touchline.schema.FeatureCatalogue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatingModelsTest {

    private static final OrderedLogit LOGIT = new OrderedLogit(new double[] {-0.6, 0.6}, 1);

    @Test
    void oddsRatings_workedExample() {
        OddsRatings after =
                OddsRatings.empty().after(List.of(new OddsRatings.Closed("eng.1", "arsenal", "wolves", 1.45)));
        assertThat(after.byTeam().get("soccer/ENG/arsenal")).containsExactly(0.25, 1);
        assertThat(after.byTeam().get("soccer/ENG/wolves")).containsExactly(-0.25, 1);
        assertThat(after.homeAdvantage().get("eng.1")).isCloseTo(0.455, within(1e-9));
    }

    @Test
    void oddsElo_followsPrices_andIsSilentOfTeamsItHardlyKnows() {
        List<OddsRatings.Closed> closed = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            closed.add(new OddsRatings.Closed("eng.1", "strong", "weak", 2.0));
            closed.add(new OddsRatings.Closed("eng.1", "weak", "strong", -1.2));
        }
        OddsEloModel model = new OddsEloModel(OddsRatings.empty().after(closed), LOGIT);
        assertThat(model.ratings().supremacy("eng.1", "strong", "weak")).isCloseTo(2.0, within(0.15));
        assertThat(model.ratings().supremacy("eng.1", "weak", "strong")).isCloseTo(-1.2, within(0.15));
        assertThat(model.forecast(input("strong", "weak", 0)).orElseThrow().home())
                .isGreaterThan(0.75);
        assertThat(model.forecast(input("strong", "unknown", 0))).isEmpty();
        assertThat(OddsEloModel.untrained().forecast(input("strong", "weak", 0)))
                .isEmpty();
    }

    @Test
    void pi_isAnOrderedLogitOfTheDifference() {
        PiModel model = new PiModel(LOGIT);
        assertThat(model.forecast(input("a", "b", 0.5f)).orElseThrow().result())
                .containsExactly(new double[] {0.4750, 0.2752, 0.2497}, within(5e-5));
        assertThat(model.forecast(input("a", "b", Float.NaN))).isEmpty();
        assertThat(new PiModel(null).forecast(input("a", "b", 0.5f))).isEmpty();
    }

    private static MatchInput input(String home, String away, float pi) {
        float[] values = new float[FeatureCatalogue.shipped().features().size()];
        Arrays.fill(values, Float.NaN);
        values[FeatureCatalogue.position("pi_rating_difference")] = pi;
        return new MatchInput(
                "eng.1",
                home,
                away,
                Cutoff.OPENING,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                null,
                FeatureValues.of(values));
    }
}
