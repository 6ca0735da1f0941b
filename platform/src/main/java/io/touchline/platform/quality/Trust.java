package io.touchline.platform.quality;

import io.touchline.platform.vendor.SourceDescriptor;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The order of trust for what several sources tell: 1 is believed first. */
@FunctionalInterface
public interface Trust {

    /** Whoever is not in the list. */
    int LAST = 1000;

    /** A source's place; equal places are decided by name, so that everybody decides alike. */
    int of(String source);

    /** As the descriptors say. */
    static Trust of(Collection<SourceDescriptor> sources) {
        Map<String, Integer> places = new HashMap<>();
        sources.forEach(source -> places.put(source.name(), source.trust()));
        return source -> places.getOrDefault(source, LAST);
    }

    /** Whom of the two to believe. */
    default String better(String one, String other) {
        int byPlace = Integer.compare(of(one), of(other));
        return byPlace < 0 || byPlace == 0 && one.compareTo(other) <= 0 ? one : other;
    }
}
