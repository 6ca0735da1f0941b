package io.touchline.prediction.model;

/**
 * What one model says of a match; home, draw and away sum to 1.
 *
 * @param over25 probability of three goals or more; NaN where the model does not speak of goals
 */
public record Forecast(double home, double draw, double away, double over25) {

    private static final double SUM_TOLERANCE = 1e-6;

    public Forecast {
        if (!(home >= 0 && draw >= 0 && away >= 0 && Math.abs(home + draw + away - 1) < SUM_TOLERANCE)
                || over25 < 0
                || over25 > 1) {
            throw new IllegalArgumentException(
                    "probabilities lie in 0..1 and those of the result sum to 1 but were %s %s %s, over %s"
                            .formatted(home, draw, away, over25));
        }
    }

    /** Home, draw, away. */
    public double[] result() {
        return new double[] {home, draw, away};
    }
}
