package io.touchline.domain.devig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;

class AdditiveTest extends MarginRemovalContract {

    AdditiveTest() {
        super("additive");
    }

    @Example
    void threeWayMarket() {
        assertClose(method().fairProbabilities(new double[] {2.7, 2.3, 4.4}), 0.359562, 0.423974, 0.216464);
    }

    @Example
    void outsiderBelowItsShareOfTheMargin_comesToZero() {
        // implied 0.8, 0.3, 0.01: a margin of 0.11, a third of which is more than the outsider has
        double[] fair = method().fairProbabilities(new double[] {1 / 0.8, 1 / 0.3, 100});
        assertThat(fair[2]).isZero();
        assertThat(fair[0]).isCloseTo(0.75, within(1e-12));
        assertThat(fair[1]).isCloseTo(0.25, within(1e-12));
    }
}
