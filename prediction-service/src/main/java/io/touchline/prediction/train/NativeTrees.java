package io.touchline.prediction.train;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import io.touchline.prediction.model.trees.LightGbmText;
import io.touchline.prediction.model.trees.TreeEnsemble;
import io.touchline.prediction.model.trees.TreeModel;
import io.touchline.prediction.model.trees.XgBoostJson;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Grows trees with the native libraries, one thread each, by a seed: the same rows give the same trees. What they found is scored in Java alone. */
public final class NativeTrees {

    static final int SEED = 20_220_805;
    private static final int BINS = 63;

    private NativeTrees() {}

    /**
     * Grows one family.
     *
     * @throws IllegalStateException where the native library fails
     * @throws LinkageError where there is none for this machine
     */
    static TreeEnsemble grow(String family, TreeRows rows, TreeShape shape) {
        try {
            return switch (family) {
                case TreeModel.XGBOOST -> xgBoost(rows, shape);
                case TreeModel.LIGHTGBM -> lightGbm(rows, shape, boosted(shape));
                case TreeModel.RANDOM_FOREST -> lightGbm(rows, shape.ofForest(), forest(shape.ofForest()));
                default -> throw new IllegalArgumentException("no trees are called " + family);
            };
        } catch (LGBMException | XGBoostError | UncheckedIOException e) {
            throw new IllegalStateException(family + " could not be trained: " + e.getMessage(), e);
        }
    }

    /** What LightGBM is told to grow boosted trees. */
    public static String boosted(TreeShape shape) {
        return lightGbm("boosting=gbdt bagging_fraction=0.7", shape);
    }

    /** What LightGBM is told to grow a forest. */
    public static String forest(TreeShape shape) {
        return lightGbm("boosting=rf bagging_fraction=0.6", shape);
    }

    private static String lightGbm(String kind, TreeShape shape) {
        return String.format(
                Locale.ROOT,
                "objective=regression %s bagging_freq=1 num_leaves=%d learning_rate=%s min_data_in_leaf=%d lambda_l2=%s"
                        + " feature_fraction=%s max_bin=%d num_threads=1 deterministic=true force_row_wise=true"
                        + " verbosity=-1 seed=%d",
                kind,
                shape.leaves(),
                shape.rate(),
                shape.fewestRows(),
                shape.ridge(),
                shape.columns(),
                BINS,
                SEED);
    }

    /** What XGBoost is told. */
    public static Map<String, Object> xgBoost(TreeShape shape) {
        return Map.ofEntries(
                Map.entry("objective", "reg:squarederror"),
                Map.entry("base_score", 0.0),
                Map.entry("tree_method", "hist"),
                Map.entry("grow_policy", "lossguide"),
                Map.entry("max_depth", 0),
                Map.entry("max_leaves", shape.leaves()),
                Map.entry("max_bin", BINS),
                Map.entry("eta", shape.rate()),
                Map.entry("min_child_weight", shape.fewestRows()),
                Map.entry("lambda", shape.ridge()),
                Map.entry("subsample", 0.7),
                Map.entry("colsample_bytree", shape.columns()),
                Map.entry("nthread", 1),
                Map.entry("seed", SEED));
    }

    private static TreeEnsemble lightGbm(TreeRows rows, TreeShape shape, String parameters) throws LGBMException {
        LightGbmLibrary.load();
        List<TreeEnsemble> outputs = new ArrayList<>();
        try (LGBMDataset dataset =
                LGBMDataset.createFromMat(rows.values(), rows.rows(), rows.columns(), true, parameters, null)) {
            dataset.setField("weight", rows.weights());
            for (float[] target : rows.targets()) {
                dataset.setField("label", target);
                try (LGBMBooster booster = LGBMBooster.create(dataset, parameters)) {
                    for (int round = 0; round < shape.rounds(); round++) {
                        booster.updateOneIter();
                    }
                    outputs.add(LightGbmText.read(
                            booster.saveModelToString(0, shape.rounds(), LGBMBooster.FeatureImportanceType.SPLIT)));
                }
            }
        }
        return TreeEnsemble.join(outputs);
    }

    private static TreeEnsemble xgBoost(TreeRows rows, TreeShape shape) throws XGBoostError {
        Map<String, Object> parameters = xgBoost(shape);
        List<TreeEnsemble> outputs = new ArrayList<>();
        DMatrix matrix = new DMatrix(rows.values(), rows.rows(), rows.columns(), Float.NaN);
        try {
            matrix.setWeight(rows.weights());
            for (float[] target : rows.targets()) {
                matrix.setLabel(target);
                Booster booster = XGBoost.train(matrix, parameters, shape.rounds(), Map.of(), null, null);
                try {
                    outputs.add(XgBoostJson.read(booster.toByteArray("json")));
                } finally {
                    booster.dispose();
                }
            }
        } finally {
            matrix.dispose();
        }
        return TreeEnsemble.join(outputs);
    }
}
