package io.touchline.domain.inplay;

/**
 * Two birth processes whose rates depend on the score between them: the distribution over a span of minutes, by the exponential of their generator to the third order in steps short enough that what is left out stays about
 * 1e-5.
 */
final class GoalChain {

    /** Minutes of a step; parts of the match begin at multiples of it. */
    private static final int STEP = 3;

    private final double[][][] scores;
    private final GoalClock.Remainder left;

    GoalChain(double[][][] scores, GoalClock.Remainder left) {
        this.scores = scores;
        this.left = left;
    }

    /**
     * Distribution of the lead.
     *
     * @param most further goals of one side
     * @return from −most to +most further lead
     */
    double[] leads(double home, double away, int lead, int most) {
        int size = 2 * most + 1;
        double[] p = new double[size];
        p[most] = 1;
        double[] up = new double[size];
        double[] down = new double[size];
        double[] a = new double[size];
        double[] b = new double[size];
        for (int from = 0; from < GoalClock.MINUTES; from += STEP) {
            double share = share(from);
            if (share <= 0) {
                continue;
            }
            int part = InPlayParameters.part(from);
            for (int i = 0; i < size; i++) {
                int now = lead + i - most;
                up[i] = i == size - 1 ? 0 : home * share * scores[0][part][InPlayParameters.lead(now)];
                down[i] = i == 0 ? 0 : away * share * scores[1][part][InPlayParameters.lead(-now)];
            }
            System.arraycopy(p, 0, a, 0, size);
            for (int order = 1; order <= 3; order++) {
                for (int i = 0; i < size; i++) {
                    double in = -a[i] * (up[i] + down[i]);
                    if (i > 0) {
                        in += a[i - 1] * up[i - 1];
                    }
                    if (i < size - 1) {
                        in += a[i + 1] * down[i + 1];
                    }
                    b[i] = in / order;
                }
                for (int i = 0; i < size; i++) {
                    p[i] += b[i];
                }
                double[] swap = a;
                a = b;
                b = swap;
            }
        }
        return p;
    }

    /**
     * Distribution of further goals.
     *
     * @param most further goals of each side, counted together from there on
     * @return by home goals, then away goals
     */
    double[][] goals(double home, double away, int lead, int mostHome, int mostAway) {
        double[][] p = new double[mostHome + 1][mostAway + 1];
        p[0][0] = 1;
        double[][] a = new double[mostHome + 1][mostAway + 1];
        double[][] b = new double[mostHome + 1][mostAway + 1];
        double[] up = new double[mostHome + mostAway + 1];
        double[] down = new double[mostHome + mostAway + 1];
        for (int from = 0; from < GoalClock.MINUTES; from += STEP) {
            double share = share(from);
            if (share <= 0) {
                continue;
            }
            int part = InPlayParameters.part(from);
            for (int d = -mostAway; d <= mostHome; d++) {
                up[d + mostAway] = home * share * scores[0][part][InPlayParameters.lead(lead + d)];
                down[d + mostAway] = away * share * scores[1][part][InPlayParameters.lead(-lead - d)];
            }
            for (int h = 0; h <= mostHome; h++) {
                System.arraycopy(p[h], 0, a[h], 0, mostAway + 1);
            }
            for (int order = 1; order <= 3; order++) {
                for (int h = 0; h <= mostHome; h++) {
                    for (int w = 0; w <= mostAway; w++) {
                        int d = h - w + mostAway;
                        double out = (h < mostHome ? up[d] : 0) + (w < mostAway ? down[d] : 0);
                        double in = -a[h][w] * out;
                        if (h > 0) {
                            in += a[h - 1][w] * up[d - 1];
                        }
                        if (w > 0) {
                            in += a[h][w - 1] * down[d + 1];
                        }
                        b[h][w] = in / order;
                    }
                }
                for (int h = 0; h <= mostHome; h++) {
                    for (int w = 0; w <= mostAway; w++) {
                        p[h][w] += b[h][w];
                    }
                }
                double[][] swap = a;
                a = b;
                b = swap;
            }
        }
        return p;
    }

    private double share(int from) {
        double share = 0;
        for (int i = from; i < Math.min(from + STEP, GoalClock.MINUTES); i++) {
            share += left.at(i);
        }
        return share;
    }

    /** Probabilities that the next goal is the home side's, the away side's, and that none falls. */
    double[] next(double home, double away, int lead) {
        double none = 1;
        double homeNext = 0;
        for (int minute = 0; minute < GoalClock.MINUTES; minute++) {
            int part = InPlayParameters.part(minute);
            double ours = home * left.at(minute) * scores[0][part][InPlayParameters.lead(lead)];
            double theirs = away * left.at(minute) * scores[1][part][InPlayParameters.lead(-lead)];
            double both = ours + theirs;
            if (both > 0) {
                double falls = none * -Math.expm1(-both);
                homeNext += falls * ours / both;
                none -= falls;
            }
        }
        return new double[] {homeNext, 1 - homeNext - none, none};
    }
}
