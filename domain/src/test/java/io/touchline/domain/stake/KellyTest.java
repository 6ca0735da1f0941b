package io.touchline.domain.stake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.odds.OutcomeProbabilities;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class KellyTest {

    private static final double ROUNDING = 1e-9;

    @Test
    void plainBet() {
        assertThat(Kelly.fraction(0.55, 2.0)).isCloseTo(0.10, within(ROUNDING));
        assertThat(Kelly.fraction(0.45, 2.0)).isZero();
    }

    @Test
    void push_isLeftOut() {
        assertThat(Kelly.fraction(new OutcomeProbabilities(0.44, 0, 0.2, 0, 0.36), 2.0))
                .isCloseTo(0.10, within(ROUNDING));
        assertThat(Kelly.fraction(new OutcomeProbabilities(0, 0, 1, 0, 0), 2.0)).isZero();
    }

    @Property
    void quarterLine_isAtTheTopOfTheExpectedLogarithm(
            @ForAll @DoubleRange(min = 0.1, max = 0.5) double win,
            @ForAll @DoubleRange(min = 0.05, max = 0.2) double half,
            @ForAll @DoubleRange(min = 1.5, max = 4) double odds) {
        OutcomeProbabilities outcomes = new OutcomeProbabilities(win, half, 0, 0, 1 - win - half);
        double f = Kelly.fraction(outcomes, odds);
        assertThat(f).isBetween(0.0, 1.0);
        for (double other : new double[] {0, f * 0.9, Math.min(0.99, f + 0.01)}) {
            assertThat(growth(outcomes, odds, other)).isLessThanOrEqualTo(growth(outcomes, odds, f) + 1e-12);
        }
    }

    private static double growth(OutcomeProbabilities o, double odds, double f) {
        double gain = odds - 1;
        return o.win() * Math.log(1 + f * gain)
                + o.halfWin() * Math.log(1 + f * gain / 2)
                + o.halfLoss() * Math.log(1 - f / 2)
                + o.loss() * Math.log(1 - f);
    }

    @Property
    void longerOdds_neverLowerTheStake(
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double p,
            @ForAll @DoubleRange(min = 1.05, max = 20) double odds) {
        assertThat(Kelly.fraction(p, odds + 0.1)).isGreaterThanOrEqualTo(Kelly.fraction(p, odds) - ROUNDING);
    }

    @Test
    void settings_cap() {
        KellySettings settings = KellySettings.standard();
        assertThat(settings).isEqualTo(new KellySettings(0.125, 0.05, 0.15));
        assertThat(settings.stake(0.2, 0)).isCloseTo(0.025, within(ROUNDING));
        assertThat(settings.stake(0.8, 0)).isEqualTo(0.05);
        assertThat(settings.stake(0.8, 0.14)).isCloseTo(0.01, within(ROUNDING));
        assertThat(settings.stake(0.8, 0.2)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new KellySettings(0, 0.05, 0.15));
        assertThatIllegalArgumentException().isThrownBy(() -> new KellySettings(0.1, 0.05, 1.5));
    }
}
