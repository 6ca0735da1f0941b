package io.touchline.schema.serde;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.apache.avro.generic.PrimitivesArrays;

/** Floats as the list that a record holds, without an object for each. */
public final class FloatValues extends AbstractList<Float> implements RandomAccess {

    private final float[] values;

    private FloatValues(float[] values) {
        this.values = values;
    }

    /** Some values, which must not change any more. */
    public static List<Float> of(float[] values) {
        return new FloatValues(values);
    }

    /** A record's values; not to be written to. */
    public static float[] array(List<?> values) {
        if (values instanceof FloatValues plain) {
            return plain.values;
        }
        float[] copy = new float[values.size()];
        if (values instanceof PrimitivesArrays.FloatArray read) {
            for (int at = 0; at < copy.length; at++) {
                copy[at] = read.getFloat(at);
            }
        } else {
            for (int at = 0; at < copy.length; at++) {
                copy[at] = (Float) values.get(at);
            }
        }
        return copy;
    }

    /** Whether {@link #array} needs no object for a value. */
    static boolean isPlain(List<?> values) {
        return values instanceof FloatValues || values instanceof PrimitivesArrays.FloatArray;
    }

    @Override
    public Float get(int index) {
        return values[index];
    }

    @Override
    public int size() {
        return values.length;
    }
}
