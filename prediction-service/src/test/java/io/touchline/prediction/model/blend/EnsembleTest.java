package io.touchline.prediction.model.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.prediction.model.EnsembleContent;
import io.touchline.prediction.model.Forecast;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.dixoncoles.DixonColesModel;
import io.touchline.prediction.model.elo.EloModel;
import io.touchline.prediction.model.line.LineModel;
import io.touchline.prediction.model.market.MarketModel;
import io.touchline.prediction.model.strength.StrengthModel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnsembleTest {

    private static final Ensemble UNTRAINED = Ensemble.untrained();

    @Test
    void untrained_votesOfWhatNeedsNoTraining() {
        List<Vote> votes = UNTRAINED.votes(input(65, 0.5));
        assertThat(votes).extracting(Vote::model).containsExactly(MarketModel.NAME, EloModel.NAME);
        // what knows the prices but cannot vote yet leaves its weight to the market
        assertThat(votes.getFirst().weight()).isCloseTo(0.948 / 0.9485, within(1e-12));
        assertThat(votes.getLast().weight()).isCloseTo(0.0005 / 0.9485, within(1e-12));
    }

    @Test
    void grid_saysWhatThePoolSays() {
        MatchInput input = input(65, 0.5);
        Assessment assessment = UNTRAINED.assess(input).orElseThrow();
        double[] pooled = Pool.mean(
                assessment.votes().stream()
                        .map(vote -> vote.forecast().result())
                        .toArray(double[][]::new),
                new double[] {0.948 / 0.9485, 0.0005 / 0.9485});
        assertThat(assessment.grid().homeWin()).isCloseTo(pooled[0], within(1e-9));
        assertThat(assessment.grid().draw()).isCloseTo(pooled[1], within(1e-9));
        assertThat(assessment.grid().over(2.5)).isCloseTo(0.55, within(1e-9));
    }

    @Test
    void withoutMarket_eloAlone() {
        Assessment assessment =
                UNTRAINED.assess(input(165, 0.5).withoutMarket()).orElseThrow();
        Forecast elo = EloModel.untrained().forecast(input(165, 0.5)).orElseThrow();
        assertThat(assessment.votes()).hasSize(1);
        assertThat(assessment.grid().homeWin()).isCloseTo(elo.home(), within(1e-9));
        assertThat(assessment.grid().draw()).isCloseTo(elo.draw(), within(1e-9));
        assertThat(assessment.confidence()).isZero();
        assertThat(UNTRAINED.assess(input(Double.NaN, 0.5).withoutMarket())).isEmpty();
    }

    @Test
    void reasons_areTheLargestPulls() {
        Assessment assessment = UNTRAINED.assess(input(300, 0.5)).orElseThrow();
        assertThat(assessment.reasons())
                .extracting(Assessment.Effect::name)
                .containsExactlyInAnyOrder("market_fair_home", "elo_difference");
        assertThat(assessment.reasons().getFirst().effect())
                .isGreaterThanOrEqualTo(Math.abs(assessment.reasons().getLast().effect()));
        Assessment.Effect market = assessment.reasons().stream()
                .filter(effect -> effect.name().equals("market_fair_home"))
                .findFirst()
                .orElseThrow();
        assertThat(market.value()).isEqualTo(0.5);
        assertThat(market.effect()).isCloseTo(0.948 / 0.9485 * (0.5 - 0.45), within(1e-9));
    }

    @Test
    void certainMarket_staysInsideTheGrid() {
        MatchInput sure =
                new MatchInput("eng.1", "a", "b", Cutoff.CLOSING, Double.NaN, 0.9999994, 3e-7, 3e-7, 0.999999);
        Assessment assessment = UNTRAINED.assess(sure).orElseThrow();
        assertThat(assessment.grid().homeWin()).isBetween(0.97, 1.0);
    }

    @Test
    void content_isTheSameBytes() {
        Ensemble ensemble = new Ensemble(
                "2022-08-15T03:00:00Z",
                EloModel.untrained(),
                DixonColesModel.untrained(),
                StrengthModel.untrained(),
                LineModel.untrained(),
                new BlendWeights(Map.of(Cutoff.OPENING, Map.of("market", 0.7, "elo", 0.1, "dixon_coles", 0.2))),
                0.4512345678901234);
        byte[] bytes = EnsembleContent.write(ensemble);
        Ensemble again = EnsembleContent.read(ByteBuffer.wrap(bytes));
        assertThat(EnsembleContent.write(again)).isEqualTo(bytes);
        assertThat(again.version()).isEqualTo(ensemble.version());
        assertThat(again.homeShare()).isEqualTo(ensemble.homeShare());
        assertThat(again.weights()).isEqualTo(ensemble.weights());
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .contains("\"OPENING\":{\"dixon_coles\":0.2,\"elo\":0.1,\"market\":0.7}");
    }

    @Test
    void content_rejectsWhatItCannotRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnsembleContent.read("{".getBytes(StandardCharsets.UTF_8)));
        byte[] other = new String(EnsembleContent.write(UNTRAINED), StandardCharsets.UTF_8)
                .replace("\"format\":3", "\"format\":9")
                .getBytes(StandardCharsets.UTF_8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnsembleContent.read(other))
                .withMessageContaining("format 9");
    }

    @Test
    void weights_areOnTheSimplex() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BlendWeights(Map.of(Cutoff.OPENING, Map.of("market", 0.7))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BlendWeights(Map.of(Cutoff.OPENING, Map.of("market", 1.2, "elo", -0.2))));
        assertThat(BlendWeights.start().at(Cutoff.CLOSING, true).values().stream()
                        .mapToDouble(w -> w)
                        .sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void forecast_isChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Forecast(0.5, 0.3, 0.3, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Forecast(0.5, 0.3, 0.2, 1.1));
    }

    private static MatchInput input(double eloDifference, double home) {
        return new MatchInput("eng.1", "a", "b", Cutoff.OPENING, eloDifference, home, 0.28, 1 - 0.28 - home, 0.55);
    }
}
