package io.touchline.prediction.model.blend;

import java.util.List;

/**
 * How far a prediction can be relied on: agreement × sample.
 *
 * <ul>
 *   <li>agreement = 1 − (weighted mean distance of the votes from their blend) / 0.20, at least 0; a distance is half the sum of the absolute
 *       differences of home, draw and away. One vote alone has nobody to agree with and counts 0.5.
 *   <li>sample = n / (n + 10), n the matches known of the less known team. Where the market votes, whose bookmakers know the teams, it is at
 *       least 0.5.
 * </ul>
 *
 * <p>Two equal votes at 0.5, 0.3, 0.2 and 0.4, 0.3, 0.3 are 0.05 from their blend: agreement 0.75; with 30 matches confidence 0.5625; run as
 * {@code WeightFitTest#confidence_workedExample}.
 */
public final class Confidence {

    private static final double FULL_DISAGREEMENT = 0.20;
    private static final double ALONE = 0.5;
    private static final double HALF_SAMPLE = 10;
    private static final double BY_MARKET = 0.5;

    private Confidence() {}

    /** Between 0 and 1. */
    public static double of(List<Vote> votes, double[] blended, int knownMatches, boolean marketVotes) {
        double sample = knownMatches / (knownMatches + HALF_SAMPLE);
        return agreement(votes, blended) * (marketVotes ? Math.max(sample, BY_MARKET) : sample);
    }

    private static double agreement(List<Vote> votes, double[] blended) {
        if (votes.size() < 2) {
            return ALONE;
        }
        double mean = 0;
        for (Vote vote : votes) {
            double[] p = vote.forecast().result();
            double distance = 0;
            for (int i = 0; i < p.length; i++) {
                distance += Math.abs(p[i] - blended[i]) / 2;
            }
            mean += vote.weight() * distance;
        }
        return Math.max(0, 1 - mean / FULL_DISAGREEMENT);
    }
}
