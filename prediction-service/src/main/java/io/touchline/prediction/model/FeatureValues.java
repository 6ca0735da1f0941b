package io.touchline.prediction.model;

import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The values of a feature vector, NaN where unknown. Immutable. */
public final class FeatureValues {

    /** Nothing is known. */
    public static final FeatureValues NONE = new FeatureValues(new float[0]);

    private static final String MARKET = "market";
    private static final String SNAPSHOTS = "market_snapshots";

    private final float[] values;

    private FeatureValues(float[] values) {
        this.values = values;
    }

    /** A vector's; {@link #NONE} where it is of another version of the catalogue. */
    public static FeatureValues of(FeatureVector vector) {
        if (vector.getCatalogueVersion() != FeatureCatalogue.shipped().version()) {
            return NONE;
        }
        List<Float> given = vector.getValues();
        float[] values = new float[given.size()];
        for (int at = 0; at < values.length; at++) {
            values[at] = given.get(at);
        }
        return new FeatureValues(values);
    }

    /** Values in the catalogue's order. */
    public static FeatureValues of(float[] values) {
        return new FeatureValues(values.clone());
    }

    /** A feature's value; NaN where it is unknown. */
    public float value(String name) {
        return value(FeatureCatalogue.position(name));
    }

    /** The value at a place of the catalogue; NaN where it is unknown. */
    public float value(int position) {
        return position < values.length ? values[position] : Float.NaN;
    }

    /** Copies values that stand beside each other from a place of the catalogue on; NaN where they are unknown. */
    public void copyTo(int position, float[] into, int at, int count) {
        int known = Math.clamp(values.length - position, 0, count);
        if (known > 0) {
            System.arraycopy(values, position, into, at, known);
        }
        Arrays.fill(into, at + known, at + count, Float.NaN);
    }

    /** Whether a feature has anything from odds in it: of this match, or of past ones as ratings fed by odds have. */
    public static boolean isOfOdds(FeatureCatalogue.Feature feature) {
        String said = (feature.name() + " " + feature.description()).toLowerCase(Locale.ROOT);
        return feature.group().equals(MARKET) || feature.source().contains(SNAPSHOTS) || said.contains("odds");
    }

    /** The same as if no bookmaker had ever quoted anything. */
    public FeatureValues withoutMarket() {
        float[] left = values.clone();
        List<FeatureCatalogue.Feature> features = FeatureCatalogue.shipped().features();
        for (int at = 0; at < Math.min(left.length, features.size()); at++) {
            if (isOfOdds(features.get(at))) {
                left[at] = Float.NaN;
            }
        }
        return new FeatureValues(left);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureValues that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "FeatureValues[" + values.length + "]";
    }
}
