package io.touchline.domain.market;

/** What may stand as the number of a market: quarters, and the two half lines that a quarter line is made of. */
public final class Lines {

    private static final double QUARTER = 0.25;

    private Lines() {}

    /** Whether it is a multiple of 0.25. */
    public static boolean isQuarterStep(double line) {
        return Double.isFinite(line) && line / QUARTER == Math.rint(line / QUARTER);
    }

    /** Whether the stake is split in two: 2.25, 2.75, −0.25. */
    public static boolean isSplit(double line) {
        return line * 2 != Math.rint(line * 2);
    }

    /** The line below of a split one (2.25 gives 2.0), the line itself otherwise. */
    public static double lower(double line) {
        return isSplit(line) ? line - QUARTER : line;
    }

    /** The line above of a split one (2.25 gives 2.5), the line itself otherwise. */
    public static double upper(double line) {
        return isSplit(line) ? line + QUARTER : line;
    }
}
