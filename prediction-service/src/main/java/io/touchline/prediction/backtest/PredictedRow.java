package io.touchline.prediction.backtest;

import io.touchline.domain.fixture.Cutoff;

/**
 * One line of {@code predictions.csv}.
 *
 * @param over25 probability of three goals or more
 * @param btts probability that both teams score
 */
public record PredictedRow(
        BacktestMatch match,
        Cutoff cutoff,
        String model,
        double home,
        double draw,
        double away,
        double over25,
        double btts) {

    /** Home, draw, away. */
    public double[] result() {
        return new double[] {home, draw, away};
    }
}
