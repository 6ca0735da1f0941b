package io.touchline.domain.devig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class ShinTest extends MarginRemovalContract {

    ShinTest() {
        super("shin");
    }

    @Example
    void threeWayMarket() {
        assertClose(method().fairProbabilities(new double[] {2.6, 2.4, 4.3}), 0.372994, 0.404779, 0.222227);
        double[] implied = {1 / 2.6, 1 / 2.4, 1 / 4.3};
        assertThat(Shin.insiders(implied, Implied.sum(implied))).isCloseTo(0.0169425, within(5e-8));
    }

    @Property
    void twoWayMarket_equalsAdditive(
            @ForAll @DoubleRange(min = 1.2, max = 5) double first, @ForAll @DoubleRange(max = 0.15) double margin) {
        double second = 1 / (1 + margin - 1 / first);
        double[] odds = {first, second};
        double[] additive = new Additive().fairProbabilities(odds);
        double[] fair = method().fairProbabilities(odds);
        assertThat(fair[0]).isCloseTo(additive[0], within(1e-9));
    }

    /** The plain way: the fixed-point iteration of the literature. */
    @Property
    void newton_equalsTheFixedPoint(@ForAll("markets") double[] odds) {
        double[] implied = Implied.of(odds);
        double book = Implied.sum(implied);
        if (odds.length < 3 || book <= 1) {
            return;
        }
        double z = 0;
        for (int step = 0; step < 5000; step++) {
            double sum = 0;
            for (double q : implied) {
                sum += Math.sqrt(z * z + 4 * (1 - z) * q * q / book);
            }
            z = (sum - 2) / (odds.length - 2);
        }
        assertThat(Shin.insiders(implied, book)).isCloseTo(z, within(1e-9));
    }
}
