package io.touchline.prediction.backtest;

import io.touchline.domain.fixture.Cutoff;
import java.util.HashMap;
import java.util.Map;

/** How often home, draw, away, over 2.5 and both to score came in a division so far: the plain forecast below which no model may fall. */
final class BaseRates {

    static final String NAME = "base_rates";

    /** Counted beforehand, about as in most leagues, so that the first matches have a forecast. */
    private static final double[] BEFORE = {4.5, 2.6, 2.9, 5.0, 5.0};

    private static final double MATCHES_BEFORE = 10;

    private final Map<String, double[]> counts = new HashMap<>();

    void add(BacktestMatch match) {
        double[] count = counts.computeIfAbsent(match.division(), d -> new double[6]);
        count[match.outcome()]++;
        count[3] += match.score().total() > 2 ? 1 : 0;
        count[4] += match.score().home() > 0 && match.score().away() > 0 ? 1 : 0;
        count[5]++;
    }

    PredictedRow forecast(BacktestMatch match, Cutoff cutoff) {
        double[] count = counts.getOrDefault(match.division(), new double[6]);
        double[] p = new double[5];
        for (int i = 0; i < p.length; i++) {
            p[i] = (count[i] + BEFORE[i]) / (count[5] + MATCHES_BEFORE);
        }
        return new PredictedRow(match, cutoff, NAME, p[0], p[1], p[2], p[3], p[4]);
    }
}
