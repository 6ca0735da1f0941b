package io.touchline.bench;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import io.touchline.prediction.model.trees.LightGbmText;
import io.touchline.prediction.model.trees.TreeEnsemble;
import io.touchline.prediction.model.trees.TreeScorer;
import io.touchline.prediction.model.trees.XgBoostJson;
import io.touchline.prediction.train.LightGbmLibrary;
import io.touchline.prediction.train.NativeTrees;
import io.touchline.prediction.train.TreeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Trees of the three families, of two outputs each and of the usual shape, as a release has them, grown natively and kept on both sides: in the native libraries and as {@link TreeScorer} scores them. For one thread. */
final class NativeScores implements AutoCloseable {

    private static final int OUTPUTS = 2;
    private static final long SEED = 29;

    private final List<LGBMBooster> lightGbm = new ArrayList<>();
    private final List<Booster> xgBoost = new ArrayList<>();
    private final TreeScorer scorer;

    private NativeScores(float[] values, int rows) throws LGBMException, XGBoostError {
        List<TreeEnsemble> ours = new ArrayList<>();
        Random random = new Random(SEED);
        for (int output = 0; output < OUTPUTS; output++) {
            float[] targets = new float[rows];
            for (int row = 0; row < rows; row++) {
                targets[row] = (float) random.nextGaussian();
            }
            TreeShape usual = TreeShape.usual();
            TreeShape forest = usual.ofForest();
            ours.add(lightGbm(values, targets, NativeTrees.boosted(usual), usual.rounds()));
            ours.add(lightGbm(values, targets, NativeTrees.forest(forest), forest.rounds()));
            ours.add(xgBoost(values, targets, usual));
        }
        scorer = new TreeScorer(ours);
    }

    /** Grows them on rows of values; what they learn is drawn. */
    static NativeScores grown(float[][] rows) {
        LightGbmLibrary.load();
        float[] values = new float[rows.length * rows[0].length];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, values, row * rows[row].length, rows[row].length);
        }
        try {
            return new NativeScores(values, rows.length);
        } catch (LGBMException | XGBoostError e) {
            throw failed(e);
        }
    }

    private TreeEnsemble lightGbm(float[] values, float[] targets, String parameters, int rounds) throws LGBMException {
        int columns = values.length / targets.length;
        try (LGBMDataset dataset = LGBMDataset.createFromMat(values, targets.length, columns, true, parameters, null)) {
            dataset.setField("label", targets);
            LGBMBooster booster = LGBMBooster.create(dataset, parameters);
            lightGbm.add(booster);
            for (int round = 0; round < rounds; round++) {
                booster.updateOneIter();
            }
            return LightGbmText.read(booster.saveModelToString(0, rounds, LGBMBooster.FeatureImportanceType.SPLIT));
        }
    }

    private TreeEnsemble xgBoost(float[] values, float[] targets, TreeShape shape) throws XGBoostError {
        DMatrix matrix = new DMatrix(values, targets.length, values.length / targets.length, Float.NaN);
        try {
            matrix.setLabel(targets);
            Booster booster = XGBoost.train(matrix, NativeTrees.xgBoost(shape), shape.rounds(), Map.of(), null, null);
            xgBoost.add(booster);
            return XgBoostJson.read(booster.toByteArray("json"));
        } finally {
            matrix.dispose();
        }
    }

    /** The scores of one row by one call of the libraries a family and output, in the order of {@link #ours}. */
    double[] natives(float[] row) {
        double[] scores = new double[lightGbm.size() + xgBoost.size()];
        int at = 0;
        try {
            for (int output = 0; output < OUTPUTS; output++) {
                scores[at++] = single(lightGbm.get(2 * output), row);
                scores[at++] = single(lightGbm.get(2 * output + 1), row);
                scores[at++] = xgBoost.get(output).inplace_predict(row, 1, row.length, Float.NaN)[0][0];
            }
        } catch (LGBMException | XGBoostError e) {
            throw failed(e);
        }
        return scores;
    }

    /** The mean of a forest is taken by the library's prediction, not by its raw scores. */
    private static double single(LGBMBooster booster, float[] row) throws LGBMException {
        return booster.predictForMatSingleRow(row, PredictionType.C_API_PREDICT_NORMAL);
    }

    /** The same scores by our evaluator. */
    double[][] ours(float[] row) {
        return scorer.scores(row);
    }

    /** Largest difference of both. */
    double difference(Iterable<float[]> rows) {
        double largest = 0;
        for (float[] row : rows) {
            double[] natives = natives(row);
            double[][] ours = ours(row);
            for (int at = 0; at < natives.length; at++) {
                largest = Math.max(largest, Math.abs(natives[at] - ours[at][0]));
            }
        }
        return largest;
    }

    private static IllegalStateException failed(Exception e) {
        return new IllegalStateException("a native library failed: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            for (LGBMBooster booster : lightGbm) {
                booster.close();
            }
        } catch (LGBMException e) {
            throw failed(e);
        }
        xgBoost.forEach(Booster::dispose);
    }
}
