package io.touchline.prediction.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.fixture.Cutoff;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void temperature_workedExample() {
        assertThat(Temperature.applied(new double[] {0.5, 0.3, 0.2}, 2))
                .containsExactly(new double[] {0.6579, 0.2368, 0.1053}, within(5e-5));
        assertThat(Temperature.applied(new double[] {0.5, 0.3, 0.2}, 1))
                .containsExactly(new double[] {0.5, 0.3, 0.2}, within(1e-12));
    }

    @Test
    void isotonic_workedExample() {
        Isotonic steps = Isotonic.fit(List.of(0.1, 0.2, 0.3, 0.4), List.of(false, true, false, true));
        assertThat(steps.value()).containsExactly(0, 0.5, 1);
        assertThat(steps.of(0.25)).isEqualTo(0.5);
        assertThat(steps.of(0.05)).isZero();
        assertThat(steps.of(0.9)).isEqualTo(1);
        assertThat(steps.of(0.325)).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void platt_workedExample() {
        assertThat(new Platt(0.1, 0.9).of(0.6)).isCloseTo(0.6142, within(5e-5));
        assertThat(Platt.NOTHING.of(0.6)).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void platt_findsTheLine() {
        Random random = new Random(4);
        List<Double> told = new ArrayList<>();
        List<Boolean> happened = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            double p = 0.05 + 0.9 * random.nextDouble();
            told.add(p);
            happened.add(random.nextDouble() < new Platt(0.3, 0.7).of(p));
        }
        Platt found = Platt.fit(told, happened, 1);
        assertThat(found.intercept()).isCloseTo(0.3, within(0.05));
        assertThat(found.slope()).isCloseTo(0.7, within(0.05));
        assertThat(Platt.fit(List.of(), List.of(), 1)).isEqualTo(Platt.NOTHING);
    }

    @Test
    void temperature_findsHowOverconfidentForecastsAre() {
        List<CalibrationFit.Past> past = past(20_000, 0.6);
        double found = Temperature.fit(
                past.stream().map(CalibrationFit.Past::forecast).toList(),
                past.stream().map(CalibrationFit.Past::outcome).toList(),
                1,
                1);
        assertThat(found).isCloseTo(0.6, within(0.05));
    }

    @Test
    void sharpness_isLearnedWhereItIsBetterOnLaterMatches() {
        assertThat(CalibrationFit.sharpness(past(200, 0.6))).isEmpty();
        assertThat(CalibrationFit.sharpness(past(4_000, 1))).isEmpty();
        Map<String, Double> found = CalibrationFit.sharpness(past(5_000, 0.6));
        assertThat(found).containsOnlyKeys("", "eng.1");
        assertThat(found.get("")).isLessThan(0.95);
    }

    @Test
    void steps_winOnlyWhereForecastsAreBentBeyondASharpness() {
        assertThat(CalibrationFit.steps(past(6_000, 1))).isEmpty();
        List<CalibrationFit.Past> bent = past(6_000, 1).stream()
                .map(each -> new CalibrationFit.Past(
                        each.competition(),
                        new double[] {0.8 - each.forecast()[0] / 2, 0.1, 0.1 + each.forecast()[0] / 2},
                        each.outcome()))
                .toList();
        assertThat(CalibrationFit.steps(bent)).isPresent();
    }

    @Test
    void applied_byCutoffAndCompetition() {
        Calibration calibration = new Calibration(Map.of(Cutoff.OPENING, Map.of("", 2.0, "esp.1", 1.0)), Map.of());
        double[] p = {0.5, 0.3, 0.2};
        assertThat(calibration.applied(Cutoff.OPENING, "eng.1", p)[0]).isCloseTo(0.6579, within(5e-5));
        assertThat(calibration.applied(Cutoff.OPENING, "esp.1", p)[0]).isCloseTo(0.5, within(1e-12));
        assertThat(calibration.applied(Cutoff.CLOSING, "eng.1", p)).containsExactly(p);
        assertThat(Calibration.nothing().applied(Cutoff.OPENING, "eng.1", p)).containsExactly(p);
    }

    /** Forecasts whose truth is as sharp as told. */
    private static List<CalibrationFit.Past> past(int count, double truth) {
        Random random = new Random(9);
        List<CalibrationFit.Past> past = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double home = 0.1 + 0.7 * random.nextDouble();
            double[] told = {home, (1 - home) * 0.45, (1 - home) * 0.55};
            double[] p = Temperature.applied(told, truth);
            double u = random.nextDouble();
            past.add(new CalibrationFit.Past("eng.1", told, u < p[0] ? 0 : u < p[0] + p[1] ? 1 : 2));
        }
        return past;
    }
}
