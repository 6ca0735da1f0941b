package io.touchline.prediction.model.trees;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Floats as integers of the same order: −0 and 0 are one, an unknown value (NaN) is the highest of all. A float's bits are sign and magnitude; an integer's are two's complement.
 *
 * <p>−1, 0, 1 give −1065353216, 0, 1065353216; run as {@code FloatOrderTest#workedExample}.
 */
final class FloatOrder {

    private static final int INFINITY = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);
    private static final int MAGNITUDE = Integer.MAX_VALUE;

    private FloatOrder() {}

    /** A key a value. */
    static int[] keys(float[] values) {
        int[] keys = new int[values.length];
        MemorySegment.copy(MemorySegment.ofArray(values), ValueLayout.JAVA_INT, 0, keys, 0, keys.length);
        // without a branch, so that the compiler takes many at a time
        for (int i = 0; i < keys.length; i++) {
            int bits = keys[i];
            int negative = bits >> 31;
            int ordered = (bits ^ negative) - negative + (negative << 31);
            int unknown = (INFINITY - (bits & MAGNITUDE)) >> 31;
            keys[i] = (ordered & ~unknown) | (unknown >>> 1);
        }
        return keys;
    }

    /** Key of the highest float that is not above a number: a float is above the one where it is above the other. */
    static int floor(double number) {
        float nearest = (float) number;
        return keys(new float[] {nearest > number ? Math.nextDown(nearest) : nearest})[0];
    }
}
