package io.touchline.prediction.score;

import io.touchline.platform.topic.Received;
import io.touchline.prediction.model.EnsembleContent;
import io.touchline.prediction.model.ReleaseState;
import io.touchline.prediction.model.blend.Ensemble;
import io.touchline.schema.ModelRelease;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All releases that scoring may use, by the time from which they are valid. Told by one thread, asked by many. What it answers for a time does not depend on when a
 * release arrived.
 */
public final class ModelReleases implements Consumer<Received<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(ModelReleases.class);

    private static final int MOST_CHALLENGERS = 8;

    /** The newest releases that can be told of again, besides the one in force; all promoted ones can score. */
    private static final int MOST_HELD = 40;

    private record Release(String state, ModelRelease release, Ensemble ensemble) {}

    private volatile TreeMap<Instant, Ensemble> byValidFrom = new TreeMap<>();
    private volatile TreeMap<String, Release> byVersion = new TreeMap<>();
    private final Map<String, Double> sharpness = new ConcurrentHashMap<>();

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
        TreeMap<String, Release> versions = new TreeMap<>(byVersion);
        Release held = versions.get(release.getVersion());
        if (held != null && held.state().equals(ReleaseState.PROMOTED.name())) {
            // a challenger that is promoted moves from the moment of its training to that of its promotion
            next.values().removeIf(ensemble -> ensemble.version().equals(release.getVersion()));
        }
        ByteBuffer content = release.getContent();
        if (content == null) {
            versions.remove(release.getVersion());
        } else {
            Ensemble ensemble = EnsembleContent.read(content);
            versions.put(release.getVersion(), new Release(release.getState(), release, ensemble));
            if (release.getState().equals(ReleaseState.PROMOTED.name())) {
                next.put(release.getValidFrom(), ensemble);
            } else if (held == null) {
                next.remove(release.getValidFrom());
            }
        }
        forgetOldest(versions, next);
        byValidFrom = next;
        byVersion = versions;
        LOG.info("models {} are {} from {}", release.getVersion(), release.getState(), release.getValidFrom());
    }

    /** A release of long ago may be in force, by a person's word: it can be taken back as long as it scores last. */
    private static void forgetOldest(TreeMap<String, Release> versions, TreeMap<Instant, Ensemble> scoring) {
        String last = scoring.isEmpty() ? "" : scoring.lastEntry().getValue().version();
        while (versions.size() > MOST_HELD) {
            String oldest = versions.firstKey();
            versions.remove(oldest.equals(last) ? versions.higherKey(oldest) : oldest);
        }
    }

    /** The models in force at a time; what needs no training where none is. */
    public Ensemble at(Instant time) {
        Map.Entry<Instant, Ensemble> entry = byValidFrom.floorEntry(time);
        return entry == null ? Ensemble.untrained() : entry.getValue();
    }

    /** Candidates that are there by then, and were trained or told later than the one in force was: what runs beside it, the last told {@value #MOST_CHALLENGERS}. */
    public List<Ensemble> challengers(Instant time) {
        Map.Entry<Instant, Ensemble> entry = byValidFrom.floorEntry(time);
        return byVersion.values().stream()
                .filter(each -> each.state().equals(ReleaseState.CANDIDATE.name()))
                .filter(each -> !each.release().getValidFrom().isAfter(time))
                .filter(each -> entry == null
                        || each.release()
                                        .getVersion()
                                        .compareTo(entry.getValue().version())
                                > 0
                        || each.release().getValidFrom().isAfter(entry.getKey()))
                .sorted(Comparator.comparing((Release each) -> each.release().getValidFrom())
                        .thenComparing(each -> each.release().getVersion())
                        .reversed())
                .limit(MOST_CHALLENGERS)
                .map(Release::ensemble)
                .toList();
    }

    /** A release as it was last told. */
    public Optional<ModelRelease> find(String version) {
        return Optional.ofNullable(byVersion.get(version)).map(Release::release);
    }

    /** What service has learned of a release's calibration, see {@link io.touchline.prediction.calibrate.Temperature}; 1 changes nothing. */
    public double sharpness(String version) {
        return sharpness.getOrDefault(version, 1.0);
    }

    /** Service has learned something of a release's calibration. */
    public void sharpen(String version, double value) {
        sharpness.put(version, value);
    }

    /** How many releases can score. */
    public int size() {
        return byValidFrom.size();
    }
}
