package io.touchline.bench;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/** Times a piece of work: rounds of many calls, the first rounds for the compiler, then the median a call. What the calls return is summed and kept, so that none of them is left out. */
final class Rounds {

    private static final int ROUNDS = 15;

    /** Written and never read: the sum of everything that was computed. */
    private static volatile double kept;

    private Rounds() {}

    /** Median nanoseconds a call. */
    static double nanos(int calls, DoubleSupplier work) {
        double[] times = new double[ROUNDS];
        for (int round = 0; round < 2 * ROUNDS; round++) {
            double sum = 0;
            long began = System.nanoTime();
            for (int call = 0; call < calls; call++) {
                sum += work.getAsDouble();
            }
            times[round % ROUNDS] = (System.nanoTime() - began) / (double) calls;
            kept = sum;
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }
}
