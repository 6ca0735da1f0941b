package io.touchline.bench.path;

import io.touchline.schema.FeatureVector;
import java.time.Instant;
import java.util.Arrays;

/**
 * A vector as it travels.
 *
 * @param fixtureId ours
 * @param asOf milliseconds since 1970: nothing in it became known later
 * @param bytes what is on the topic
 */
public record Emitted(String fixtureId, long asOf, byte[] bytes) {

    /** A vector in the bytes of some registry. */
    public static Emitted of(FeatureVector vector, byte[] bytes) {
        return new Emitted(vector.getFixtureId(), vector.getAsOf().toEpochMilli(), bytes);
    }

    /** What makes it another vector: fixture and asOf. */
    public String key() {
        return key(fixtureId, asOf);
    }

    static String key(String fixtureId, long asOf) {
        return fixtureId + '|' + asOf;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Emitted that
                && asOf == that.asOf
                && fixtureId.equals(that.fixtureId)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * fixtureId.hashCode() + Long.hashCode(asOf);
    }

    @Override
    public String toString() {
        return fixtureId + " as of " + Instant.ofEpochMilli(asOf) + ", " + bytes.length + " bytes";
    }
}
