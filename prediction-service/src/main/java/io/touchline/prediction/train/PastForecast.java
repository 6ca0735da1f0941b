package io.touchline.prediction.train;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.prediction.model.Forecast;
import io.touchline.prediction.model.market.MarketModel;
import java.util.Map;

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
}
