package io.touchline.odds.consensus;

/**
 * How much each opinion counts in the consensus; only the ratio matters.
 *
 * @param sharp weight of a sharp bookmaker, 0 or more
 * @param soft weight of a soft one, above 0
 */
public record Weights(double sharp, double soft) {

    public Weights {
        if (!(sharp >= 0 && soft > 0 && Double.isFinite(sharp + soft))) {
            throw new IllegalArgumentException(
                    "weights of the consensus must be sharp >= 0, soft > 0 but were %s, %s".formatted(sharp, soft));
        }
    }

    double of(Bookmaker.Kind kind) {
        return kind == Bookmaker.Kind.SHARP ? sharp : soft;
    }
}
