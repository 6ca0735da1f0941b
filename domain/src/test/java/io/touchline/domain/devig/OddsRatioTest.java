package io.touchline.domain.devig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;

class OddsRatioTest extends MarginRemovalContract {

    OddsRatioTest() {
        super("odds_ratio");
    }

    @Example
    void threeWayMarket() {
        assertClose(method().fairProbabilities(new double[] {2.7, 2.3, 4.4}), 0.358810, 0.422561, 0.218628);
        assertThat(OddsRatio.ratio(new double[] {1 / 2.7, 1 / 2.3, 1 / 4.4})).isCloseTo(1.051169, within(SIX_DIGITS));
    }
}
