package io.touchline.prediction.backtest.report;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.measure.Brier;
import io.touchline.domain.measure.CalibrationError;
import io.touchline.domain.measure.ConfidenceInterval;
import io.touchline.domain.measure.Confusion;
import io.touchline.domain.measure.LogLoss;
import io.touchline.domain.measure.RankedProbabilityScore;
import io.touchline.prediction.backtest.PredictedRow;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How good one model was at one cut-off, over its rows.
 *
 * @param logLoss mean with interval; its count is the number of matches
 * @param brier mean
 * @param rps mean ranked probability score
 * @param calibrationError of home, draw and away together, in fifteen bins
 * @param accuracy share of matches whose likeliest result came, with interval
 * @param over25 more than 2.5 goals
 * @param bothScore both teams to score
 * @param againstClosing mean of its log loss minus that of the closing odds, match by match, with interval; positive is worse; NaN without closing odds
 * @param confusion decisions by the likeliest result: counts, precision, recall, F1, AUC of home, draw and away
 * @param reliability the calibration's bins
 */
record ModelMeasures(
        Cutoff cutoff,
        String model,
        ConfidenceInterval logLoss,
        double brier,
        double rps,
        double calibrationError,
        ConfidenceInterval accuracy,
        MarketMeasure over25,
        MarketMeasure bothScore,
        ConfidenceInterval againstClosing,
        Confusion confusion,
        List<CalibrationError.Bin> reliability) {

    private static final int BINS = 15;

    /**
     * Measures rows of one model.
     *
     * @param closing the closing odds' rows by fixture
     */
    static ModelMeasures of(Cutoff cutoff, String model, List<PredictedRow> rows, Map<String, PredictedRow> closing) {
        int n = rows.size();
        double[] losses = new double[n];
        double[] differences = new double[n];
        double brier = 0;
        double rps = 0;
        int right = 0;
        int compared = 0;
        CalibrationError calibration = new CalibrationError(BINS);
        Confusion confusion = new Confusion(3);
        for (int i = 0; i < n; i++) {
            PredictedRow row = rows.get(i);
            double[] p = row.result();
            int outcome = row.match().outcome();
            losses[i] = LogLoss.of(p, outcome);
            brier += Brier.of(p, outcome) / n;
            rps += RankedProbabilityScore.of(p, outcome) / n;
            right += likeliest(p) == outcome ? 1 : 0;
            confusion.add(p, outcome);
            for (int k = 0; k < p.length; k++) {
                calibration.add(p[k], k == outcome);
            }
            PredictedRow last = closing.get(row.match().fixtureId());
            if (last != null) {
                differences[compared++] = losses[i] - LogLoss.of(last.result(), outcome);
            }
        }
        return new ModelMeasures(
                cutoff,
                model,
                ConfidenceInterval.ofMean(losses),
                brier,
                rps,
                calibration.value(),
                ConfidenceInterval.ofProportion(right, n),
                MarketMeasure.of(MarketMeasure.Market.OVER_25, rows, closing),
                MarketMeasure.of(MarketMeasure.Market.BOTH_SCORE, rows, closing),
                ConfidenceInterval.ofMean(Arrays.copyOf(differences, compared)),
                confusion,
                calibration.bins());
    }

    private static int likeliest(double[] p) {
        int best = 0;
        for (int i = 1; i < p.length; i++) {
            best = p[i] > p[best] ? i : best;
        }
        return best;
    }
}
