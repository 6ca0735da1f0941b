package io.touchline.bench;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import io.touchline.prediction.model.FeatureValues;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.blend.Ensemble;
import io.touchline.prediction.model.trees.LightGbmText;
import io.touchline.prediction.model.trees.TreeEnsemble;
import io.touchline.prediction.model.trees.XgBoostJson;
import io.touchline.prediction.train.LightGbmLibrary;
import io.touchline.schema.FeatureCatalogue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * How long the whole ensemble, trees and grid included, takes for one vector on one core; how long its trees take beside the native libraries' calls for one row; and by how much their scores differ on 10,000 vectors
 * with unknown values.
 */
public final class ScoreBenchmark {

    private static final int ASKED = 10_000;
    private static final int ROWS = 2_000;
    private static final int TREES = 100;
    private static final long SEED = 23;
    private static final double UNKNOWN = 0.15;
    private static final double GOAL_MICROSECONDS = 10;

    /**
     * What was measured.
     *
     * @param measurement the ensemble, beside its trees alone
     * @param nativeMicroseconds one call a row for the same trees
     * @param difference largest between our scores and the native ones
     * @param rows that were compared
     * @param real whether the vectors were given or drawn
     */
    public record Result(
            Measurement measurement, double nativeMicroseconds, double difference, int rows, boolean real) {

        /** The keys of the command's JSON, in order. */
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>(measurement.json());
            json.put("native_microseconds", Math.round(nativeMicroseconds * 100) / 100.0);
            json.put("native_by_trees", Math.round(nativeMicroseconds / measurement.bound() * 10) / 10.0);
            json.put("largest_difference", difference);
            json.put("compared_rows", rows);
            json.put("vectors", real ? "real" : "random");
            return json;
        }
    }

    private ScoreBenchmark() {}

    /**
     * Measures.
     *
     * @param given vectors' values in the catalogue's order; drawn by a seed where none are given
     */
    public static Result run(List<float[]> given) {
        LightGbmLibrary.load();
        List<float[]> rows = given.isEmpty() ? drawn() : given;
        float[][] asked = new float[ASKED][];
        for (int i = 0; i < ASKED; i++) {
            asked[i] = rows.get((int) ((long) i * rows.size() / ASKED));
        }
        try {
            return measured(asked, !given.isEmpty());
        } catch (LGBMException | XGBoostError e) {
            throw new IllegalStateException("a native library failed: " + e.getMessage(), e);
        }
    }

    private static Result measured(float[][] asked, boolean real) throws LGBMException, XGBoostError {
        Ensemble ensemble = ScoredSeason.trained(asked);
        MatchInput[] inputs = ScoredSeason.inputs(asked);
        int[] at = new int[1];
        double whole = Rounds.nanos(
                ASKED / 5,
                () -> ensemble.blended(inputs[at[0]++ % inputs.length])
                        .orElseThrow()
                        .grid()
                        .homeWin());
        int columns = asked[0].length;
        float[] flat = flat(asked, ROWS);
        float[] labels = labels(ROWS);
        List<TreeEnsemble> ours = new ArrayList<>();
        double difference = 0;
        double natives = 0;
        for (String kind : List.of("boosting=gbdt bagging_fraction=0.7", "boosting=rf bagging_fraction=0.6")) {
            String parameters = "objective=regression " + kind
                    + " bagging_freq=1 num_leaves=8 learning_rate=0.05 min_data_in_leaf=20 max_bin=63 feature_fraction=0.3"
                    + " num_threads=1 deterministic=true verbosity=-1 seed=3";
            try (LGBMDataset dataset = LGBMDataset.createFromMat(flat, ROWS, columns, true, parameters, null)) {
                dataset.setField("label", labels);
                try (LGBMBooster booster = LGBMBooster.create(dataset, parameters)) {
                    for (int tree = 0; tree < TREES; tree++) {
                        booster.updateOneIter();
                    }
                    TreeEnsemble trees = LightGbmText.read(
                            booster.saveModelToString(0, TREES, LGBMBooster.FeatureImportanceType.SPLIT));
                    ours.add(trees);
                    // the mean of a forest is taken by the library's prediction, not by its raw scores
                    for (float[] row : asked) {
                        double said = booster.predictForMatSingleRow(row, PredictionType.C_API_PREDICT_NORMAL);
                        difference = Math.max(difference, Math.abs(said - trees.scores(row)[0]));
                    }
                    natives += Rounds.nanos(ASKED / 20, () -> lightGbm(booster, asked[at[0]++ % ASKED]));
                }
            }
        }
        DMatrix matrix = new DMatrix(flat, ROWS, columns, Float.NaN);
        matrix.setLabel(labels);
        Booster booster = XGBoost.train(
                matrix,
                Map.of("max_leaves", 8, "grow_policy", "lossguide", "tree_method", "hist", "eta", 0.05, "nthread", 1),
                TREES,
                Map.of(),
                null,
                null);
        TreeEnsemble trees = XgBoostJson.read(booster.toByteArray("json"));
        ours.add(trees);
        DMatrix all = new DMatrix(flat(asked, ASKED), ASKED, columns, Float.NaN);
        float[][] said = booster.predict(all, true);
        for (int i = 0; i < ASKED; i++) {
            difference = Math.max(difference, Math.abs(said[i][0] - trees.scores(asked[i])[0]));
        }
        natives += Rounds.nanos(ASKED / 50, () -> xgBoost(booster, asked[at[0]++ % ASKED]));
        all.dispose();
        matrix.dispose();
        booster.dispose();
        double[] score = new double[1];
        double alone = Rounds.nanos(ASKED / 5, () -> {
            float[] row = asked[at[0]++ % ASKED];
            double sum = 0;
            for (TreeEnsemble each : ours) {
                each.scores(row, score);
                sum += score[0];
            }
            return sum;
        });
        return new Result(
                new Measurement(
                        "score",
                        whole / 1e3,
                        "µs a vector",
                        alone / 1e3,
                        "three families of 100 trees alone",
                        GOAL_MICROSECONDS),
                natives / 1e3,
                difference,
                ASKED,
                real);
    }

    private static double lightGbm(LGBMBooster booster, float[] row) {
        try {
            return booster.predictForMatSingleRow(row, PredictionType.C_API_PREDICT_NORMAL);
        } catch (LGBMException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double xgBoost(Booster booster, float[] row) {
        try {
            DMatrix one = new DMatrix(row, 1, row.length, Float.NaN);
            try {
                return booster.predict(one, true)[0][0];
            } finally {
                one.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<float[]> drawn() {
        Random random = new Random(SEED);
        int columns = FeatureCatalogue.shipped().features().size();
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < ASKED; i++) {
            float[] row = new float[columns];
            for (int column = 0; column < columns; column++) {
                row[column] = random.nextDouble() < UNKNOWN ? Float.NaN : (float) random.nextGaussian();
            }
            rows.add(row);
        }
        return rows;
    }

    private static float[] flat(float[][] rows, int count) {
        float[] flat = new float[count * rows[0].length];
        for (int i = 0; i < count; i++) {
            System.arraycopy(rows[i * (rows.length / count)], 0, flat, i * rows[0].length, rows[0].length);
        }
        return flat;
    }

    private static float[] labels(int count) {
        Random random = new Random(SEED);
        float[] labels = new float[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (float) random.nextGaussian();
        }
        return labels;
    }

    /** For tests: values as the models get them. */
    static FeatureValues values(float[] row) {
        return FeatureValues.of(Arrays.copyOf(row, row.length));
    }
}
