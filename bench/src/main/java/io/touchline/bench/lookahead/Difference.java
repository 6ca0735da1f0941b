package io.touchline.bench.lookahead;

import java.time.Instant;
import java.util.List;

/**
 * A vector that is not the same when its future is gone.
 *
 * @param fixtureId ours
 * @param cutoff its label, {@code CLOSING}
 * @param asOf what it says of itself: nothing in it became known later
 * @param found how it was found out
 * @param values the features that differ, by name; empty where the vector is missing or came too early
 */
public record Difference(String fixtureId, String cutoff, Instant asOf, String found, List<Value> values) {

    /** A feature as it was with the future and without it; NaN where unknown. */
    public record Value(String feature, float with, float without) {
        @Override
        public String toString() {
            return feature + " " + with + " instead of " + without;
        }
    }

    @Override
    public String toString() {
        return "%s %s as of %s: %s%s".formatted(fixtureId, cutoff, asOf, found, values.isEmpty() ? "" : " " + values);
    }
}
