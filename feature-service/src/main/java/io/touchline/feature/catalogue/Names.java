package io.touchline.feature.catalogue;

import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureCatalogue.Feature;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks that the catalogue and the formulas speak of the same features. */
public final class Names {

    private Names() {}

    /** Throws {@link IllegalStateException} where a formula is not in the catalogue. */
    static void requireAll(FeatureCatalogue catalogue, Collection<String> formulas) {
        Set<String> named = catalogue.features().stream().map(Feature::name).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>(formulas);
        missing.removeAll(named);
        if (!missing.isEmpty()) {
            throw new IllegalStateException("features.csv does not name " + missing);
        }
    }

    /** Throws {@link IllegalStateException} where a feature of the catalogue is computed by none of the classes that gave their names. */
    public static void requireComplete(FeatureCatalogue catalogue, List<Set<String>> computed) {
        Set<String> without =
                catalogue.features().stream().map(Feature::name).collect(Collectors.toCollection(TreeSet::new));
        computed.forEach(without::removeAll);
        if (!without.isEmpty()) {
            throw new IllegalStateException("features.csv names features that nothing computes: " + without);
        }
    }
}
