package io.touchline.prediction.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.prediction.model.blend.BlendWeights;
import io.touchline.prediction.model.blend.Ensemble;
import io.touchline.prediction.model.dixoncoles.DixonColesModel;
import io.touchline.prediction.model.elo.EloModel;
import io.touchline.prediction.model.line.LineModel;
import io.touchline.prediction.model.strength.StrengthModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every model owes. */
public abstract class ModelContract {

    /** The model under test, trained where it needs it. */
    protected abstract Model model();

    /** The same model inside a release that was written and read again. */
    protected Model readAgain() {
        Ensemble ensemble = new Ensemble("v", elo(), dixonColes(), strength(), line(), BlendWeights.start(), 0.45);
        Ensemble again = EnsembleContent.read(EnsembleContent.write(ensemble));
        return again.models().stream()
                .filter(each -> each.name().equals(model().name()))
                .findFirst()
                .orElseThrow();
    }

    protected EloModel elo() {
        return EloModel.untrained();
    }

    protected DixonColesModel dixonColes() {
        return DixonColesModel.untrained();
    }

    protected StrengthModel strength() {
        return StrengthModel.untrained();
    }

    protected LineModel line() {
        return LineModel.untrained();
    }

    /** Inputs with and without each part, teams known and unknown. */
    protected static List<MatchInput> inputs() {
        Random random = new Random(17);
        return random.ints(500, 0, 16)
                .mapToObj(parts -> {
                    double home = 0.05 + 0.8 * random.nextDouble();
                    double draw = (1 - home) * (0.2 + 0.4 * random.nextDouble());
                    boolean market = (parts & 1) == 0;
                    return new MatchInput(
                            "eng.1",
                            (parts & 2) == 0 ? "team-01" : "unknown",
                            "team-0" + (2 + random.nextInt(5)),
                            Cutoff.values()[random.nextInt(4)],
                            (parts & 4) == 0 ? 600 * random.nextDouble() - 300 : Double.NaN,
                            market ? home : Double.NaN,
                            market ? draw : Double.NaN,
                            market ? 1 - home - draw : Double.NaN,
                            market && (parts & 8) == 0 ? 0.2 + 0.6 * random.nextDouble() : Double.NaN,
                            random.nextInt(4) > 0 ? Instant.parse("2022-08-20T14:00:00Z") : null,
                            FeatureValues.NONE);
                })
                .toList();
    }

    @Test
    void probabilities_sumToOneAndAreNumbers() {
        int votes = 0;
        for (MatchInput input : inputs()) {
            Optional<Forecast> forecast = model().forecast(input);
            if (forecast.isPresent()) {
                votes++;
                double[] p = forecast.get().result();
                assertThat(p[0] + p[1] + p[2]).isCloseTo(1, within(1e-9));
                assertThat(p).doesNotContain(Double.NaN);
                double over = forecast.get().over25();
                assertThat(Double.isNaN(over) || over > 0 && over < 1).isTrue();
            }
        }
        assertThat(votes).as("inputs with an opinion").isBetween(50, 499);
    }

    @Test
    void sameInput_sameBits() {
        for (MatchInput input : inputs()) {
            assertThat(model().forecast(input)).isEqualTo(model().forecast(input));
        }
    }

    @Test
    void release_saysTheSameAfterItWasWrittenAndRead() {
        Model again = readAgain();
        for (MatchInput input : inputs()) {
            assertThat(again.forecast(input)).isEqualTo(model().forecast(input));
        }
    }
}
