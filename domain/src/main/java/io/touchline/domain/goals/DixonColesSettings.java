package io.touchline.domain.goals;

/**
 * How Dixon-Coles is fitted.
 *
 * @param halfLifeDays days after which a match counts half; infinite counts all alike
 * @param shrinkage weight of the belief that a team is average, in matches' worth of information on each of its attack and defence; 0
 *     believes only the goals, and then every team must have scored and conceded
 * @param lowScores whether rho is fitted; false gives independent Poisson goals
 */
public record DixonColesSettings(double halfLifeDays, double shrinkage, boolean lowScores) {

    public DixonColesSettings {
        if (!(halfLifeDays > 0) || !(shrinkage >= 0)) {
            throw new IllegalArgumentException("half-life must be above 0 days but was " + halfLifeDays
                    + ", shrinkage at least 0 but was " + shrinkage);
        }
    }

    /** Plain maximum likelihood: no decay, no shrinkage. */
    public static DixonColesSettings plain() {
        return new DixonColesSettings(Double.POSITIVE_INFINITY, 0, true);
    }

    /** Plain maximum likelihood with independent goals. */
    public static DixonColesSettings poisson() {
        return new DixonColesSettings(Double.POSITIVE_INFINITY, 0, false);
    }
}
