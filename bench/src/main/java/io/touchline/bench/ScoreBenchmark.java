package io.touchline.bench;

import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.blend.Ensemble;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long the whole ensemble, trees and grid included, takes for one vector on one core; how long its trees alone take, by ours and by the native libraries' calls for one row; and by how much their scores differ.
 */
public final class ScoreBenchmark {

    /** How many vectors are asked for. */
    public static final int VECTORS = 10_000;

    private static final double GOAL_MICROSECONDS = 10;

    /**
     * What was measured.
     *
     * @param measurement the ensemble, beside its trees alone
     * @param nativeMicroseconds of the native libraries for the same trees
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
            json.put("native_by_ensemble", ratio(measurement.value()));
            json.put("native_by_trees", ratio(measurement.bound()));
            json.put("largest_difference", difference);
            json.put("compared_rows", rows);
            json.put("vectors", real ? "real" : "random");
            return json;
        }

        private double ratio(double ours) {
            return Math.round(nativeMicroseconds / ours * 10) / 10.0;
        }
    }

    private ScoreBenchmark() {}

    /** Measures on vectors that a seed draws. */
    public static Result drawn() {
        return run(DrawnVectors.list(VECTORS), false);
    }

    /**
     * Measures on real vectors.
     *
     * @param vectors their values in the catalogue's order, at least one
     */
    public static Result real(List<float[]> vectors) {
        return run(vectors, true);
    }

    private static Result run(List<float[]> vectors, boolean real) {
        float[][] rows = vectors.toArray(float[][]::new);
        Ensemble ensemble = ScoredSeason.trained(rows);
        MatchInput[] inputs = ScoredSeason.inputs(rows);
        int[] at = new int[1];
        double whole = Rounds.nanos(
                2_000,
                () -> ensemble.blended(inputs[at[0]++ % inputs.length])
                        .orElseThrow()
                        .grid()
                        .homeWin());
        try (NativeScores trees = NativeScores.grown(rows)) {
            double difference = trees.difference(vectors);
            double ours = Rounds.nanos(2_000, () -> trees.ours(rows[at[0]++ % rows.length])[0][0]);
            double natives = Rounds.nanos(200, () -> trees.natives(rows[at[0]++ % rows.length])[0]);
            return new Result(
                    new Measurement(
                            "score",
                            whole / 1e3,
                            "µs a vector",
                            ours / 1e3,
                            "the trees alone: three families, two outputs",
                            GOAL_MICROSECONDS),
                    natives / 1e3,
                    difference,
                    rows.length,
                    real);
        }
    }
}
