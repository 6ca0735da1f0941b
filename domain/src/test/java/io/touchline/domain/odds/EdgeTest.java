package io.touchline.domain.odds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class EdgeTest {

    private static final double ROUNDING = 1e-12;

    @Test
    void plainBet() {
        assertThat(Edge.of(0.55, 2.0)).isCloseTo(0.10, within(ROUNDING));
        assertThat(Edge.of(new Probability(0.55), new DecimalOdds(2.0))).isCloseTo(0.10, within(ROUNDING));
    }

    @Test
    void quarterLine() {
        OutcomeProbabilities outcomes = new OutcomeProbabilities(0.4, 0.2, 0, 0.1, 0.3);
        // 0.4 x 0.9 + 0.2 x 0.45 - 0.1 x 0.5 - 0.3
        assertThat(Edge.of(outcomes, 1.9)).isCloseTo(0.10, within(ROUNDING));
        assertThat(outcomes.equivalentProbability()).isCloseTo(0.5 / 0.85, within(ROUNDING));
        assertThat(Edge.of(outcomes, outcomes.fairOdds())).isCloseTo(0, within(ROUNDING));
        assertThat(OutcomeProbabilities.ofWin(0.3).loss()).isCloseTo(0.7, within(ROUNDING));
    }

    @Property
    void longerOdds_neverLowerTheEdge(
            @ForAll @DoubleRange(max = 1) double p,
            @ForAll @DoubleRange(min = 1.01, max = 100) double odds,
            @ForAll @DoubleRange(max = 5) double more) {
        assertThat(Edge.of(p, odds + more)).isGreaterThanOrEqualTo(Edge.of(p, odds));
    }

    @Test
    void rejects_oddsBelowOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DecimalOdds(0.95))
                .withMessage("odds must be above 1.0 but were 0.95");
        assertThatIllegalArgumentException().isThrownBy(() -> new DecimalOdds(1.0));
        assertThatIllegalArgumentException().isThrownBy(() -> new DecimalOdds(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new DecimalOdds(Double.POSITIVE_INFINITY));
    }

    @Test
    void odds_otherFormats() {
        assertThat(DecimalOdds.fromAmerican(150)).isEqualTo(new DecimalOdds(2.5));
        assertThat(DecimalOdds.fromAmerican(-200)).isEqualTo(new DecimalOdds(1.5));
        assertThat(DecimalOdds.fromFractional(5, 2)).isEqualTo(new DecimalOdds(3.5));
        assertThat(new DecimalOdds(3.5)).isGreaterThan(new DecimalOdds(2.5));
        assertThatIllegalArgumentException().isThrownBy(() -> DecimalOdds.fromAmerican(50));
    }

    @Test
    void probability_range() {
        assertThat(new Probability(0.25).complement()).isEqualTo(new Probability(0.75));
        assertThat(new Probability(0.25).fairOdds()).isEqualTo(new DecimalOdds(4));
        assertThat(new Probability(0.25)).isLessThan(new Probability(0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Probability(1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> new Probability(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new OutcomeProbabilities(0.5, 0, 0, 0, 0.4));
        assertThatIllegalArgumentException().isThrownBy(() -> new OutcomeProbabilities(1.5, 0, 0, 0, -0.5));
    }

    @Test
    void overround_threeWayMarket() {
        assertThat(Overround.of(2.7, 2.3, 4.4)).isCloseTo(0.0324, within(5e-5));
    }

    @Test
    void arbitrage_twoWayMarket() {
        Arbitrage arbitrage = Arbitrage.find(2.10, 2.05).orElseThrow();
        assertThat(arbitrage.stakes().get(0)).isCloseTo(0.493976, within(5e-7));
        assertThat(arbitrage.stakes().get(1)).isCloseTo(0.506024, within(5e-7));
        assertThat(arbitrage.profit()).isCloseTo(0.037349, within(5e-7));
        assertThat(arbitrage.stakes().get(0) * 2.10)
                .isCloseTo(arbitrage.stakes().get(1) * 2.05, within(ROUNDING));
        assertThat(Arbitrage.find(1.9, 1.9)).isEmpty();
        assertThat(Arbitrage.find(3.0)).isEmpty();
    }
}
