package io.touchline.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.DoubleSupplier;

/**
 * Times a piece of work: calls for some seconds, for the compiler, then rounds, then the median a call. A round is short beside the time for which a system lets one process run, so that on a busy machine most rounds have
 * the core for themselves. What the calls return is summed and kept, so that none of them is left out.
 */
final class Rounds {

    private static final int ROUNDS = 301;

    /** The compiler works beside, and on a busy machine takes its time. */
    private static final Duration FIRST = Duration.ofSeconds(2);

    private static final int ROUNDS_IN_CALLS = 20;

    /** Written and never read: the sum of everything that was computed. */
    private static volatile double kept;

    private Rounds() {}

    /**
     * Median nanoseconds a call.
     *
     * @param calls some milliseconds' worth
     */
    static double nanos(int calls, DoubleSupplier work) {
        long began = System.nanoTime();
        while (System.nanoTime() - began < FIRST.toNanos()) {
            nanosOfRound(calls, work);
        }
        int callsOfRound = Math.max(1, calls / ROUNDS_IN_CALLS);
        double[] times = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            times[round] = nanosOfRound(callsOfRound, work);
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }

    private static double nanosOfRound(int calls, DoubleSupplier work) {
        double sum = 0;
        long began = System.nanoTime();
        for (int call = 0; call < calls; call++) {
            sum += work.getAsDouble();
        }
        double nanos = (System.nanoTime() - began) / (double) calls;
        kept = sum;
        return nanos;
    }
}
