package io.touchline.standalone.count;

import java.util.HashMap;
import java.util.Map;

/** The counts of one fixture; topics are read in any order, so nothing here depends on it. */
final class FixtureTally {

    private boolean known;
    private boolean finished;
    private long pricedUpdates;
    private long snapshots;
    private long snapshotsBeforeKickoff;
    private long vectorsBeforeKickoff;

    /** Vectors less predictions by their time; an entry of 0 is removed. */
    private final Map<Long, Integer> unanswered = new HashMap<>();

    void fixture() {
        known = true;
    }

    boolean isKnown() {
        return known;
    }

    /** An update before kickoff that offers odds on every selection of at least one market. */
    void pricedUpdate() {
        pricedUpdates++;
    }

    void snapshot(boolean beforeKickoff) {
        snapshots++;
        snapshotsBeforeKickoff += beforeKickoff ? 1 : 0;
    }

    void vector(long asOf, boolean beforeKickoff) {
        vectorsBeforeKickoff += beforeKickoff ? 1 : 0;
        answer(asOf, 1);
    }

    void prediction(long asOf) {
        answer(asOf, -1);
    }

    private void answer(long asOf, int change) {
        unanswered.merge(asOf, change, (before, more) -> before + more == 0 ? null : before + more);
    }

    void finished() {
        finished = true;
    }

    boolean isFinished() {
        return finished;
    }

    long withoutSnapshot() {
        return pricedUpdates > 0 && snapshots == 0 ? 1 : 0;
    }

    long snapshotsWithoutVector() {
        return known ? Math.max(0, snapshotsBeforeKickoff - vectorsBeforeKickoff) : 0;
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
            return vectorsBeforeKickoff + " vectors for " + snapshotsBeforeKickoff + " snapshots before kickoff";
        }
        return vectorsWithoutPrediction() > 0 ? vectorsWithoutPrediction() + " vectors without a prediction" : "";
    }
}
