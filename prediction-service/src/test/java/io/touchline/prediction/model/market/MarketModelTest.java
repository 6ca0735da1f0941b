package io.touchline.prediction.model.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.prediction.model.Forecast;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.Model;
import io.touchline.prediction.model.ModelContract;
import org.junit.jupiter.api.Test;

class MarketModelTest extends ModelContract {

    @Override
    protected Model model() {
        return new MarketModel();
    }

    @Test
    void says_whatTheConsensusSays() {
        Forecast forecast = model().forecast(input(0.5f, 0.3f, 0.2f, 0.55f)).orElseThrow();
        assertThat(forecast.home()).isCloseTo(0.5, within(1e-6));
        assertThat(forecast.over25()).isCloseTo(0.55, within(1e-6));
    }

    @Test
    void noVote_withoutAWholeMarket() {
        assertThat(model().forecast(input(Float.NaN, 0.3f, 0.2f, 0.5f))).isEmpty();
        assertThat(model().forecast(input(0.5f, 0.3f, 0.1f, 0.5f))).isEmpty();
        assertThat(model().forecast(input(0.5f, 0.3f, 0.2f, Float.NaN))
                        .orElseThrow()
                        .over25())
                .isNaN();
    }

    private static MatchInput input(float home, float draw, float away, float over) {
        return new MatchInput("eng.1", "a", "b", Cutoff.OPENING, Double.NaN, home, draw, away, over);
    }
}
