package io.touchline.standalone.count;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The counts of one fixture; topics are read in any order, so nothing here depends on it. */
final class FixtureTally {

    private static final Set<String> OFF = Set.of("POSTPONED", "ABANDONED", "CANCELLED");

    private @Nullable Instant kickoffAt;
    private boolean off;
    private boolean finished;
    private long pricedUpdates;

    /** Times of the snapshots that called themselves before the match. */
    private final NavigableSet<Instant> snapshots = new TreeSet<>();

    private long snapshotsInPlay;

    private long vectors;
    private @Nullable Instant firstVectorAt;

    /** Vectors less predictions by their time; an entry of 0 is removed. */
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

    void snapshot(Instant asOf, Instant kickoff, boolean inPlay) {
        if (inPlay || !asOf.isBefore(kickoff)) {
            snapshotsInPlay++;
        } else {
            snapshots.add(asOf);
        }
    }

    void vector(Instant asOf, boolean inPlay) {
        if (!inPlay) {
            vectors++;
            Instant first = firstVectorAt;
            firstVectorAt = first == null || asOf.isBefore(first) ? asOf : first;
        }
        answer(asOf, 1);
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
     * Snapshots that owe a vector and have none. Those before a fixture's first vector waited for its team part and were answered
     * by that one; from then on each owes its own.
     */
    long snapshotsWithoutVector() {
        Instant kickoff = kickoffAt;
        if (kickoff == null || off) {
            return 0;
        }
        NavigableSet<Instant> owing = snapshots.headSet(kickoff, false);
        Instant first = firstVectorAt;
        return first == null
                ? owing.size()
                : Math.max(0, owing.tailSet(first, false).size() - (vectors - 1));
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
            return vectors + " vectors for " + snapshots.size() + " snapshots before kickoff";
        }
        return vectorsWithoutPrediction() > 0 ? vectorsWithoutPrediction() + " vectors without a prediction" : "";
    }
}
