package io.touchline.domain.measure;

/**
 * Sum of squared differences between the probabilities and what happened (1 for it, 0 for the rest); from 0, perfect, to 2. Forecast 0.5,
 * 0.3, 0.2 and the first happens: 0.38; run as {@code ForecastMeasuresTest#brier}.
 *
 * <p>Brier, G. W. (1950). Verification of forecasts expressed in terms of probability. Monthly Weather Review 78, 1-3.
 */
public final class Brier {

    private Brier() {}

    public static double of(double[] probabilities, int happened) {
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            double difference = probabilities[i] - (i == happened ? 1 : 0);
            sum += difference * difference;
        }
        return sum;
    }
}
