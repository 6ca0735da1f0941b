package io.touchline.prediction.model.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.prediction.model.FeatureValues;
import io.touchline.prediction.model.Forecast;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.Model;
import io.touchline.prediction.model.ModelContract;
import io.touchline.prediction.model.strength.StrengthModel;
import io.touchline.schema.FeatureCatalogue;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineModelTest extends ModelContract {

    private static final LineModel MODEL = new LineModel(StrengthModel.untrained(), state(), coefficients());

    @Override
    protected Model model() {
        return MODEL;
    }

    @Override
    protected LineModel line() {
        return MODEL;
    }

    @Test
    void logRatios_workedExample() {
        LogRatios ratios = LogRatios.of(0.5, 0.3, 0.2);
        assertThat(ratios.supremacy()).isCloseTo(0.9163, within(5e-5));
        assertThat(ratios.draw()).isCloseTo(-0.1054, within(5e-5));
        assertThat(ratios.forecast(Double.NaN).result()).containsExactly(new double[] {0.5, 0.3, 0.2}, within(1e-12));
    }

    @Test
    void atTheClose_thereIsNothingToSay() {
        assertThat(MODEL.forecast(input(Cutoff.CLOSING, FeatureValues.NONE))).isEmpty();
        assertThat(MODEL.forecast(input(Cutoff.OPENING, FeatureValues.NONE))).isPresent();
        assertThat(LineModel.untrained().forecast(input(Cutoff.OPENING, FeatureValues.NONE)))
                .isEmpty();
    }

    @Test
    void teamWhosePricesShorten_isExpectedToShortenAgain() {
        Forecast expected =
                MODEL.forecast(input(Cutoff.OPENING, FeatureValues.NONE)).orElseThrow();
        assertThat(expected.home()).isGreaterThan(0.5);
        assertThat(expected.away()).isLessThan(0.2);
    }

    @Test
    void sharpPrices_goBeforeTheConsensus() {
        float[] values = new float[FeatureCatalogue.shipped().features().size()];
        Arrays.fill(values, Float.NaN);
        values[FeatureCatalogue.position("market_sharp_home")] = 0.6f;
        values[FeatureCatalogue.position("market_sharp_draw")] = 0.25f;
        values[FeatureCatalogue.position("market_sharp_away")] = 0.15f;
        MatchInput input = input(Cutoff.OPENING, FeatureValues.of(values));
        assertThat(LineModel.line(input).orElseThrow()[0]).isCloseTo(Math.log(4), within(1e-6));
        assertThat(LineModel.line(input.withoutMarket())).isEmpty();
        assertThat(MODEL.forecast(input.withoutMarket())).isEmpty();
    }

    @Test
    void state_isAMovingMeanOfMoves() {
        LineState.Moved moved = new LineState.Moved("a", "b", "eng.1", 0, 0.1, 0.02, 5, Double.NaN);
        LineState state = LineState.empty().after(List.of(moved));
        assertThat(state.ofTeam("a")).containsExactly(new double[] {0.003, 0.01, 0.03, 1.6, 0}, within(1e-7));
        assertThat(state.ofTeam("b")).containsExactly(new double[] {-0.003, -0.01, -0.03, -1.6, 0}, within(1e-7));
        assertThat(state.ofCompetition("eng.1")).containsExactly(new double[] {0.001, 0.0002}, within(1e-7));
        assertThat(LineState.empty().ofTeam("a")).containsOnly(0);
    }

    private static LineState state() {
        LineState.Moved moved =
                new LineState.Moved("soccer/ENG/team-01", "soccer/ENG/unknown", "eng.1", 0.2, 0.3, 0.01, 2, 3);
        return LineState.empty().after(List.of(moved, moved, moved));
    }

    /** Moves on as the last moves went. */
    private static double[][] coefficients() {
        double[][] coefficients = new double[2][LineModel.NUMBERS + 1];
        coefficients[0][12] = 0.5;
        return coefficients;
    }

    private static MatchInput input(Cutoff cutoff, FeatureValues features) {
        return new MatchInput("eng.1", "team-01", "unknown", cutoff, Double.NaN, 0.5, 0.3, 0.2, 0.55, null, features);
    }
}
