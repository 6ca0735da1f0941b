package io.touchline.domain.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.fixture.Score;
import io.touchline.domain.grid.GridMarket.GridSelection;
import io.touchline.domain.market.MarketType;
import io.touchline.domain.market.Outcome;
import io.touchline.domain.market.Settlements;
import io.touchline.domain.odds.OutcomeProbabilities;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ScoreGridTest {

    /** Sums of 225 cells. */
    private static final double ROUNDING = 1e-12;
    /** The fit stops at a squared distance of 1e-22. */
    private static final double FITTED = 1e-9;

    @Test
    void poisson_isTheProductOfTwoPoissons() {
        ScoreGrid grid = ScoreGrid.poisson(1.5, 1.0);
        assertThat(grid.score(2, 1)).isCloseTo(Math.exp(-2.5) * 1.5 * 1.5 / 2, within(1e-9));
        assertThat(grid.score(15, 0)).isZero();
        assertThat(grid.rho()).isZero();
    }

    @Test
    void dixonColes() {
        ScoreGrid grid = ScoreGrid.dixonColes(1.6, 1.1, -0.1);
        assertThat(grid.homeWin()).isCloseTo(0.4777, within(5e-5));
        assertThat(grid.draw()).isCloseTo(0.2726, within(5e-5));
        assertThat(grid.awayWin()).isCloseTo(0.2497, within(5e-5));
        double p00 = Math.exp(-2.7) * (1 + 1.6 * 1.1 * 0.1);
        double p11 = Math.exp(-2.7) * 1.6 * 1.1 * 1.1;
        double p10 = Math.exp(-2.7) * 1.6 * (1 - 1.1 * 0.1);
        double p01 = Math.exp(-2.7) * 1.1 * (1 - 1.6 * 0.1);
        assertThat(grid.score(0, 0)).isCloseTo(p00, within(1e-9));
        assertThat(grid.score(1, 1)).isCloseTo(p11, within(1e-9));
        assertThat(grid.score(1, 0)).isCloseTo(p10, within(1e-9));
        assertThat(grid.score(0, 1)).isCloseTo(p01, within(1e-9));
    }

    @Property(tries = 200)
    void everyMarket_saysWhatItsScoresSay(
            @ForAll @DoubleRange(min = 0.1, max = 5) double homeRate,
            @ForAll @DoubleRange(min = 0.1, max = 5) double awayRate,
            @ForAll @DoubleRange(min = -0.3, max = 0.3) double rho) {
        ScoreGrid grid = ScoreGrid.dixonColes(homeRate, awayRate, rho);
        for (GridMarket market : grid.marketProbabilities()) {
            for (GridSelection each : market.selections()) {
                OutcomeProbabilities plain = byScores(grid, market.market(), market.line(), each.selection());
                assertThat(each.outcomes().win()).isCloseTo(plain.win(), within(ROUNDING));
                assertThat(each.outcomes().halfWin()).isCloseTo(plain.halfWin(), within(ROUNDING));
                assertThat(each.outcomes().push()).isCloseTo(plain.push(), within(ROUNDING));
                assertThat(each.outcomes().halfLoss()).isCloseTo(plain.halfLoss(), within(ROUNDING));
                assertThat(each.outcomes().loss()).isCloseTo(plain.loss(), within(ROUNDING));
            }
        }
    }

    /** The plain way: settle every score. */
    private static OutcomeProbabilities byScores(ScoreGrid grid, MarketType market, Double line, String selection) {
        Map<Outcome, Double> sums = new EnumMap<>(Outcome.class);
        for (int i = 0; i < ScoreGrid.SIZE; i++) {
            for (int j = 0; j < ScoreGrid.SIZE; j++) {
                sums.merge(Settlements.settle(market, line, selection, new Score(i, j)), grid.score(i, j), Double::sum);
            }
        }
        return new OutcomeProbabilities(
                sums.getOrDefault(Outcome.WON, 0.0),
                sums.getOrDefault(Outcome.HALF_WON, 0.0),
                sums.getOrDefault(Outcome.PUSH, 0.0),
                sums.getOrDefault(Outcome.HALF_LOST, 0.0),
                sums.getOrDefault(Outcome.LOST, 0.0));
    }

    @Property
    void cells_sumToOneAndAreNotNegative(
            @ForAll @DoubleRange(min = 0.05, max = 6) double homeRate,
            @ForAll @DoubleRange(min = 0.05, max = 6) double awayRate,
            @ForAll @DoubleRange(min = -2, max = 2) double rho) {
        ScoreGrid grid = ScoreGrid.dixonColes(homeRate, awayRate, rho);
        double sum = 0;
        for (int i = 0; i < ScoreGrid.SIZE; i++) {
            for (int j = 0; j < ScoreGrid.SIZE; j++) {
                assertThat(grid.score(i, j)).isGreaterThanOrEqualTo(-ROUNDING);
                sum += grid.score(i, j);
            }
        }
        assertThat(sum).isCloseTo(1, within(ROUNDING));
        assertThat(grid.homeWin() + grid.draw() + grid.awayWin()).isCloseTo(1, within(ROUNDING));
    }

    @Property
    void fit_findsTheGridAgain(
            @ForAll @DoubleRange(min = 0.3, max = 4) double homeRate,
            @ForAll @DoubleRange(min = 0.3, max = 4) double awayRate,
            @ForAll @DoubleRange(min = -0.15, max = 0.1) double rho) {
        ScoreGrid wanted = ScoreGrid.dixonColes(homeRate, awayRate, rho);
        ScoreGrid both = ScoreGrid.fit(wanted.homeWin(), wanted.draw(), wanted.awayWin(), wanted.over(2.5), -0.05);
        assertThat(both.homeWin()).isCloseTo(wanted.homeWin(), within(FITTED));
        assertThat(both.draw()).isCloseTo(wanted.draw(), within(FITTED));
        assertThat(both.over(2.5)).isCloseTo(wanted.over(2.5), within(FITTED));
        ScoreGrid result = ScoreGrid.fit(wanted.homeWin(), wanted.draw(), wanted.awayWin(), Double.NaN, wanted.rho());
        assertThat(result.homeWin()).isCloseTo(wanted.homeWin(), within(FITTED));
        assertThat(result.draw()).isCloseTo(wanted.draw(), within(FITTED));
    }

    @Test
    void fit_ofClosingOdds_keepsResultAndTotals() {
        ScoreGrid grid = ScoreGrid.fit(0.47, 0.27, 0.26, 0.52, -0.05);
        assertThat(grid.homeWin()).isCloseTo(0.47, within(FITTED));
        assertThat(grid.draw()).isCloseTo(0.27, within(FITTED));
        assertThat(grid.awayWin()).isCloseTo(0.26, within(FITTED));
        assertThat(grid.over(2.5)).isCloseTo(0.52, within(FITTED));
        assertThat(grid.homeRate()).isGreaterThan(grid.awayRate());
    }

    @Test
    void fit_ofContradictions_staysNear() {
        // many draws and many goals cannot both be: no grid of a coarse net is nearer than the one found
        double found = distance(ScoreGrid.fit(0.30, 0.45, 0.25, 0.65, 0));
        double nearest = Double.MAX_VALUE;
        for (double home = 0.2; home < 4; home += 0.1) {
            for (double away = 0.2; away < 4; away += 0.1) {
                for (double rho = -0.3; rho <= 0.3; rho += 0.05) {
                    nearest = Math.min(nearest, distance(ScoreGrid.dixonColes(home, away, rho)));
                }
            }
        }
        assertThat(found).isBetween(0.001, nearest + 1e-9);
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreGrid.fit(0.5, 0.3, 0.3, 0.5, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreGrid.fit(0.5, 0.3, 0.2, 1.0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreGrid.fit(0.5, 0.5, 0, 0.5, 0));
    }

    private static double distance(ScoreGrid grid) {
        return Math.pow(grid.homeWin() - 0.30, 2)
                + Math.pow(grid.draw() - 0.45, 2)
                + Math.pow(grid.over(2.5) - 0.65, 2);
    }

    @Test
    void markets_areAllThere() {
        List<GridMarket> markets = ScoreGrid.dixonColes(1.4, 1.1, -0.1).marketProbabilities();
        assertThat(markets)
                .filteredOn(m -> m.market() == MarketType.TOTAL_GOALS)
                .hasSize(25);
        assertThat(markets)
                .filteredOn(m -> m.market() == MarketType.ASIAN_HANDICAP)
                .hasSize(25);
        assertThat(markets)
                .filteredOn(m -> m.market() == MarketType.HOME_TOTAL_GOALS)
                .hasSize(5);
        GridMarket scores = markets.getLast();
        assertThat(scores.market()).isEqualTo(MarketType.CORRECT_SCORE);
        assertThat(scores.selections()).hasSize(36);
        assertThat(scores.selections().getLast().selection()).isEqualTo("5-5");
        assertThat(markets.getFirst().selections())
                .extracting(GridSelection::selection)
                .containsExactly("HOME", "DRAW", "AWAY");
    }

    @Test
    void probability_byName() {
        ScoreGrid grid = ScoreGrid.poisson(1.4, 1.1);
        assertThat(grid.probability(MarketType.TOTAL_GOALS, 2.5, "OVER")).isCloseTo(grid.over(2.5), within(ROUNDING));
        assertThat(grid.probability(MarketType.CORRECT_SCORE, null, "2-1")).isEqualTo(grid.score(2, 1));
        assertThat(grid.over(-1)).isCloseTo(1, within(ROUNDING));
    }

    @Test
    void rejects_whatDoesNotBelongTogether() {
        ScoreGrid grid = ScoreGrid.poisson(1.4, 1.1);
        assertThatIllegalArgumentException().isThrownBy(() -> grid.outcomes(MarketType.TOTAL_GOALS, null, "OVER"));
        assertThatIllegalArgumentException().isThrownBy(() -> grid.outcomes(MarketType.MATCH_RESULT, 0.5, "HOME"));
        assertThatIllegalArgumentException().isThrownBy(() -> grid.outcomes(MarketType.SPREAD, -3.5, "HOME"));
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreGrid.poisson(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreGrid.poisson(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreGrid.dixonColes(1, 1, Double.NaN));
    }
}
