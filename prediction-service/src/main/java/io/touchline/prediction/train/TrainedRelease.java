package io.touchline.prediction.train;

import io.touchline.prediction.model.blend.Ensemble;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

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
 */
public record TrainedRelease(
        Ensemble ensemble,
        Instant validFrom,
        boolean promoted,
        Instant trainedFrom,
        Instant trainedTo,
        int matches,
        Map<String, Double> metrics) {

    public TrainedRelease {
        metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
    }
}
