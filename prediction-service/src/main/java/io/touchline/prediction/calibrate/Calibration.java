package io.touchline.prediction.calibrate;

import io.touchline.domain.fixture.Cutoff;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a release does to the pooled probabilities of a result before they are fitted on a grid. A cut-off that is absent is left as it is.
 *
 * @param sharpness see {@link Temperature}; by cut-off and competition, all others under {@link #ALL}
 * @param steps isotonic functions of home, draw and away by cut-off, where they were better on later matches; applied after the sharpness
 */
public record Calibration(Map<Cutoff, Map<String, Double>> sharpness, Map<Cutoff, List<Isotonic>> steps) {

    /** Every competition that has no sharpness of its own. */
    public static final String ALL = "";

    private static final Calibration NOTHING = new Calibration(Map.of(), Map.of());
    private static final double SMALLEST = 1e-3;

    public Calibration {
        sharpness = Collections.unmodifiableMap(new TreeMap<>(sharpness));
        steps = Collections.unmodifiableMap(new TreeMap<>(steps));
    }

    /** Changes nothing. */
    public static Calibration nothing() {
        return NOTHING;
    }

    /** Home, draw, away as they should have been told. */
    public double[] applied(Cutoff cutoff, String competition, double[] p) {
        Map<String, Double> byCompetition = sharpness.get(cutoff);
        double[] out = p;
        if (byCompetition != null) {
            out = Temperature.applied(
                    out, byCompetition.getOrDefault(competition, byCompetition.getOrDefault(ALL, 1.0)));
        }
        List<Isotonic> isotonic = steps.get(cutoff);
        return isotonic == null ? out : stepped(isotonic, out);
    }

    static double[] stepped(List<Isotonic> isotonic, double[] p) {
        double[] out = new double[p.length];
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            out[k] = Math.max(SMALLEST, isotonic.get(k).of(p[k]));
            sum += out[k];
        }
        for (int k = 0; k < p.length; k++) {
            out[k] /= sum;
        }
        return out;
    }
}
