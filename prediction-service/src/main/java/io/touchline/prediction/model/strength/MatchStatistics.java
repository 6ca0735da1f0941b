package io.touchline.prediction.model.strength;

/**
 * What both sides did in a match; NaN where the source does not tell.
 *
 * @param homeShots by the home side
 * @param awayShots by the away side
 * @param homeOnTarget of these on target
 * @param awayOnTarget of these on target
 * @param homeCorners won by the home side
 * @param awayCorners won by the away side
 */
public record MatchStatistics(
        double homeShots,
        double awayShots,
        double homeOnTarget,
        double awayOnTarget,
        double homeCorners,
        double awayCorners) {

    /** The source tells goals alone. */
    public static final MatchStatistics UNKNOWN =
            new MatchStatistics(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
