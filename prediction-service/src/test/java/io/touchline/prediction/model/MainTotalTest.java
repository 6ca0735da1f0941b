package io.touchline.prediction.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.grid.ScoreGrid;
import io.touchline.domain.market.MarketType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTotalTest {

    private static final double FOUND = 1e-6;

    @Test
    void halfLine() {
        assertThat(MainTotal.over25(3.5, 0.5)).isCloseTo(0.710, within(0.0005));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.5, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4})
    void everyLineOfOneMatch_saysTheSame(double line) {
        ScoreGrid match = ScoreGrid.poisson(1.7, 1.3);
        double over = match.outcomes(MarketType.TOTAL_GOALS, line, "OVER").equivalentProbability();
        assertThat(MainTotal.over25(line, over)).isCloseTo(match.over(2.5), within(FOUND));
    }

    @Test
    void unknown_staysUnknown() {
        assertThat(MainTotal.over25(Double.NaN, 0.5)).isNaN();
        assertThat(MainTotal.over25(3.5, Double.NaN)).isNaN();
        assertThat(MainTotal.over25(3.5, 1)).isNaN();
    }
}
