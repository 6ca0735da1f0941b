package io.touchline.prediction.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.fixture.Score;
import io.touchline.domain.grid.ScoreGrid;
import io.touchline.domain.market.MarketType;
import io.touchline.domain.market.Outcome;
import io.touchline.prediction.backtest.BacktestMatch;
import io.touchline.prediction.backtest.Bet;
import io.touchline.prediction.backtest.SettledBet;
import io.touchline.prediction.model.strength.MatchStatistics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Four days: won at 3.0, lost, lost and lost, won at 2.0; a tenth of the bankroll each. */
class BetDaysTest {

    private static final int[] ALL = {0, 1, 2, 3};
    private static final LocalDate DAY = LocalDate.of(2022, 1, 1);

    private final List<SettledBet> bets = List.of(
            settled(0, 3, Outcome.WON, 0.4),
            settled(1, 3, Outcome.LOST, 0.3),
            settled(2, 3, Outcome.LOST, 0.3),
            settled(2, 3, Outcome.LOST, Double.NaN),
            settled(3, 2, Outcome.WON, 0.5));
    private final BetDays days = new BetDays(bets, true);

    @Test
    void sums() {
        assertThat(days.count()).isEqualTo(4);
        assertThat(days.flatYield(ALL)).isCloseTo((2 - 1 - 1 - 1 + 1) / 5.0, within(1e-12));
        assertThat(days.yield(ALL)).isCloseTo((2 - 1 - 1 - 1 + 1) / 5.0, within(1e-12));
        assertThat(days.clv(ALL)).isCloseTo((0.2 - 0.1 - 0.1 + 0) / 4, within(1e-12));
        assertThat(days.profitFactor(ALL)).isEqualTo(1);
        assertThat(days.flatYield(new int[] {0, 0, 0, 3})).isEqualTo(7 / 4.0);
    }

    @Test
    void paths() {
        assertThat(days.drawdown(ALL)).isCloseTo(1 - 0.9 * 0.8, within(1e-12));
        assertThat(new BetDays(bets, false).drawdown(ALL)).isCloseTo(0.3, within(1e-12));
        assertThat(days.losingStreak(ALL)).isEqualTo(3);
        assertThat(days.winningStreak(ALL)).isEqualTo(1);
        assertThat(days.winningStreak(new int[] {3, 0, 1})).isEqualTo(2);
    }

    /** Returns 0.2, -0.1, -0.2, 0.1: mean 0, so the ratio is 0; without the third day mean 0.2 / 3 over a deviation of 0.1528. */
    @Test
    void sharpe() {
        assertThat(days.sharpe(ALL)).isCloseTo(0, within(1e-12));
        double daysAYear = 4 / (3 / 365.25);
        assertThat(days.sharpe(new int[] {0, 1, 3}))
                .isCloseTo(0.2 / 3 / 0.152752523 * Math.sqrt(daysAYear), within(1e-6));
    }

    @Test
    void measures_ofManyDays_haveIntervalsAroundTheirEstimates() {
        List<SettledBet> many = new ArrayList<>();
        for (int day = 0; day < 300; day++) {
            many.add(settled(day, 2.1, day % 2 == 0 ? Outcome.WON : Outcome.LOST, 0.49));
        }
        BetMeasures measures = BetMeasures.of(many, true);
        assertThat(measures.flatYield().estimate()).isCloseTo(0.05, within(1e-12));
        // Student's interval of the same values is 0.05 ± 0.1195
        assertThat(measures.flatYield().lower()).isBetween(-0.09, -0.05);
        assertThat(measures.flatYield().upper()).isBetween(0.15, 0.19);
        assertThat(measures.noKnowledge()).isCloseTo(1 / 1.05 - 1, within(1e-12));
        assertThat(measures.betsStillNeeded()).isZero();
        assertThat(measures.betsStillNeededForYield()).isBetween(1_300L, 1_500L);
        assertThat(BetMeasures.of(many, true)).isEqualTo(measures);
        assertThat(BetMeasures.of(List.of(), true).bets()).isZero();
    }

    private static SettledBet settled(int day, double odds, Outcome outcome, double closingFair) {
        LocalDate date = DAY.plusDays(day);
        Instant kickoff = Instant.parse(date + "T15:00:00Z");
        BacktestMatch match = new BacktestMatch(
                "soccer:eng.1:2021-22:a:b" + day,
                "E0",
                "eng.1",
                "2021-22",
                date,
                "A",
                "B",
                "a",
                "b",
                kickoff,
                kickoff.plusSeconds(7_200),
                new Score(1, 0),
                MatchStatistics.UNKNOWN,
                List.of(),
                List.of(),
                List.of(),
                BacktestMatch.Averages.NONE);
        Bet bet = new Bet(
                match,
                kickoff,
                ScoreGrid.fit(0.5, 0.27, 0.23, 0.5, -0.05),
                MarketType.MATCH_RESULT,
                null,
                "HOME",
                "one",
                odds,
                1.05,
                0.1,
                0.1,
                closingFair);
        return new SettledBet(bet, outcome, 0.1 * outcome.profit(odds), 1);
    }
}
