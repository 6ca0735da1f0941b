package io.touchline.domain.devig;

import java.util.List;

/** All ways of removing the margin, by the name that configuration uses. */
public final class MarginRemovals {

    private static final List<MarginRemoval> ALL = List.of(
            new Multiplicative(),
            new Additive(),
            new Power(),
            new Shin(),
            new OddsRatio(),
            new Logarithmic(),
            new DifferentialMargin());

    private MarginRemovals() {}

    /** The method of this name; throws {@link IllegalArgumentException}, naming all of them, where there is none. */
    public static MarginRemoval of(String name) {
        for (MarginRemoval each : ALL) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw new IllegalArgumentException("no margin removal is named " + name + "; there are "
                + ALL.stream().map(MarginRemoval::name).toList());
    }

    public static List<MarginRemoval> list() {
        return ALL;
    }
}
