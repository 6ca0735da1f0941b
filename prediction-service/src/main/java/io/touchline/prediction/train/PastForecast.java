package io.touchline.prediction.train;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.measure.Brier;
import io.touchline.domain.measure.LogLoss;
import io.touchline.domain.measure.RankedProbabilityScore;
import io.touchline.prediction.model.Forecast;
import io.touchline.prediction.model.market.MarketModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the models in force had said of a match before it was played.
 *
 * @param outcome 0 home, 1 draw, 2 away
 * @param over25 whether three goals or more fell
 * @param forecasts by model, the blend among them
 */
record PastForecast(Cutoff cutoff, String competition, int outcome, boolean over25, Map<String, Forecast> forecasts) {

    /** The votes together, before any calibration. */
    static final String POOLED = "pooled";

    /** Whether the market had an opinion. */
    boolean isQuoted() {
        return forecasts.containsKey(MarketModel.NAME);
    }

    /** Log loss, Brier score, ranked probability score and number of forecasts by model, such as {@code blend.log_loss}. */
    static Map<String, Double> metrics(List<PastForecast> forecasts) {
        Map<String, double[]> sums = new TreeMap<>();
        for (PastForecast each : forecasts) {
            each.forecasts().forEach((model, forecast) -> {
                double[] sum = sums.computeIfAbsent(model, m -> new double[4]);
                sum[0] += LogLoss.of(forecast.result(), each.outcome());
                sum[1] += Brier.of(forecast.result(), each.outcome());
                sum[2] += RankedProbabilityScore.of(forecast.result(), each.outcome());
                sum[3]++;
            });
        }
        Map<String, Double> metrics = new TreeMap<>();
        sums.forEach((model, sum) -> {
            metrics.put(model + ".log_loss", sum[0] / sum[3]);
            metrics.put(model + ".brier", sum[1] / sum[3]);
            metrics.put(model + ".rps", sum[2] / sum[3]);
            metrics.put(model + ".forecasts", sum[3]);
        });
        return metrics;
    }
}
