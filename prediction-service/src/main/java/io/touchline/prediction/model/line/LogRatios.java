package io.touchline.prediction.model.line;

import io.touchline.prediction.model.Forecast;

/**
 * Probabilities of a result as two numbers without bounds.
 *
 * <p>0.5, 0.3, 0.2 give 0.9163 and −0.1054; run as {@code LineModelTest#logRatios_workedExample}.
 *
 * @param supremacy ln(home / away)
 * @param draw ln(draw² / (home × away))
 */
public record LogRatios(double supremacy, double draw) {

    private static final double SMALLEST = 1e-4;

    public static LogRatios of(double home, double draw, double away) {
        double h = Math.log(Math.max(SMALLEST, home));
        double d = Math.log(Math.max(SMALLEST, draw));
        double a = Math.log(Math.max(SMALLEST, away));
        return new LogRatios(h - a, 2 * d - h - a);
    }

    public static LogRatios of(Forecast forecast) {
        return of(forecast.home(), forecast.draw(), forecast.away());
    }

    /** Back to probabilities. */
    public Forecast forecast(double over25) {
        double h = Math.exp(supremacy / 2);
        double d = Math.exp(draw / 2);
        double a = Math.exp(-supremacy / 2);
        double sum = h + d + a;
        return new Forecast(h / sum, d / sum, a / sum, over25);
    }
}
