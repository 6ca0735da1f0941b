package io.touchline.feature.catalogue;

import io.touchline.feature.state.Appearance;

/** Sums of every {@link Stat} over a team's last matches, at most {@link #length} of them. */
final class Window {

    /** How many values one match has. */
    static final int STATS = Stat.values().length;

    /** The first of them, up to {@link Stat#LAST_OF_VENUE}. */
    static final int STATS_OF_VENUE = Stat.LAST_OF_VENUE.ordinal() + 1;

    private static final Stat[] ALL = Stat.values();

    private final int length;
    private final double[] sums;
    private final int[] known;
    private int matches;

    /** Of the first so many stats: windows of one venue are asked for few things. */
    Window(int length, int stats) {
        this.length = length;
        this.sums = new double[stats];
        this.known = new int[stats];
    }

    /** The same sums under another length: what the first so many matches of a longer window gave. */
    private Window(Window from, int length) {
        this.length = length;
        this.sums = from.sums.clone();
        this.known = from.known.clone();
        this.matches = from.matches;
    }

    Window copy(int newLength) {
        return new Window(this, newLength);
    }

    int length() {
        return length;
    }

    int matches() {
        return matches;
    }

    /** Every {@link Stat} of one match, in their order. */
    static double[] stats(Appearance appearance) {
        double[] stats = new double[STATS];
        for (int at = 0; at < STATS; at++) {
            stats[at] = ALL[at].of(appearance);
        }
        return stats;
    }

    /** Takes in one match by its {@link #stats}. */
    void add(double[] stats) {
        matches++;
        for (int at = 0; at < sums.length; at++) {
            double value = stats[at];
            if (!Double.isNaN(value)) {
                sums[at] += value;
                known[at]++;
            }
        }
    }

    /** Whether at least half of the window's matches tell it. */
    boolean knows(Stat stat) {
        return known[stat.ordinal()] >= (length + 1) / 2;
    }

    /** The mean over the matches that tell it; NaN where fewer than half of the window's length do. */
    double mean(Stat stat) {
        return knows(stat) ? sums[stat.ordinal()] / known[stat.ordinal()] : Double.NaN;
    }

    /** Standard deviation from the mean of the values and of their squares; NaN where either is unknown. */
    double deviation(Stat stat, Stat squared) {
        double mean = mean(stat);
        // rounding may leave less than nothing
        return Math.sqrt(Math.max(0, mean(squared) - mean * mean));
    }

    /** One sum over another, taken over the matches that tell each; NaN where either is unknown or the lower sum is 0. */
    double ratio(Stat upper, Stat lower) {
        return knows(upper) && knows(lower) && sums[lower.ordinal()] > 0
                ? sums[upper.ordinal()] / sums[lower.ordinal()]
                : Double.NaN;
    }

    /** One sum over both; NaN where either is unknown or both are 0. */
    double share(Stat part, Stat rest) {
        double whole = sums[part.ordinal()] + sums[rest.ordinal()];
        return knows(part) && knows(rest) && whole > 0 ? sums[part.ordinal()] / whole : Double.NaN;
    }
}
