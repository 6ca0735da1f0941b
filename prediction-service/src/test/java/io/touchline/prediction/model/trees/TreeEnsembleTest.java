package io.touchline.prediction.model.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.ml.lightgbm.SWIGTYPE_p_double;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_float;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_p_void;
import com.microsoft.ml.lightgbm.lightgbmlib;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import io.touchline.prediction.train.LightGbmLibrary;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Models trained by the native libraries, scored by both. */
class TreeEnsembleTest {

    private static final int COLUMNS = 20;
    private static final int ROWS = 2_000;
    private static final int ASKED = 10_000;
    private static final double SAME = 1e-9;

    @BeforeAll
    static void loadLibrary() {
        LightGbmLibrary.load();
    }

    @Test
    void lightGbm_isWhatTheNativeSays() throws LGBMException {
        String text = lightGbm("objective=multiclass num_class=3 num_leaves=15 learning_rate=0.1", 40);
        TreeEnsemble ours = LightGbmText.read(text);
        assertThat(ours.trees()).isEqualTo(120);
        assertThat(ours.outputs()).isEqualTo(3);
        isWhatLightGbmSays(text, ours, 3, 1);
    }

    @Test
    void randomForest_isWhatTheNativeSays() throws LGBMException {
        String text = lightGbm(
                "objective=multiclass num_class=3 boosting=rf num_leaves=31 bagging_freq=1 bagging_fraction=0.6"
                        + " feature_fraction=0.5",
                30);
        // the library's raw scores are the sum of the forest's trees, ours their mean
        isWhatLightGbmSays(text, LightGbmText.read(text), 3, 30);
    }

    @Test
    void lightGbm_withoutUnknownValuesInTraining_takesThemForZero() throws LGBMException {
        String text = lightGbm("objective=binary num_leaves=7 use_missing=false", 10);
        isWhatLightGbmSays(text, LightGbmText.read(text), 1, 1);
    }

    @Test
    void xgBoost_isWhatTheNativeSays() throws XGBoostError {
        float[] data = values(new Random(1), ROWS, 0.1);
        DMatrix train = new DMatrix(data, ROWS, COLUMNS, Float.NaN);
        train.setLabel(labels(data, 3));
        Booster booster = XGBoost.train(
                train,
                Map.of(
                        "objective",
                        "multi:softprob",
                        "num_class",
                        3,
                        "max_depth",
                        5,
                        "eta",
                        0.1,
                        "seed",
                        7,
                        "nthread",
                        1),
                40,
                Map.of(),
                null,
                null);
        TreeEnsemble ours = XgBoostJson.read(booster.toByteArray("json"));
        assertThat(ours.trees()).isEqualTo(120);
        float[] asked = values(new Random(2), ASKED, 0.2);
        DMatrix matrix = new DMatrix(asked, ASKED, COLUMNS, Float.NaN);
        float[][] native_ = booster.predict(matrix, true);
        float[][] probabilities = booster.predict(matrix, false);
        TreeScorer scorer = new TreeScorer(List.of(ours));
        for (int row = 0; row < ASKED; row++) {
            double[] scores = ours.scores(row(asked, row));
            double[] p = TreeEnsemble.softmax(scores);
            assertThat(scorer.scores(row(asked, row))[0]).isEqualTo(scores);
            for (int k = 0; k < 3; k++) {
                assertThat(scores[k]).isCloseTo(native_[row][k], within(SAME));
                // the native takes the exponential in single precision
                assertThat(p[k]).isCloseTo(probabilities[row][k], within(1e-6));
            }
        }
        train.dispose();
        matrix.dispose();
        booster.dispose();
    }

    @Test
    void treeByHand_goesLeftRightAndWhereUnknownBelongs() {
        TreeBuilder builder = new TreeBuilder(new double[] {0.5}, false);
        int first = builder.tree(0, 1, new double[] {1, 2});
        builder.split(first, 3, 0.25, builder.leaf(0, 2), builder.leaf(1, 2), false);
        builder.tree(0, 0, new double[] {10});
        TreeEnsemble trees = builder.build();
        assertThat(trees.scores(new float[] {0, 0, 0, 0.25f})).containsExactly(11.5);
        assertThat(trees.scores(new float[] {0, 0, 0, 0.26f})).containsExactly(12.5);
        assertThat(trees.scores(new float[] {0, 0, 0, Float.NaN})).containsExactly(12.5);
    }

