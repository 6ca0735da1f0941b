package io.touchline.prediction.model.elo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.goals.OrderedLogit;
import io.touchline.prediction.model.Forecast;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.Model;
import io.touchline.prediction.model.ModelContract;
import org.junit.jupiter.api.Test;

class EloModelTest extends ModelContract {

    @Override
    protected EloModel elo() {
        return new EloModel(new OrderedLogit(new double[] {-0.6123456789012345, 0.5432109876543211}, 0.61234567));
    }

    @Override
    protected Model model() {
        return elo();
    }

    @Test
    void untrained() {
        // equal teams: 65 points of home advantage
        Forecast equal = EloModel.untrained().forecast(input(65)).orElseThrow();
        assertThat(equal.home())
                .isCloseTo(1 / (1 + Math.exp(0.45 - 0.48 * 0.65)), within(1e-12))
                .isCloseTo(0.466, within(1e-3));
        assertThat(equal.away()).isCloseTo(0.244, within(1e-3));
    }

    @Test
    void betterTeam_isLikelierToWin() {
        double before = 0;
        for (int points = -400; points <= 400; points += 50) {
            double home = model().forecast(input(points)).orElseThrow().home();
            assertThat(home).isGreaterThan(before);
            before = home;
        }
        assertThat(model().forecast(input(Double.NaN))).isEmpty();
    }

    private static MatchInput input(double difference) {
        return new MatchInput(
                "eng.1", "a", "b", Cutoff.OPENING, difference, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
}
