package io.touchline.prediction.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.prediction.backtest.Backtest;
import io.touchline.prediction.backtest.BacktestMatch;
import io.touchline.prediction.backtest.BacktestResult;
import io.touchline.prediction.backtest.BacktestSettings;
import io.touchline.prediction.backtest.RandomStakes;
import io.touchline.prediction.backtest.RealSeasons;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The models on real seasons, between their bounds: better than base rates, hardly better than what the market knows at the end. */
class RealSeasonsTest {

    private static final Instant NOW = Instant.parse("2023-07-01T00:00:00Z");

    @Test
    void premierLeague_2019to2023() throws IOException {
        List<BacktestMatch> history = RealSeasons.read(
                NOW,
                List.of(
                        "E0_1415", "E0_1516", "E0_1617", "E0_1718", "E0_1819", "E0_1920", "E0_2021", "E0_2122",
                        "E0_2223"));
        assertThat(history).hasSize(9 * 380);
        BacktestResult result =
                Backtest.run(history, BacktestSettings.standard(LocalDate.of(2019, 7, 1), LocalDate.of(2023, 6, 30)));
        assertThat(result.matches()).isEqualTo(1520);
        BacktestReport report = BacktestReport.of(result);
        double base = loss(report, "base_rates");
        double closing = loss(report, "closing_odds");
        assertThat(closing).isBetween(0.94, 0.99);
        assertThat(loss(report, "dixon_coles")).isBetween(closing, base - 0.05);
        assertThat(loss(report, "elo")).isBetween(closing, base - 0.05);
        assertThat(loss(report, "blend")).isBetween(closing - 0.003, closing + 0.003);
        assertThat(measures(report, "blend").calibrationError()).isLessThan(0.03);
        assertThat(measures(report, "blend").accuracy().estimate()).isGreaterThan(0.5);
    }

    @Test
    void betsByLot_loseTheMargin() throws IOException {
        List<BacktestMatch> history = RealSeasons.read(NOW, List.of("E0_1819", "SP1_1920", "D1_2021", "I1_2122"));
        for (int seed = 0; seed < 5; seed++) {
            RandomStakes.Played played = RandomStakes.of(history, seed);
            BetMeasures bets = BetMeasures.of(played.bets(), false);
            assertThat(bets.bets()).isGreaterThan(2_500);
            assertThat(bets.noKnowledge()).isBetween(-0.06, -0.03);
            assertThat(bets.flatYield().lower()).isLessThan(bets.noKnowledge());
            assertThat(bets.flatYield().upper()).isGreaterThan(bets.noKnowledge());
            RandomBets others = RandomBets.of(played.bets(), played.pool());
            assertThat(others.asGood()).isBetween(0.01, 0.99);
            assertThat(others.flatYield().estimate()).isBetween(-0.1, 0.0);
        }
    }

    private static double loss(BacktestReport report, String model) {
        return measures(report, model).logLoss().estimate();
    }

    private static ModelMeasures measures(BacktestReport report, String model) {
        return report.common().stream()
                .filter(each -> each.cutoff() == Cutoff.CLOSING && each.model().equals(model))
                .findFirst()
                .orElseThrow();
    }
}
