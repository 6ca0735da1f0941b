package io.touchline.prediction.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.fixture.Score;
import io.touchline.prediction.backtest.BacktestMatch;
import io.touchline.prediction.backtest.PredictedRow;
import io.touchline.prediction.backtest.report.MarketMeasure.Market;
import io.touchline.prediction.model.strength.MatchStatistics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarketMeasureTest {

    private static final double ROUNDING = 1e-12;

    private final BacktestMatch manyGoals = match("one", 2, 1);
    private final BacktestMatch fewGoals = match("two", 2, 0);
    private final List<PredictedRow> model = List.of(row(manyGoals, 0.6, 0.5), row(fewGoals, 0.5, 0.4));

    @Test
    void besideClosingOdds_onlyWhereSomebodyQuotedTheMarket() {
        Map<String, PredictedRow> closing =
                Map.of("one", odds(manyGoals, 0.5, 0.6, true), "two", odds(fewGoals, 0.9, 0.9, false));
        MarketMeasure over = MarketMeasure.of(Market.OVER_25, model, closing);
        assertThat(over.logLoss().count()).isEqualTo(2);
        assertThat(over.logLoss().estimate()).isCloseTo(-(Math.log(0.6) + Math.log(0.5)) / 2, within(ROUNDING));
        assertThat(over.againstClosing().count()).isEqualTo(1);
        assertThat(over.againstClosing().estimate()).isCloseTo(Math.log(0.5 / 0.6), within(ROUNDING));
        assertThat(over.closing()).isCloseTo(-Math.log(0.5), within(ROUNDING));
        MarketMeasure both = MarketMeasure.of(Market.BOTH_SCORE, model, closing);
        assertThat(both.logLoss().estimate()).isCloseTo(-(Math.log(0.5) + Math.log(0.6)) / 2, within(ROUNDING));
        assertThat(both.againstClosing().estimate()).isCloseTo(Math.log(0.6 / 0.5), within(ROUNDING));
    }

    @Test
    void whatNobodyQuoted_isNotMeasured() {
        MarketMeasure none = MarketMeasure.of(Market.BOTH_SCORE, List.of(odds(fewGoals, 0.9, 0.9, false)), Map.of());
        assertThat(none.logLoss().count()).isZero();
        assertThat(none.logLoss().estimate()).isNaN();
        assertThat(none.closing()).isNaN();
    }

    private static PredictedRow row(BacktestMatch match, double over, double both) {
        return new PredictedRow(match, Cutoff.CLOSING, "model", 0.5, 0.3, 0.2, over, both);
    }

    private static PredictedRow odds(BacktestMatch match, double over, double both, boolean told) {
        return new PredictedRow(match, Cutoff.CLOSING, "closing_odds", 0.5, 0.3, 0.2, over, both, told, told);
    }

    private static BacktestMatch match(String id, int home, int away) {
        return new BacktestMatch(
                id,
                "E0",
                "eng.1",
                "2021-22",
                LocalDate.EPOCH,
                "Home",
                "Away",
                "home",
                "away",
                Instant.EPOCH,
                Instant.EPOCH,
                new Score(home, away),
                MatchStatistics.UNKNOWN,
                List.of(),
                List.of(),
                List.of(),
                BacktestMatch.Averages.NONE);
    }
}
