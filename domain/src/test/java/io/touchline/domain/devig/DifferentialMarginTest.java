package io.touchline.domain.devig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DifferentialMarginTest extends MarginRemovalContract {

    DifferentialMarginTest() {
        super("differential_margin");
    }

    @Property
    void equalsAdditive(@ForAll("markets") double[] odds) {
        double[] additive = new Additive().fairProbabilities(odds);
        double[] fair = method().fairProbabilities(odds);
        for (int i = 0; i < fair.length; i++) {
            assertThat(fair[i]).isCloseTo(additive[i], within(1e-12));
        }
    }

    @Example
    void threeWayMarket() {
        assertClose(method().fairProbabilities(new double[] {2.7, 2.3, 4.4}), 0.359562, 0.423974, 0.216464);
    }

    @Example
    void oddsWithoutAnAnswer_getTheAdditiveOne() {
        double[] odds = {1 / 0.8, 1 / 0.3, 100};
        assertThat(method().fairProbabilities(odds)).isEqualTo(new Additive().fairProbabilities(odds));
    }
}
