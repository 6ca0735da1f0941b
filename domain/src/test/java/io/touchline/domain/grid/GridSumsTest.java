package io.touchline.domain.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class GridSumsTest {

    /** Sums of 225 cells. */
    private static final double ROUNDING = 1e-13;

    private static final double STEP = 1e-6;
    /** A difference over two steps leaves out a third derivative and divides the rounding by the steps. */
    private static final double OF_DIFFERENCES = 1e-8;

    @Property
    void sums_areThoseOfTheCells(
            @ForAll @DoubleRange(min = 0.02, max = 9) double homeRate,
            @ForAll @DoubleRange(min = 0.02, max = 9) double awayRate,
            @ForAll @DoubleRange(min = -0.5, max = 0.5) double rho) {
        ScoreGrid grid = ScoreGrid.dixonColes(homeRate, awayRate, rho);
        double[] said = GridSums.of(homeRate, awayRate, rho);
        assertThat(said[0]).isCloseTo(grid.homeWin(), within(ROUNDING));
        assertThat(said[1]).isCloseTo(grid.draw(), within(ROUNDING));
        assertThat(said[2]).isCloseTo(grid.awayWin(), within(ROUNDING));
        assertThat(said[3]).isCloseTo(grid.over(2.5), within(ROUNDING));
    }

    @Property
    void slopes_areThoseOfDifferences(
            @ForAll @DoubleRange(min = 0.02, max = 9) double homeRate,
            @ForAll @DoubleRange(min = 0.02, max = 9) double awayRate,
            @ForAll @DoubleRange(min = -0.1, max = 0.01) double rho) {
        GridSums sums = new GridSums();
        sums.at(homeRate, awayRate, rho);
        GridSums up = new GridSums();
        GridSums down = new GridSums();
        for (int moved = 0; moved < 3; moved++) {
            for (GridSums each : new GridSums[] {up, down}) {
                double by = each == up ? STEP : -STEP;
                each.at(
                        homeRate * Math.exp(moved == 0 ? by : 0),
                        awayRate * Math.exp(moved == 1 ? by : 0),
                        rho + (moved == 2 ? by : 0));
            }
            for (int said = 0; said < 3; said++) {
                assertThat(sums.slopes[moved][said])
                        .isCloseTo((up.said[said] - down.said[said]) / (2 * STEP), within(OF_DIFFERENCES));
            }
        }
    }
}
