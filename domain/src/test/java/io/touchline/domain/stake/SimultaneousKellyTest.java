package io.touchline.domain.stake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.stake.SimultaneousKelly.Match;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SimultaneousKellyTest {

    /** The gradient steps end when they move less than this. */
    private static final double SOLVED = 1e-5;

    @Property(tries = 50)
    void oneBet_equalsTheClosedForm(
            @ForAll @DoubleRange(min = 0.1, max = 0.8) double p, @ForAll @DoubleRange(min = 1.1, max = 6) double odds) {
        double expected = Math.min(0.99, Kelly.fraction(p, odds));
        assertThat(SimultaneousKelly.fractions(List.of(Match.ofBet(p, odds)))[0])
                .isCloseTo(expected, within(SOLVED));
    }

    @Test
    void twoIndependentBets() {
        // p x p of both winning and so on; the root of 0.3025/(1+2f) - 0.2025/(1-2f) = 0 by symmetry
        double[] f = SimultaneousKelly.fractions(Collections.nCopies(2, Match.ofBet(0.55, 2.0)));
        double expected = (0.3025 - 0.2025) / (2 * (0.3025 + 0.2025));
        assertThat(expected).isCloseTo(0.0990, within(5e-5));
        assertThat(f[0]).isCloseTo(expected, within(SOLVED));
        assertThat(f[1]).isCloseTo(expected, within(SOLVED));
    }

    @Test
    void exclusiveBets_onOneMatch_helpEachOther() {
        // home 0.5 at 2.2, draw 0.3 at 3.6, away 0.2 at 3.5: Kelly's horse race, whose reserve is
        // (1 - 0.8) / (1 - 1/2.2 - 1/3.6) with home and draw backed
        Match match = new Match(
                List.of(0.5, 0.3, 0.2),
                List.of(List.of(1.2, -1.0, -1.0), List.of(-1.0, 2.6, -1.0), List.of(-1.0, -1.0, 2.5)));
        double[] f = SimultaneousKelly.fractions(List.of(match));
        double reserve = 0.2 / (1 - 1 / 2.2 - 1 / 3.6);
        assertThat(f[0]).isCloseTo(0.5 - reserve / 2.2, within(SOLVED));
        assertThat(f[1]).isCloseTo(0.3 - reserve / 3.6, within(SOLVED));
        assertThat(f[2]).isCloseTo(0, within(SOLVED));
    }

    @Test
    void manyBets_areNearTheExactAnswer() {
        double exact = SimultaneousKelly.fractions(Collections.nCopies(12, Match.ofBet(0.52, 2.0)))[0];
        double expanded = SimultaneousKelly.fractions(Collections.nCopies(13, Match.ofBet(0.52, 2.0)))[0];
        assertThat(exact).isBetween(0.035, 0.04);
        assertThat(expanded).isCloseTo(exact, within(0.002));
    }

    @Test
    void stakes_keepTheCaps() {
        List<Match> matches = Collections.nCopies(8, Match.ofBet(0.7, 2.0));
        double[] stakes = SimultaneousKelly.stakes(matches, new KellySettings(1, 0.05, 0.15), 0.05);
        assertThat(Arrays.stream(stakes).sum()).isCloseTo(0.10, within(1e-9));
        double[] one = SimultaneousKelly.stakes(matches.subList(0, 1), KellySettings.standard(), 0);
        assertThat(one[0]).isCloseTo(0.4 * 0.125, within(SOLVED));
    }

    @Test
    void rejects_missingProfits() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Match(List.of(0.5, 0.5), List.of(List.of(1.0))));
    }
}
