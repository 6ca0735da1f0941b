package io.touchline.feature.catalogue;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Formulas by the name of their feature, collected by the families. */
final class Formulas {

    /** A formula of one side that may look at the whole fixture. */
    @FunctionalInterface
    interface SideFormula {
        double value(TeamPart side, FixtureView fixture);
    }

    private final Map<String, ToDoubleFunction<FixtureView>> byName = new LinkedHashMap<>();
    private final Map<String, String> stems = new HashMap<>();

    /** One feature of the whole match. */
    void match(String name, ToDoubleFunction<FixtureView> formula) {
        if (byName.put(name, formula) != null) {
            throw new IllegalStateException("two formulas are named " + name);
        }
    }

    /** Two features: {@code <stem>_home} and {@code <stem>_away}. */
    void sides(String stem, SideFormula formula) {
        match(stem + "_home", view -> formula.value(view.home(), view));
        match(stem + "_away", view -> formula.value(view.away(), view));
    }

    /** Three features: {@link #sides} and {@code <stem>_difference}, home minus away. */
    void sidesAndDifference(String stem, SideFormula formula) {
        sides(stem, formula);
        match(stem + "_difference", view -> formula.value(view.home(), view) - formula.value(view.away(), view));
        stems.put(stem + "_difference", stem);
    }

    /** Means of a stat over windows, {@code <stem>_<window>_<side>}; the difference for one of the windows, 0 for none. */
    void means(String stem, Stat stat, int windowOfDifference, int... windows) {
        for (int window : windows) {
            SideFormula mean = (side, view) -> side.last(window).mean(stat);
            if (window == windowOfDifference) {
                sidesAndDifference(stem + "_" + window, mean);
            } else {
                sides(stem + "_" + window, mean);
            }
        }
    }

    /** The stem of a feature of {@link #sidesAndDifference} that is the difference of the two others; null for every other. */
    @Nullable String stemOfDifference(String name) {
        return stems.get(name);
    }

    Map<String, ToDoubleFunction<FixtureView>> byName() {
        return Collections.unmodifiableMap(byName);
    }
}
