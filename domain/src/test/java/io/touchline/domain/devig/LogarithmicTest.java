package io.touchline.domain.devig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LogarithmicTest extends MarginRemovalContract {

    LogarithmicTest() {
        super("logarithmic");
    }

    @Example
    void threeWayMarket() {
        assertClose(method().fairProbabilities(new double[] {2.7, 2.3, 4.4}), 0.358810, 0.422561, 0.218628);
    }

    @Property
    void equalsOddsRatio(@ForAll("markets") double[] odds) {
        double[] ratio = new OddsRatio().fairProbabilities(odds);
        double[] fair = method().fairProbabilities(odds);
        for (int i = 0; i < fair.length; i++) {
            assertThat(fair[i]).isCloseTo(ratio[i], within(1e-9));
        }
    }
}