    @Test
    void refuses_whatIsNoModel() {
        assertThatIllegalArgumentException().isThrownBy(() -> LightGbmText.read("{}"));
        assertThatIllegalArgumentException().isThrownBy(() -> XgBoostJson.read("{}".getBytes(StandardCharsets.UTF_8)));
        assertThatIllegalArgumentException().isThrownBy(() -> XgBoostJson.read("{".getBytes(StandardCharsets.UTF_8)));
    }

    private static String lightGbm(String parameters, int rounds) throws LGBMException {
        float[] data = values(new Random(1), ROWS, 0.1);
        int classes = parameters.contains("binary") ? 2 : 3;
        String all = parameters + " num_threads=1 verbosity=-1 seed=7 deterministic=true";
        try (LGBMDataset dataset = LGBMDataset.createFromMat(data, ROWS, COLUMNS, true, all, null)) {
            dataset.setField("label", labels(data, classes));
            try (LGBMBooster booster = LGBMBooster.create(dataset, all)) {
                for (int round = 0; round < rounds; round++) {
                    booster.updateOneIter();
                }
                return booster.saveModelToString(0, rounds, LGBMBooster.FeatureImportanceType.SPLIT);
            }
        }
    }

    private static void isWhatLightGbmSays(String text, TreeEnsemble ours, int outputs, double divisor) {
        float[] asked = values(new Random(2), ASKED, 0.2);
        double[] said = nativeScores(text, asked, outputs);
        TreeScorer scorer = new TreeScorer(List.of(ours, ours));
        for (int row = 0; row < ASKED; row++) {
            double[] scores = ours.scores(row(asked, row));
            assertThat(scorer.scores(row(asked, row))).isDeepEqualTo(new double[][] {scores, scores});
            for (int k = 0; k < outputs; k++) {
                assertThat(scores[k]).isCloseTo(said[row * outputs + k] / divisor, within(SAME));
            }
        }
    }

    /** Asked of the library itself: the wrapper's own call writes several classes into room for one. */
    private static double[] nativeScores(String text, float[] asked, int outputs) {
        SWIGTYPE_p_p_void handle = lightgbmlib.new_voidpp();
        assertThat(lightgbmlib.LGBM_BoosterLoadModelFromString(text, lightgbmlib.new_intp(), handle))
                .isZero();
        SWIGTYPE_p_float data = lightgbmlib.new_floatArray(asked.length);
        for (int i = 0; i < asked.length; i++) {
            lightgbmlib.floatArray_setitem(data, i, asked[i]);
        }
        SWIGTYPE_p_double out = lightgbmlib.new_doubleArray((long) ASKED * outputs);
        assertThat(lightgbmlib.LGBM_BoosterPredictForMat(
                        lightgbmlib.voidpp_value(handle),
                        lightgbmlib.float_to_voidp_ptr(data),
                        lightgbmlib.C_API_DTYPE_FLOAT32,
                        ASKED,
                        COLUMNS,
                        1,
                        lightgbmlib.C_API_PREDICT_RAW_SCORE,
                        0,
                        -1,
                        "num_threads=1",
                        lightgbmlib.new_int64_tp(),
                        out))
                .isZero();
        double[] scores = new double[ASKED * outputs];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = lightgbmlib.doubleArray_getitem(out, i);
        }
        lightgbmlib.delete_floatArray(data);
        lightgbmlib.delete_doubleArray(out);
        lightgbmlib.LGBM_BoosterFree(lightgbmlib.voidpp_value(handle));
        return scores;
    }

    /** Numbers around 0, some of them round, some unknown. */
    private static float[] values(Random random, int rows, double unknown) {
        float[] values = new float[rows * COLUMNS];
        for (int i = 0; i < values.length; i++) {
            double value = random.nextGaussian();
            values[i] = random.nextDouble() < unknown
                    ? Float.NaN
                    : (float) (i % COLUMNS < 5 ? Math.rint(2 * value) : value);
        }
        return values;
    }

    private static float[] labels(float[] data, int classes) {
        float[] labels = new float[data.length / COLUMNS];
        Random random = new Random(3);
        for (int row = 0; row < labels.length; row++) {
            double sum = random.nextGaussian();
            for (int column = 0; column < 6; column++) {
                float value = data[row * COLUMNS + column];
                sum += Float.isNaN(value) ? 0.5 : value;
            }
            labels[row] = classes == 2 ? sum > 0 ? 1 : 0 : sum > 1 ? 0 : sum > -1 ? 1 : 2;
        }
        return labels;
    }

    private static float[] row(float[] data, int row) {
        float[] values = new float[COLUMNS];
        System.arraycopy(data, row * COLUMNS, values, 0, COLUMNS);
        return values;
    }
}
