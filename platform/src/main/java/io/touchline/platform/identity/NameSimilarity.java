package io.touchline.platform.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How alike two slugs are: Dice's coefficient over pairs of neighbouring letters, or over words where that is higher.
 *
 * <p>{@code manchester-utd} and {@code man-utd} share the word {@code utd} of two words each: 0.5; {@code wolves} and {@code wolwes} share three of five pairs:
 * 0.6; run as {@code NameSimilarityTest}.
 *
 * <p>Dice, L. R. (1945). Measures of the amount of ecologic association between species. Ecology 26, 297-302.
 */
final class NameSimilarity {

    private NameSimilarity() {}

    static double between(String one, String other) {
        if (one.equals(other)) {
            return 1.0;
        }
        return Math.max(pairs(one.replace("-", ""), other.replace("-", "")), words(one, other));
    }

    private static double pairs(String one, String other) {
        if (one.length() < 2 || other.length() < 2) {
            return 0.0;
        }
        Map<String, Integer> left = new HashMap<>();
        for (int i = 0; i + 2 <= one.length(); i++) {
            left.merge(one.substring(i, i + 2), 1, Integer::sum);
        }
        int shared = 0;
        for (int i = 0; i + 2 <= other.length(); i++) {
            String pair = other.substring(i, i + 2);
            int available = left.getOrDefault(pair, 0);
            if (available > 0) {
                left.put(pair, available - 1);
                shared++;
            }
        }
        return 2.0 * shared / (one.length() - 1 + other.length() - 1);
    }

    private static double words(String one, String other) {
        Set<String> left = new HashSet<>(List.of(one.split("-")));
        Set<String> right = new HashSet<>(List.of(other.split("-")));
        int size = left.size() + right.size();
        left.retainAll(right);
        return 2.0 * left.size() / size;
    }
}
