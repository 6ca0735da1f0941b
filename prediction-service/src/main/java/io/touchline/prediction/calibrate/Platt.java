package io.touchline.prediction.calibrate;

import java.util.List;

/**
 * A probability of a yes or no, its log-odds moved along a line: logit(p') = intercept + slope × logit(p).
 *
 * <p>0.6 with intercept 0.1 and slope 0.9 becomes 0.6142; run as {@code CalibrationTest#platt_workedExample}.
 *
 * <p>Platt, J. (1999). Probabilistic outputs for support vector machines and comparisons to regularized likelihood methods. Advances in Large Margin Classifiers, 61-74.
 *
 * @param intercept 0 changes nothing
 * @param slope 1 changes nothing
 */
public record Platt(double intercept, double slope) {

    /** Changes nothing. */
    public static final Platt NOTHING = new Platt(0, 1);

    private static final double SMALLEST = 1e-6;
    private static final int STEPS = 30;

    /** What a probability becomes. */
    public double of(double probability) {
        return 1 / (1 + Math.exp(-intercept - slope * logit(probability)));
    }

    private static double logit(double probability) {
        double p = Math.clamp(probability, SMALLEST, 1 - SMALLEST);
        return Math.log(p / (1 - p));
    }

    /**
     * The line with the lowest log loss, drawn towards changing nothing.
     *
     * @param certainty standard deviation of the belief that nothing needs to change, of both numbers
     */
    public static Platt fit(List<Double> forecasts, List<Boolean> happened, double certainty) {
        double a = 0;
        double b = 1;
        double prior = 1 / (certainty * certainty);
        for (int step = 0; step < STEPS; step++) {
            double ga = prior * a;
            double gb = prior * (b - 1);
            double haa = prior;
            double hab = 0;
            double hbb = prior;
            for (int i = 0; i < forecasts.size(); i++) {
                double x = logit(forecasts.get(i));
                double p = 1 / (1 + Math.exp(-a - b * x));
                double off = p - (happened.get(i) ? 1 : 0);
                double w = p * (1 - p);
                ga += off;
                gb += off * x;
                haa += w;
                hab += w * x;
                hbb += w * x * x;
            }
            double determinant = haa * hbb - hab * hab;
            double da = (hbb * ga - hab * gb) / determinant;
            double db = (haa * gb - hab * ga) / determinant;
            a -= da;
            b -= db;
            if (Math.abs(da) + Math.abs(db) < 1e-10) {
                break;
            }
        }
        return new Platt(a, b);
    }
}
