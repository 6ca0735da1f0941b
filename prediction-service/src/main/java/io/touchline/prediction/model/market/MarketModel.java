package io.touchline.prediction.model.market;

import io.touchline.prediction.model.Forecast;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.Model;
import java.util.Optional;

/** The bookmakers' consensus with the margin removed, as the feature vector brings it. Needs no training. */
public final class MarketModel implements Model {

    public static final String NAME = "market";

    /** Vectors hold floats: three of them sum to 1 within this. */
    private static final double FLOAT_SUM = 1e-3;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Forecast> forecast(MatchInput match) {
        double sum = match.marketHome() + match.marketDraw() + match.marketAway();
        boolean complete = match.marketHome() > 0 && match.marketDraw() > 0 && match.marketAway() > 0;
        if (!complete || !(Math.abs(sum - 1) < FLOAT_SUM)) {
            return Optional.empty();
        }
        double over = match.marketOver25();
        return Optional.of(new Forecast(
                match.marketHome() / sum,
                match.marketDraw() / sum,
                match.marketAway() / sum,
                over > 0 && over < 1 ? over : Double.NaN));
    }
}
