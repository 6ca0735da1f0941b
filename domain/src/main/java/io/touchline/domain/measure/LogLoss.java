package io.touchline.domain.measure;

/**
 * Minus the natural logarithm of the probability that was given to what happened; 0 is perfect, ln 3 = 1.0986 is three equal chances. A
 * probability of 0.5 for what happened gives 0.6931; run as {@code ForecastMeasuresTest#logLoss}.
 */
public final class LogLoss {

    /** A forecast of 0 for what happened would weigh infinitely; it counts as this. */
    private static final double SMALLEST = 1e-15;

    private LogLoss() {}

    /** One forecast. */
    public static double of(double[] probabilities, int happened) {
        return of(probabilities[happened]);
    }

    /** One forecast, by the probability given to what happened. */
    public static double of(double probability) {
        return -Math.log(Math.max(SMALLEST, probability));
    }
}
