package io.touchline.prediction.model.strength;

import org.jspecify.annotations.Nullable;

/**
 * What both sides did in a match; NaN where the source does not tell.
 *
 * @param homeShots by the home side
 * @param awayShots by the away side
 * @param homeOnTarget of these on target
 * @param awayOnTarget of these on target
 * @param homeCorners won by the home side
 * @param awayCorners won by the away side
 * @param homeXg expected goals of the home side without penalties
 * @param awayXg the same of the away side
 */
public record MatchStatistics(
        double homeShots,
        double awayShots,
        double homeOnTarget,
        double awayOnTarget,
        double homeCorners,
        double awayCorners,
        double homeXg,
        double awayXg) {

    /** Share of expected goals that do not come from penalties. */
    private static final double NO_PENALTIES = 0.92;

    /** The source tells goals alone. */
    public static final MatchStatistics UNKNOWN =
            new MatchStatistics(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** Without expected goals. */
    public MatchStatistics(
            double homeShots,
            double awayShots,
            double homeOnTarget,
            double awayOnTarget,
            double homeCorners,
            double awayCorners) {
        this(homeShots, awayShots, homeOnTarget, awayOnTarget, homeCorners, awayCorners, Double.NaN, Double.NaN);
    }

    /** The same with expected goals, of which some sources tell the whole alone. */
    public MatchStatistics withXg(
            @Nullable Double home,
            @Nullable Double homeNoPenalties,
            @Nullable Double away,
            @Nullable Double awayNoPenalties) {
        return new MatchStatistics(
                homeShots,
                awayShots,
                homeOnTarget,
                awayOnTarget,
                homeCorners,
                awayCorners,
                xg(home, homeNoPenalties),
                xg(away, awayNoPenalties));
    }

    private static double xg(@Nullable Double all, @Nullable Double noPenalties) {
        if (noPenalties != null) {
            return noPenalties;
        }
        return all == null ? Double.NaN : NO_PENALTIES * all;
    }
}
