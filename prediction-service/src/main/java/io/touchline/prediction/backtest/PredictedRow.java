package io.touchline.prediction.backtest;

import io.touchline.domain.fixture.Cutoff;

/**
 * One line of {@code predictions.csv}.
 *
 * @param over25 probability of three goals or more
 * @param btts probability that both teams score
 * @param overTold false where odds stand in the place of a model and nobody quoted the total: then it follows from the result's odds
 * @param bttsTold false where nobody quoted that both teams score: then it follows from result and total
 */
public record PredictedRow(
        BacktestMatch match,
        Cutoff cutoff,
        String model,
        double home,
        double draw,
        double away,
        double over25,
        double btts,
        boolean overTold,
        boolean bttsTold) {

    /** Of a model, which tells all of it. */
    public PredictedRow(
            BacktestMatch match,
            Cutoff cutoff,
            String model,
            double home,
            double draw,
            double away,
            double over25,
            double btts) {
        this(match, cutoff, model, home, draw, away, over25, btts, true, true);
    }

    /** Home, draw, away. */
    public double[] result() {
        return new double[] {home, draw, away};
    }
}
