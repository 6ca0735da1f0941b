package io.touchline.domain.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.odds.OutcomeProbabilities;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ForecastMeasuresTest {

    private static final double[] FORECAST = {0.5, 0.3, 0.2};
    private static final double ROUNDING = 1e-12;

    @Test
    void logLoss() {
        assertThat(LogLoss.of(FORECAST, 0)).isCloseTo(Math.log(2), within(ROUNDING));
        assertThat(LogLoss.of(0)).isCloseTo(15 * Math.log(10), within(1e-9));
    }

    @Test
    void brier() {
        assertThat(Brier.of(FORECAST, 0)).isCloseTo(0.38, within(ROUNDING));
        assertThat(Brier.of(new double[] {1, 0, 0}, 1)).isEqualTo(2);
    }

    @Test
    void rankedProbabilityScore() {
        assertThat(RankedProbabilityScore.of(FORECAST, 0)).isCloseTo(0.145, within(ROUNDING));
        assertThat(RankedProbabilityScore.of(new double[] {1, 0, 0}, 2)).isEqualTo(1);
        assertThat(RankedProbabilityScore.of(new double[] {1, 0, 0}, 1)).isEqualTo(0.5);
    }

    @Property
    void measures_areProper(
            @ForAll @DoubleRange(min = 0.05, max = 0.9) double truth,
            @ForAll @DoubleRange(min = 0.05, max = 0.9) double said) {
        assertThat(expected(truth, said)).isGreaterThanOrEqualTo(expected(truth, truth) - ROUNDING);
    }

    private static double expected(double truth, double said) {
        double[] p = {said, 1 - said};
        return truth * (LogLoss.of(p, 0) + Brier.of(p, 0)) + (1 - truth) * (LogLoss.of(p, 1) + Brier.of(p, 1));
    }

    @Test
    void calibrationError_workedExample() {
        CalibrationError error = new CalibrationError(10);
        assertThat(error.value()).isNaN();
        error.add(0.25, true);
        error.add(0.25, true);
        error.add(0.25, false);
        error.add(0.25, false);
        assertThat(error.value()).isCloseTo(0.25, within(ROUNDING));
        error.add(1.0, true);
        assertThat(error.bins()).hasSize(2);
        assertThat(error.bins().getFirst().forecast()).isEqualTo(0.25);
        assertThat(error.bins().getFirst().frequency().estimate()).isEqualTo(0.5);
        assertThat(error.bins().getFirst().count()).isEqualTo(4);
        assertThat(error.bins().getLast().forecast()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new CalibrationError(0));
    }

    @Test
    void closingLineValue_workedExample() {
        assertThat(ClosingLineValue.of(2.10, 0.50)).isCloseTo(0.05, within(ROUNDING));
        assertThat(ClosingLineValue.of(2.0, new OutcomeProbabilities(0.5, 0, 0.1, 0, 0.4)))
                .isCloseTo(0.1, within(ROUNDING));
    }
}
