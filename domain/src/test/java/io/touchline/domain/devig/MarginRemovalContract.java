package io.touchline.domain.devig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.odds.Overround;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What every margin removal owes. */
abstract class MarginRemovalContract {

    /** The oracles are given with six digits. */
    static final double SIX_DIGITS = 1e-6;

    private final MarginRemoval method;

    MarginRemovalContract(String name) {
        method = MarginRemovals.of(name);
    }

    MarginRemoval method() {
        return method;
    }

    /** Markets of two to six selections with overrounds from −2 % to 30 %. */
    @Provide
    Arbitrary<double[]> markets() {
        Arbitrary<Double> margin = Arbitraries.doubles().between(-0.02, 0.3);
        Arbitrary<double[]> strengths = Arbitraries.doubles()
                .between(0.05, 1)
                .array(double[].class)
                .ofMinSize(2)
                .ofMaxSize(6);
        return strengths.flatMap(values -> margin.map(m -> {
            double sum = Arrays.stream(values).sum();
            return Arrays.stream(values)
                    .map(v -> Math.max(1.001, sum / v / (1 + m)))
                    .toArray();
        }));
    }

    @Property
    void probabilities_sumToOneAndLieInside(@ForAll("markets") double[] odds) {
        double[] fair = method.fairProbabilities(odds);
        assertThat(Arrays.stream(fair).sum()).isCloseTo(1, within(1e-12));
        assertThat(fair).hasSameSizeAs(odds);
        assertThat(Arrays.stream(fair).boxed()).allSatisfy(p -> assertThat(p).isBetween(0.0, 1.0));
    }

    @Property
    void order_isKept(@ForAll("markets") double[] odds) {
        double[] fair = method.fairProbabilities(odds);
        for (int i = 0; i < odds.length; i++) {
            for (int j = 0; j < odds.length; j++) {
                if (odds[i] < odds[j]) {
                    assertThat(fair[i]).isGreaterThanOrEqualTo(fair[j] - 1e-12);
                }
            }
        }
    }

    @Property
    void input_staysAsItWas(@ForAll("markets") double[] odds) {
        double[] before = odds.clone();
        method.fairProbabilities(odds);
        assertThat(odds).isEqualTo(before);
    }

    @Property
    void fairOdds_stayFair(@ForAll("markets") double[] odds) {
        double book = 1 + Overround.of(odds);
        double[] fairOdds =
                Arrays.stream(odds).map(o -> Math.max(1.0001, o * book)).toArray();
        if (Math.abs(Overround.of(fairOdds)) < 1e-12) {
            double[] fair = method.fairProbabilities(fairOdds);
            for (int i = 0; i < fair.length; i++) {
                assertThat(fair[i]).isCloseTo(1 / fairOdds[i], within(1e-9));
            }
        }
    }

    @Example
    void rejects_whatIsNoMarket() {
        assertThatIllegalArgumentException().isThrownBy(() -> method.fairProbabilities(new double[] {2.0}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.fairProbabilities(new double[] {2.0, 0.95}))
                .withMessage("odds must be above 1.0 but were 0.95");
    }

    static void assertClose(double[] actual, double... expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(SIX_DIGITS));
        }
    }
}
