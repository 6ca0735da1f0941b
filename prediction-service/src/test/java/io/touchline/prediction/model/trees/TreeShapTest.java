package io.touchline.prediction.model.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.ml.lightgbm.SWIGTYPE_p_double;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_float;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_p_void;
import com.microsoft.ml.lightgbm.lightgbmlib;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import io.touchline.prediction.train.LightGbmLibrary;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TreeShapTest {

    private static final int COLUMNS = 8;
    private static final int ROWS = 1_500;
    private static final int ASKED = 300;

    /** The library adds in double too, in another order. */
    private static final double SAME = 1e-9;

    @BeforeAll
    static void loadLibrary() {
        LightGbmLibrary.load();
    }

    @Test
    void oneSplit() {
        TreeBuilder builder = new TreeBuilder(new double[] {0}, false);
        int first = builder.tree(0, 1, new double[] {0, 4}, new double[] {1, 3});
        builder.split(first, 1, 0.5, builder.leaf(0, 2), builder.leaf(1, 2), true);
        TreeEnsemble trees = builder.build();
        assertThat(TreeShap.expectation(trees, 0)).isEqualTo(3);
        assertThat(TreeShap.contributions(trees, 0, new float[] {9, 0.2f})).containsExactly(0, -3);
        assertThat(TreeShap.contributions(trees, 0, new float[] {9, 0.7f})).containsExactly(0, 1);
        assertThat(TreeShap.contributions(trees, 0, new float[] {9, Float.NaN})).containsExactly(0, -3);
    }

    @Test
    void contributions_areWhatTheNativeSays_andSumToTheScore() throws LGBMException {
        String text = trained();
        TreeEnsemble trees = LightGbmText.read(text);
        float[] asked = values(new Random(2), ASKED);
        double[] said = nativeContributions(text, asked);
        for (int row = 0; row < ASKED; row++) {
            float[] values = Arrays.copyOfRange(asked, row * COLUMNS, (row + 1) * COLUMNS);
            double[] ours = TreeShap.contributions(trees, 0, values);
            double expectation = TreeShap.expectation(trees, 0);
            assertThat(Arrays.stream(ours).sum() + expectation).isCloseTo(trees.scores(values)[0], within(SAME));
            assertThat(ours)
                    .containsExactly(
                            Arrays.copyOfRange(said, row * (COLUMNS + 1), row * (COLUMNS + 1) + COLUMNS), within(SAME));
            assertThat(expectation).isCloseTo(said[row * (COLUMNS + 1) + COLUMNS], within(SAME));
        }
    }

    @Test
    void content_saysTheSameAfterItWasWrittenAndRead() throws LGBMException {
        TreeEnsemble trees = LightGbmText.read(trained());
        String text = TreeContent.write(trees);
        TreeEnsemble again = TreeContent.read(text);
        assertThat(TreeContent.write(again)).isEqualTo(text);
        float[] asked = values(new Random(3), 1);
        assertThat(again.scores(asked)).isEqualTo(trees.scores(asked));
        assertThat(TreeShap.contributions(again, 0, asked)).isEqualTo(TreeShap.contributions(trees, 0, asked));
    }

    @Test
    void joined_saysWhatEachSays() throws LGBMException {
        TreeEnsemble one = LightGbmText.read(trained());
        TreeEnsemble both = TreeEnsemble.join(java.util.List.of(one, one));
        float[] asked = values(new Random(3), 1);
        assertThat(both.scores(asked)).containsExactly(one.scores(asked)[0], one.scores(asked)[0]);
        assertThat(TreeShap.contributions(both, 1, asked)).isEqualTo(TreeShap.contributions(one, 0, asked));
    }

    private static String trained() throws LGBMException {
        float[] data = values(new Random(1), ROWS);
        String parameters =
                "objective=regression num_leaves=12 min_data_in_leaf=10 num_threads=1 verbosity=-1 seed=7 deterministic=true";
        float[] labels = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            float x = data[row * COLUMNS];
            float y = data[row * COLUMNS + 1];
            labels[row] = (Float.isNaN(x) ? 1 : x) * (Float.isNaN(y) ? -1 : y) + data[row * COLUMNS + 7];
            labels[row] = Float.isNaN(labels[row]) ? 0 : labels[row];
        }
        try (LGBMDataset dataset = LGBMDataset.createFromMat(data, ROWS, COLUMNS, true, parameters, null)) {
            dataset.setField("label", labels);
            try (LGBMBooster booster = LGBMBooster.create(dataset, parameters)) {
                for (int round = 0; round < 25; round++) {
                    booster.updateOneIter();
                }
                return booster.saveModelToString(0, 25, LGBMBooster.FeatureImportanceType.SPLIT);
            }
        }
    }

    private static float[] values(Random random, int rows) {
        float[] values = new float[rows * COLUMNS];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() < 0.15 ? Float.NaN : (float) random.nextGaussian();
        }
        return values;
    }

    private static double[] nativeContributions(String text, float[] asked) {
        SWIGTYPE_p_p_void handle = lightgbmlib.new_voidpp();
        assertThat(lightgbmlib.LGBM_BoosterLoadModelFromString(text, lightgbmlib.new_intp(), handle))
                .isZero();
        SWIGTYPE_p_float data = lightgbmlib.new_floatArray(asked.length);
        for (int i = 0; i < asked.length; i++) {
            lightgbmlib.floatArray_setitem(data, i, asked[i]);
        }
        SWIGTYPE_p_double out = lightgbmlib.new_doubleArray((long) ASKED * (COLUMNS + 1));
        assertThat(lightgbmlib.LGBM_BoosterPredictForMat(
                        lightgbmlib.voidpp_value(handle),
                        lightgbmlib.float_to_voidp_ptr(data),
                        lightgbmlib.C_API_DTYPE_FLOAT32,
                        ASKED,
                        COLUMNS,
                        1,
                        lightgbmlib.C_API_PREDICT_CONTRIB,
                        0,
                        -1,
                        "num_threads=1",
                        lightgbmlib.new_int64_tp(),
                        out))
                .isZero();
        double[] contributions = new double[ASKED * (COLUMNS + 1)];
        for (int i = 0; i < contributions.length; i++) {
            contributions[i] = lightgbmlib.doubleArray_getitem(out, i);
        }
        lightgbmlib.delete_floatArray(data);
        lightgbmlib.delete_doubleArray(out);
        lightgbmlib.LGBM_BoosterFree(lightgbmlib.voidpp_value(handle));
        return contributions;
    }
}
