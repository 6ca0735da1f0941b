package io.touchline.domain.inplay;

import java.util.Arrays;

/**
 * How the goals of 90 minutes and stoppage time are spread over the minutes. A minute holds what falls in it, so minute 0 is the first one. Stoppage time of the first half runs on as minutes 45 to
 * 49 in the data that this is learned from and lies there beside the start of the second half; how many of these goals are the first half's takes it apart again. Minute {@value #LAST} holds all that came later.
 */
public final class GoalClock {

    /** The last minute. */
    public static final int LAST = 95;

    static final int MINUTES = LAST + 1;
    static final int HALF = 45;
    static final int FULL = 90;

    /** Minutes from {@value #HALF} on in which goals of the first half are told too. */
    public static final int SHARED = 5;

    /** Where stoppage time has run for an unknown while, this much of it is still to come. */
    private static final double STOPPAGE_LEFT = 0.6;

    private final double[] shares;
    private final double[] ofFirstHalf;
    private final double firstHalfStoppage;

    /**
     * A clock.
     *
     * @param weights of the minutes 0 to {@value #LAST}, above 0
     * @param ofFirstHalf what part of the goals of minutes {@value #HALF} and on is the first half's, 0 to 1
     */
    public GoalClock(double[] weights, double[] ofFirstHalf) {
        if (weights.length != MINUTES || ofFirstHalf.length != SHARED) {
            throw new IllegalArgumentException("a clock has %d minutes, %d of them shared, but was given %d and %d"
                    .formatted(MINUTES, SHARED, weights.length, ofFirstHalf.length));
        }
        double sum = Arrays.stream(weights).sum();
        shares = new double[MINUTES];
        for (int i = 0; i < MINUTES; i++) {
            if (!(weights[i] > 0 && Double.isFinite(weights[i]))) {
                throw new IllegalArgumentException("a minute's weight is above 0 but was " + weights[i]);
            }
            shares[i] = weights[i] / sum;
        }
        this.ofFirstHalf = ofFirstHalf.clone();
        double stoppage = 0;
        for (int i = 0; i < SHARED; i++) {
            if (!(ofFirstHalf[i] >= 0 && ofFirstHalf[i] <= 1)) {
                throw new IllegalArgumentException("a part lies in 0..1 but was " + ofFirstHalf[i]);
            }
            stoppage += shares[HALF + i] * ofFirstHalf[i];
        }
        firstHalfStoppage = stoppage;
    }

    /** Share of the goals of a match that fall in a minute. */
    public double share(int minute) {
        return shares[minute];
    }

    /** Share of the goals that fall in the stoppage time of the first half. */
    public double firstHalfStoppage() {
        return firstHalfStoppage;
    }

    /** What is left after the end of a minute of a clock that runs on through stoppage time, as in lists of shots; −1 is kickoff. */
    public Remainder afterRunning(int minute) {
        double[] left = new double[MINUTES];
        for (int i = Math.max(0, minute + 1); i < MINUTES; i++) {
            left[i] = shares[i];
        }
        return new Remainder(left);
    }

    /**
     * What is left of 90 minutes.
     *
     * @param played whole minutes played, stoppage time counted as 45 and 90
     */
    public Remainder left(MatchPhase phase, int played) {
        double[] left = new double[MINUTES];
        switch (phase) {
            case BEFORE -> System.arraycopy(shares, 0, left, 0, MINUTES);
            case FIRST_HALF -> {
                secondHalf(left);
                for (int i = Math.clamp(played, 0, HALF); i < HALF; i++) {
                    left[i] = shares[i];
                }
                left[HALF] += played >= HALF ? STOPPAGE_LEFT * firstHalfStoppage : firstHalfStoppage;
            }
            case HALF_TIME -> secondHalf(left);
            case SECOND_HALF -> {
                secondHalf(left);
                Arrays.fill(left, 0, Math.clamp(played, HALF, FULL), 0);
                if (played >= FULL) {
                    for (int i = FULL; i < MINUTES; i++) {
                        left[i] *= STOPPAGE_LEFT;
                    }
                }
            }
            case EXTRA_TIME_AHEAD, EXTRA_TIME, PENALTIES, OVER -> {}
        }
        return new Remainder(left);
    }

    private void secondHalf(double[] left) {
        System.arraycopy(shares, HALF, left, HALF, MINUTES - HALF);
        for (int i = 0; i < SHARED; i++) {
            left[HALF + i] *= 1 - ofFirstHalf[i];
        }
    }

    /** Shares of the minutes, a copy. */
    public double[] shares() {
        return shares.clone();
    }

    /** What part of the goals of minutes {@value #HALF} and on is the first half's, a copy. */
    public double[] ofFirstHalf() {
        return ofFirstHalf.clone();
    }

    /** What is left, by minute. */
    public static final class Remainder {

        private final double[] left;
        private final double sum;

        private Remainder(double[] left) {
            this.left = left;
            this.sum = Arrays.stream(left).sum();
        }

        /** Share of a match's goals, 0 to 1. */
        public double share() {
            return sum;
        }

        /** Whether no more goal can count. */
        public boolean isOver() {
            return sum <= 0;
        }

        double at(int minute) {
            return left[minute];
        }
    }
}
