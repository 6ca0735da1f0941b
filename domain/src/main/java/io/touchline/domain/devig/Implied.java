package io.touchline.domain.devig;

import io.touchline.domain.odds.DecimalOdds;

/** Inverse odds and their sum: where every method starts. */
final class Implied {

    /** A step of Newton's method below this no longer changes a probability that anybody sees. */
    static final double SOLVED = 1e-14;

    /** The equations here are convex and converge in under ten steps; more means that rounding makes the last digit flicker. */
    static final int MAX_STEPS = 60;

    private Implied() {}

    static double[] of(double[] odds) {
        if (odds.length < 2) {
            throw new IllegalArgumentException("a market has at least two selections but was given " + odds.length);
        }
        double[] implied = new double[odds.length];
        for (int i = 0; i < odds.length; i++) {
            if (!DecimalOdds.isValid(odds[i])) {
                throw new IllegalArgumentException("odds must be above 1.0 but were " + odds[i]);
            }
            implied[i] = 1 / odds[i];
        }
        return implied;
    }

    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** Divides by the sum, in place, which removes the rounding that an iteration leaves. */
    static double[] normalised(double[] values) {
        double sum = sum(values);
        for (int i = 0; i < values.length; i++) {
            values[i] /= sum;
        }
        return values;
    }
}
