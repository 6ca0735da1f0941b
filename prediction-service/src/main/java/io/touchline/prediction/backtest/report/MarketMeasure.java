package io.touchline.prediction.backtest.report;

import io.touchline.domain.measure.ConfidenceInterval;
import io.touchline.domain.measure.LogLoss;
import io.touchline.prediction.backtest.PredictedRow;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Log loss of one model in a market of two outcomes, beside closing odds where somebody quoted it.
 *
 * @param logLoss mean over the matches of which it says something, with interval
 * @param againstClosing mean of its log loss minus that of the closing odds, match by match, over those that have closing odds of this market; positive is worse
 * @param closing log loss of the closing odds on those matches; NaN where there are none
 */
record MarketMeasure(ConfidenceInterval logLoss, ConfidenceInterval againstClosing, double closing) {

    /** What of a row is measured. */
    enum Market {
        /** More than 2.5 goals. */
        OVER_25,
        /** Both teams score. */
        BOTH_SCORE;

        private boolean isTold(PredictedRow row) {
            return this == OVER_25 ? row.overTold() : row.bttsTold();
        }

        private double loss(PredictedRow row) {
            boolean both = row.match().score().home() > 0 && row.match().score().away() > 0;
            boolean came = this == OVER_25 ? row.match().score().total() > 2 : both;
            double said = this == OVER_25 ? row.over25() : row.btts();
            return LogLoss.of(came ? said : 1 - said);
        }
    }

    /**
     * Measures rows of one model.
     *
     * @param closing the closing odds' rows by fixture
     */
    static MarketMeasure of(Market market, List<PredictedRow> rows, Map<String, PredictedRow> closing) {
        double[] losses = new double[rows.size()];
        double[] differences = new double[rows.size()];
        int told = 0;
        int compared = 0;
        double ofClosing = 0;
        for (PredictedRow row : rows) {
            if (!market.isTold(row)) {
                continue;
            }
            double loss = market.loss(row);
            losses[told++] = loss;
            @Nullable PredictedRow last = closing.get(row.match().fixtureId());
            if (last != null && market.isTold(last)) {
                double beside = market.loss(last);
                ofClosing += beside;
                differences[compared++] = loss - beside;
            }
        }
        return new MarketMeasure(
                ConfidenceInterval.ofMean(Arrays.copyOf(losses, told)),
                ConfidenceInterval.ofMean(Arrays.copyOf(differences, compared)),
                compared == 0 ? Double.NaN : ofClosing / compared);
    }
}
