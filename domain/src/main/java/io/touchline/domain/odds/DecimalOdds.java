package io.touchline.domain.odds;

/**
 * European odds: what one unit staked pays back, stake included.
 *
 * @param value above 1.0 and finite
 */
public record DecimalOdds(double value) implements Comparable<DecimalOdds> {

    public DecimalOdds {
        if (!isValid(value)) {
            throw new IllegalArgumentException("odds must be above 1.0 but were " + value);
        }
    }

    /** Whether a number may be odds. */
    public static boolean isValid(double value) {
        return value > 1.0 && value < Double.POSITIVE_INFINITY;
    }

    /** American odds: +150 is 2.50, −200 is 1.50. Throws {@link IllegalArgumentException} between −100 and +100. */
    public static DecimalOdds fromAmerican(double american) {
        if (!(Math.abs(american) >= 100)) {
            throw new IllegalArgumentException("american odds are at or beyond 100 but were " + american);
        }
        return new DecimalOdds(american > 0 ? 1 + american / 100 : 1 - 100 / american);
    }

    /** Fractional odds: 5/2 is 3.50. */
    public static DecimalOdds fromFractional(double numerator, double denominator) {
        return new DecimalOdds(1 + numerator / denominator);
    }

    /** 1 / odds, margin still inside. */
    public double impliedProbability() {
        return 1 / value;
    }

    @Override
    public int compareTo(DecimalOdds other) {
        return Double.compare(value, other.value);
    }
}
