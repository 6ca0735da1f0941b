package io.touchline.prediction.watch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Whether vectors still look as they did: the population stability index of each feature, on the tenths of a reference with a bin of its own for unknown. The first vectors are the reference, the newest are compared with it.
 *
 * <p>PSI is the sum over bins of (now − then) · ln(now / then); 0.1 is little, above 0.25 is much. Siddiqi, N. (2006). Credit Risk Scorecards. Wiley.
 */
final class InputDrift {

    private static final int BINS = 10;
    private static final double LEAST = 1e-4;

    private final int vectors;
    private final List<float[]> first = new ArrayList<>();
    private final Deque<float[]> newest = new ArrayDeque<>();
    private float[][] edges = new float[0][];
    private double[][] reference = new double[0][];

    InputDrift(int vectors) {
        this.vectors = vectors;
    }

    void add(float[] values) {
        if (edges.length == 0) {
            first.add(values);
            if (first.size() == vectors) {
                learn();
            }
            return;
        }
        if (values.length != edges.length) {
            // another version of the catalogue: begin anew
            edges = new float[0][];
            newest.clear();
            first.add(values);
            return;
        }
        newest.add(values);
        if (newest.size() > vectors) {
            newest.removeFirst();
        }
    }

    private void learn() {
        int features = first.getLast().length;
        first.removeIf(values -> values.length != features);
        edges = new float[features][];
        reference = new double[features][];
        for (int feature = 0; feature < features; feature++) {
            int at = feature;
            double[] known = first.stream()
                    .mapToDouble(values -> values[at])
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            edges[feature] = edges(known);
            reference[feature] = shares(first, feature);
        }
        first.clear();
    }

    private static float[] edges(double[] sorted) {
        float[] edges = new float[sorted.length == 0 ? 0 : BINS - 1];
        for (int bin = 0; bin < edges.length; bin++) {
            edges[bin] = (float) sorted[sorted.length * (bin + 1) / BINS];
        }
        return edges;
    }

    private double[] shares(Iterable<float[]> of, int feature) {
        double[] shares = new double[BINS + 1];
        int count = 0;
        for (float[] values : of) {
            float value = values[feature];
            int bin = BINS;
            if (!Float.isNaN(value)) {
                bin = 0;
                while (bin < edges[feature].length && value >= edges[feature][bin]) {
                    bin++;
                }
            }
            shares[bin]++;
            count++;
        }
        for (int bin = 0; bin < shares.length; bin++) {
            shares[bin] = Math.max(LEAST, shares[bin] / count);
        }
        return shares;
    }

    /** Whether there is enough to compare. */
    boolean isFull() {
        return edges.length > 0 && newest.size() == vectors;
    }

    /** The index of every feature. */
    double[] indices() {
        double[] indices = new double[edges.length];
        for (int feature = 0; feature < indices.length; feature++) {
            double[] now = shares(newest, feature);
            for (int bin = 0; bin < now.length; bin++) {
                indices[feature] += (now[bin] - reference[feature][bin]) * Math.log(now[bin] / reference[feature][bin]);
            }
        }
        return indices;
    }

    /** What is now becomes the reference: the shift was told and is known. */
    void accept() {
        first.clear();
        first.addAll(newest);
        newest.clear();
        if (!first.isEmpty()) {
            edges = new float[0][];
            learn();
        }
    }

    /** Share of features above a limit. */
    double drifted(double limit) {
        double[] indices = indices();
        return indices.length == 0
                ? 0
                : (double) Arrays.stream(indices).filter(index -> index > limit).count() / indices.length;
    }
}
