package io.touchline.domain.odds;

/**
 * A chance between 0 and 1, both allowed.
 *
 * @param value 0..1
 */
public record Probability(double value) implements Comparable<Probability> {

    public Probability {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a probability lies in 0..1 but was " + value);
        }
    }

    public Probability complement() {
        return new Probability(1 - value);
    }

    /** 1 / probability; throws where the chance is 0 or 1, which no odds express. */
    public DecimalOdds fairOdds() {
        return new DecimalOdds(1 / value);
    }

    @Override
    public int compareTo(Probability other) {
        return Double.compare(value, other.value);
    }
}
