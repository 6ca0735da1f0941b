package io.touchline.standalone.count;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The counts of one fixture; topics are read in any order, so nothing here depends on it. */
final class FixtureTally {

    private static final Set<String> OFF = Set.of("POSTPONED", "ABANDONED", "CANCELLED");

    private @Nullable Instant kickoffAt;
    private boolean off;
    private boolean finished;
    private long pricedUpdates;

    /** The snapshots that called themselves before the match: when they were written, by their time. */
    private final NavigableMap<Instant, Instant> snapshots = new TreeMap<>();

    private long snapshotsInPlay;

    private long vectors;
    private final Set<Instant> vectorTimes = new HashSet<>();
    private @Nullable Instant firstVectorEmittedAt;

    /** Vectors that owe a prediction, less predictions, by their time; an entry of 0 is removed. */
    private final Map<Instant, Integer> unanswered = new HashMap<>();

    void fixture(Instant kickoff, String status) {
        kickoffAt = kickoff;
        off = OFF.contains(status);
    }

    boolean isKnown() {
        return kickoffAt != null;
    }

    /** An update before kickoff that offers odds on every selection of at least one market. */
    void pricedUpdate() {
        pricedUpdates++;
    }

    void snapshot(Instant asOf, Instant emittedAt, Instant kickoff, boolean inPlay) {
        if (inPlay || !asOf.isBefore(kickoff)) {
            snapshotsInPlay++;
        } else {
            snapshots.putIfAbsent(asOf, emittedAt);
        }
    }

    void vector(Instant asOf, Instant emittedAt, boolean inPlay, boolean owesPrediction) {
        if (!inPlay) {
            vectors++;
            vectorTimes.add(asOf);
            Instant first = firstVectorEmittedAt;
            firstVectorEmittedAt = first == null || emittedAt.isBefore(first) ? emittedAt : first;
        }
        if (owesPrediction && !inPlay) {
            answer(asOf, 1);
        }
    }

    void prediction(Instant asOf) {
        answer(asOf, -1);
    }

    private void answer(Instant asOf, int change) {
        unanswered.merge(asOf, change, (before, more) -> before + more == 0 ? null : before + more);
    }

    void finished() {
        finished = true;
    }

    boolean isFinished() {
        return finished;
    }

    long withoutSnapshot() {
        return pricedUpdates > 0 && snapshots.isEmpty() && snapshotsInPlay == 0 ? 1 : 0;
    }

    /**
     * Snapshots that owe a vector and have none. Those written before a fixture's first vector waited for its team part, of which
     * feature-service answers as many as it keeps; each written later owes its own.
     */
    long snapshotsWithoutVector() {
        Instant kickoff = kickoffAt;
        if (kickoff == null || off) {
            return 0;
        }
        NavigableMap<Instant, Instant> beforeKickoff = snapshots.headMap(kickoff, false);
        Instant first = firstVectorEmittedAt;
        if (first == null) {
            return beforeKickoff.size();
        }
        long later = beforeKickoff.values().stream()
                .filter(emittedAt -> emittedAt.isAfter(first))
                .count();
        return Math.max(0, later - (vectors - 1));
    }

    long vectorsWithoutPrediction() {
        return unanswered.values().stream()
                .filter(count -> count > 0)
                .mapToLong(Integer::longValue)
                .sum();
    }

    /** What of it was lost, for people; empty where nothing. */
    String lost() {
        if (withoutSnapshot() > 0) {
            return "no snapshot of its odds";
        }
        if (snapshotsWithoutVector() > 0) {
            return vectors + " vectors for " + snapshots.size() + " snapshots before kickoff at " + kickoffAt
                    + ", none of its own for those of "
                    + snapshots.keySet().stream()
                            .filter(asOf -> !vectorTimes.contains(asOf))
                            .toList();
        }
        return vectorsWithoutPrediction() > 0 ? vectorsWithoutPrediction() + " vectors without a prediction" : "";
    }
}
