package io.touchline.bench;

import io.touchline.schema.FeatureCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Vectors of numbers that a seed draws, some unknown; prices and differences of ratings as they could be, so that every model has something to say. */
final class DrawnVectors {

    private static final long SEED = 23;
    private static final double UNKNOWN = 0.15;

    private DrawnVectors() {}

    static List<float[]> list(int count) {
        Random random = new Random(SEED);
        int columns = FeatureCatalogue.shipped().features().size();
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] row = new float[columns];
            for (int column = 0; column < columns; column++) {
                row[column] = random.nextDouble() < UNKNOWN ? Float.NaN : (float) random.nextGaussian();
            }
            price(row, random);
            rows.add(row);
        }
        return rows;
    }

    private static void price(float[] row, Random random) {
        float homeWin = 0.25f + 0.4f * random.nextFloat();
        float draw = 0.22f + 0.08f * random.nextFloat();
        for (String prices : List.of("market_fair", "market_sharp")) {
            set(row, prices + "_home", homeWin);
            set(row, prices + "_draw", draw);
            set(row, prices + "_away", 1 - homeWin - draw);
        }
        set(row, "market_fair_over25", 0.45f + 0.1f * random.nextFloat());
        set(row, "elo_difference", 400 * random.nextFloat() - 150);
        set(row, "pi_rating_difference", 2 * random.nextFloat() - 0.8f);
    }

    private static void set(float[] row, String name, float value) {
        row[FeatureCatalogue.position(name)] = value;
    }
}
