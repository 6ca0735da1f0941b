package io.touchline.prediction.train;

import io.touchline.prediction.model.InputSpread;
import io.touchline.prediction.model.blend.Ensemble;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one training moment brought.
 *
 * @param ensemble the models
 * @param validFrom the moment
 * @param promoted whether it takes over
 * @param trainedFrom first result it learned from
 * @param trainedTo last result it learned from
 * @param matches how many
 * @param metrics of the walk-forward, by {@code <model>.<measure>}
 * @param recipe what it was made by, see {@link TrainingSettings#recipe}
 * @param inputs how the features were spread over what it learned from; {@link InputSpread#NONE} where nobody asked
 */
public record TrainedRelease(
        Ensemble ensemble,
        Instant validFrom,
        boolean promoted,
        Instant trainedFrom,
        Instant trainedTo,
        int matches,
        Map<String, Double> metrics,
        String recipe,
        InputSpread inputs) {

    /** Metric: of how many matches it learned from there was a vector. */
    static final String VECTORS = "trained.vectors";

    public TrainedRelease {
        metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
    }

    /** The same with the spread of its inputs. */
    TrainedRelease with(InputSpread spread) {
        Map<String, Double> all = new TreeMap<>(metrics);
        all.put(VECTORS, (double) spread.vectors());
        return new TrainedRelease(ensemble, validFrom, promoted, trainedFrom, trainedTo, matches, all, recipe, spread);
    }

    /** The same by another recipe. */
    public TrainedRelease by(String other) {
        return new TrainedRelease(
                ensemble, validFrom, promoted, trainedFrom, trainedTo, matches, metrics, other, inputs);
    }

    /** Names of the features that were known in what it learned from, and of those that its trees read. */
    public List<String> features() {
        TreeSet<String> names = new TreeSet<>(inputs.known());
        ensemble.trees().written().values().forEach(written -> names.addAll(written.inputs()));
        return List.copyOf(names);
    }
}
