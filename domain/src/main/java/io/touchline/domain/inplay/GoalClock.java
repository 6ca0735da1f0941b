package io.touchline.domain.inplay;

import java.util.Arrays;

/**
 * How the goals of 90 minutes and stoppage time are spread over the minutes. A minute holds what falls in it, so minute 0 is the first one. Stoppage time of the first half runs on as minutes 45 to
 * 49 in the data that this is learned from and lies there beside the start of the second half; {@link #firstHalfStoppage} takes it apart again. Minute {@value #LAST} holds all that came later.
 */
public final class GoalClock {

    /** The last minute. */
    public static final int LAST = 95;

    static final int MINUTES = LAST + 1;
    static final int HALF = 45;
    static final int FULL = 90;

    /** Minutes at the start of a half in which fewer goals fall: sides come from their kickoff. */
    private static final int START = 5;

    /** Where stoppage time has run for an unknown while, this much of it is still to come. */
    private static final double STOPPAGE_LEFT = 0.6;

    private final double[] shares;
    private final double firstHalfStoppage;
    private final double[] secondHalfStart;

    /**
     * A clock.
     *
     * @param weights of the minutes 0 to {@value #LAST}, above 0
     */
    public GoalClock(double[] weights) {
        if (weights.length != MINUTES) {
            throw new IllegalArgumentException("a clock has " + MINUTES + " minutes but was given " + weights.length);
        }
        double sum = Arrays.stream(weights).sum();
        shares = new double[MINUTES];
        for (int i = 0; i < MINUTES; i++) {
            if (!(weights[i] > 0 && Double.isFinite(weights[i]))) {
                throw new IllegalArgumentException("a minute's weight is above 0 but was " + weights[i]);
            }
            shares[i] = weights[i] / sum;
        }
        double first = mean(START + 5, HALF - 5);
        double second = mean(HALF + START, HALF + START + 25);
        secondHalfStart = new double[START];
        double stoppage = 0;
        for (int i = 0; i < START; i++) {
            double here = shares[HALF + i];
            secondHalfStart[i] = Math.min(here, shares[i] * second / first);
            stoppage += here - secondHalfStart[i];
        }
        firstHalfStoppage = stoppage;
    }

    private double mean(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += shares[i];
        }
        return sum / (to - from);
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
        System.arraycopy(secondHalfStart, 0, left, HALF, START);
    }

    /** Shares of the minutes, a copy. */
    public double[] shares() {
        return shares.clone();
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
