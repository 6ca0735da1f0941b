package io.touchline.domain.measure;

/**
 * Mean squared difference of the cumulated probabilities, for outcomes with an order (home, draw, away): a forecast that was far off costs more
 * than one beside the mark; 0 is perfect, 1 the worst. Forecast 0.5, 0.3, 0.2 and the first happens: 0.145; run as
 * {@code ForecastMeasuresTest#rankedProbabilityScore}.
 *
 * <p>Epstein, E. S. (1969). A scoring system for probability forecasts of ranked categories. Journal of Applied Meteorology 8, 985-987.
 */
public final class RankedProbabilityScore {

    private RankedProbabilityScore() {}

    public static double of(double[] probabilities, int happened) {
        double sum = 0;
        double forecast = 0;
        for (int i = 0; i < probabilities.length - 1; i++) {
            forecast += probabilities[i];
            double difference = forecast - (happened <= i ? 1 : 0);
            sum += difference * difference;
        }
        return sum / (probabilities.length - 1);
    }
}
