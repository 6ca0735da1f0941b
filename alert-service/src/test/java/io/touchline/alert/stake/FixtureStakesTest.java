package io.touchline.alert.stake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.fixture.Score;
import io.touchline.domain.grid.ScoreGrid;
import io.touchline.domain.market.MarketType;
import io.touchline.domain.stake.KellySettings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FixtureStakesTest {

    private static final Score START = new Score(0, 0);
    private static final ScoreGrid GRID = ScoreGrid.fit(0.50, 0.27, 0.23, Double.NaN, -0.1);
    private static final double ROUNDING = 1e-6;

    private final FixtureStakes stakes = new FixtureStakes(KellySettings.standard());

    @Test
    void oneBet_getsAnEighthOfKelly() {
        // edge 0.10 at odds 2.20: Kelly 0.10 / 1.20
        assertThat(stakes.stakes(List.of(), List.of(bet(MarketType.MATCH_RESULT, null, "HOME", 2.20, 0)), GRID, START))
                .satisfies(all -> assertThat(all[0]).isCloseTo(0.10 / 1.20 / 8, within(ROUNDING)));
    }

    @Test
    void stake_isCapped() {
        double[] capped =
                stakes.stakes(List.of(), List.of(bet(MarketType.MATCH_RESULT, null, "HOME", 1_000, 0)), GRID, START);
        assertThat(capped).containsExactly(0.05);
    }

    @Test
    void sameSelectionElsewhere_getsNothing() {
        double[] both = stakes.stakes(
                List.of(),
                List.of(
                        bet(MarketType.MATCH_RESULT, null, "HOME", 2.15, 0),
                        bet(MarketType.MATCH_RESULT, null, "HOME", 2.20, 0)),
                GRID,
                START);
        assertThat(both[0]).isZero();
        assertThat(both[1]).isCloseTo(0.10 / 1.20 / 8, within(ROUNDING));
    }

    @Test
    void whatIsStakedAlready_isTakenOff() {
        double whole = 0.10 / 1.20 / 8;
        double[] rest = stakes.stakes(
                List.of(bet(MarketType.MATCH_RESULT, null, "HOME", 2.10, 0.004)),
                List.of(bet(MarketType.MATCH_RESULT, null, "HOME", 2.20, 0)),
                GRID,
                START);
        assertThat(rest[0]).isCloseTo(whole - 0.004, within(ROUNDING));
    }

    @Test
    void betsThatWinTogether_share() {
        Bet home = bet(MarketType.MATCH_RESULT, null, "HOME", 2.20, 0);
        Bet handicap = bet(MarketType.ASIAN_HANDICAP, -0.25, "HOME", 1.95, 0);
        double alone = stakes.stakes(List.of(), List.of(home), GRID, START)[0]
                + stakes.stakes(List.of(), List.of(handicap), GRID, START)[0];
        double[] together = stakes.stakes(List.of(), List.of(home, handicap), GRID, START);
        assertThat(together[0] + together[1]).isPositive().isLessThan(alone * 0.8);
    }

    @Test
    void openExposure_boundsTheSum() {
        double[] left = stakes.stakes(
                List.of(
                        bet(MarketType.TOTAL_GOALS, 2.5, "OVER", 3.0, 0.05),
                        bet(MarketType.TOTAL_GOALS, 3.5, "OVER", 6.0, 0.05),
                        bet(MarketType.MATCH_RESULT, null, "DRAW", 5.0, 0.045)),
                List.of(bet(MarketType.MATCH_RESULT, null, "AWAY", 9.0, 0)),
                GRID,
                START);
        assertThat(left[0]).isBetween(0.0, 0.005 + ROUNDING);
    }

    private static Bet bet(MarketType market, @Nullable Double line, String selection, double odds, double staked) {
        return new Bet(market.name(), line, selection, odds, GRID.outcomes(market, line, selection), staked);
    }
}
