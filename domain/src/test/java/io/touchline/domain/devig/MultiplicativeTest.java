package io.touchline.domain.devig;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;

class MultiplicativeTest extends MarginRemovalContract {

    MultiplicativeTest() {
        super("multiplicative");
    }

    @Example
    void threeWayMarket() {
        assertThat(method().name()).isEqualTo("multiplicative");
        assertClose(method().fairProbabilities(new double[] {2.7, 2.3, 4.4}), 0.358738, 0.421127, 0.220135);
    }
}
