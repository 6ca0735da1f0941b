package io.touchline.domain.devig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;

class PowerTest extends MarginRemovalContract {

    PowerTest() {
        super("power");
    }

    @Example
    void threeWayMarket() {
        assertClose(method().fairProbabilities(new double[] {2.7, 2.3, 4.4}), 0.359171, 0.423731, 0.217098);
        assertThat(Power.exponent(new double[] {1 / 2.7, 1 / 2.3, 1 / 4.4})).isCloseTo(1.030913, within(SIX_DIGITS));
    }

    @Example
    void underround_isRaised() {
        double[] fair = method().fairProbabilities(new double[] {2.2, 2.2});
        assertClose(fair, 0.5, 0.5);
        assertThat(Power.exponent(new double[] {1 / 2.2, 1 / 2.2}))
                .isCloseTo(Math.log(0.5) / Math.log(1 / 2.2), within(1e-12));
    }
}
