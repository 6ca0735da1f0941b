package io.touchline.prediction.score;

import io.touchline.platform.topic.Received;
import io.touchline.prediction.model.EnsembleContent;
import io.touchline.prediction.model.ReleaseState;
import io.touchline.prediction.model.blend.Ensemble;
import io.touchline.schema.ModelRelease;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All releases that scoring may use, by the time from which they are valid. Told by one thread, asked by many. What it answers for a time does not depend on when a
 * release arrived.
 */
public final class ModelReleases implements Consumer<Received<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(ModelReleases.class);

    private volatile TreeMap<Instant, Ensemble> byValidFrom = new TreeMap<>();

    @Override
    public void accept(Received<?> received) {
        if (received.value() instanceof ModelRelease release
                && release.getName().equals(Ensemble.NAME)) {
            put(release);
        }
    }

    /** A promoted release scores from its time on; any other state takes it out. */
    public synchronized void put(ModelRelease release) {
        TreeMap<Instant, Ensemble> next = new TreeMap<>(byValidFrom);
        ByteBuffer content = release.getContent();
        if (release.getState().equals(ReleaseState.PROMOTED.name()) && content != null) {
            next.put(release.getValidFrom(), EnsembleContent.read(content));
        } else {
            next.remove(release.getValidFrom());
        }
        byValidFrom = next;
        LOG.info("models {} are {} from {}", release.getVersion(), release.getState(), release.getValidFrom());
    }

    /** The models in force at a time; what needs no training where none is. */
    public Ensemble at(Instant time) {
        Map.Entry<Instant, Ensemble> entry = byValidFrom.floorEntry(time);
        return entry == null ? Ensemble.untrained() : entry.getValue();
    }

    /** How many releases can score. */
    public int size() {
        return byValidFrom.size();
    }
}
