package io.touchline.prediction.calibrate;

import java.util.List;

/**
 * Sharpens or flattens probabilities: p_k in proportion to p_k to the power of a sharpness, 1 changes nothing. It keeps the order of outcomes.
 *
 * <p>0.5, 0.3, 0.2 with sharpness 2 are 0.6579, 0.2368, 0.1053; run as {@code CalibrationTest#temperature_workedExample}.
 *
 * <p>Guo, C., Pleiss, G., Sun, Y., Weinberger, K. Q. (2017). On calibration of modern neural networks. ICML; sharpness is one divided by their temperature.
 */
public final class Temperature {

    private static final double SMALLEST = 1e-9;
    private static final int STEPS = 20;
    private static final double LEAST = 0.5;
    private static final double MOST = 2;

    private Temperature() {}

    /** The probabilities made sharper (above 1) or flatter. */
    public static double[] applied(double[] p, double sharpness) {
        double[] out = new double[p.length];
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            out[k] = Math.pow(Math.max(SMALLEST, p[k]), sharpness);
            sum += out[k];
        }
        for (int k = 0; k < p.length; k++) {
            out[k] /= sum;
        }
        return out;
    }

    /**
     * The sharpness with the lowest log loss, drawn towards a belief.
     *
     * @param forecasts probabilities by match
     * @param outcomes what happened, one a match
     * @param belief sharpness without any match
     * @param certainty standard deviation of that belief
     */
    public static double fit(List<double[]> forecasts, List<Integer> outcomes, double belief, double certainty) {
        double at = belief;
        for (int step = 0; step < STEPS; step++) {
            double slope = (at - belief) / (certainty * certainty);
            double curve = 1 / (certainty * certainty);
            for (int i = 0; i < forecasts.size(); i++) {
                double[] raw = forecasts.get(i);
                double[] p = applied(raw, at);
                double mean = 0;
                double square = 0;
                for (int k = 0; k < p.length; k++) {
                    double log = Math.log(Math.max(SMALLEST, raw[k]));
                    mean += p[k] * log;
                    square += p[k] * log * log;
                }
                slope += mean - Math.log(Math.max(SMALLEST, raw[outcomes.get(i)]));
                curve += square - mean * mean;
            }
            double next = Math.clamp(at - slope / curve, LEAST, MOST);
            if (Math.abs(next - at) < 1e-9) {
                return next;
            }
            at = next;
        }
        return at;
    }
}
