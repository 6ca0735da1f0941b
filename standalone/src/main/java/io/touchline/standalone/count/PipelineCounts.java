package io.touchline.standalone.count;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What has gone through the pipeline so far.
 *
 * @param matches fixtures known
 * @param oddsUpdates records on {@code live_odds}
 * @param snapshots records on {@code market_snapshots}
 * @param vectors records on {@code feature_vectors}
 * @param predictions records on {@code predictions}
 * @param alertsOpened alerts that were opened
 * @param alertsOpen alerts whose last state is OPENED or UPDATED
 * @param alertsClosed alerts whose last state is CLOSED
 * @param alertsGraded alerts whose last state is GRADED
 * @param rejected records on {@code rejections} by reason
 * @param lost inputs without their output, see {@link #lost}
 */
public record PipelineCounts(
        long matches,
        long oddsUpdates,
        long snapshots,
        long vectors,
        long predictions,
        long alertsOpened,
        long alertsOpen,
        long alertsClosed,
        long alertsGraded,
        Map<String, Long> rejected,
        Lost lost) {

    /**
     * Inputs without their output.
     *
     * @param fixturesWithoutSnapshot fixtures with whole odds of a market before kickoff and no snapshot at all
     * @param snapshotsWithoutVector snapshots before kickoff of known fixtures, beyond those that waited for the first vector, less the vectors
     * @param vectorsWithoutPrediction vectors with a known market and without a prediction of the same fixture and time
     * @param alertsWithoutGrade alerts of matches with a result that are not graded
     */
    public record Lost(
            long fixturesWithoutSnapshot,
            long snapshotsWithoutVector,
            long vectorsWithoutPrediction,
            long alertsWithoutGrade) {

        Map<String, Long> toMap() {
            return Map.of(
                    "fixtures_without_snapshot", fixturesWithoutSnapshot,
                    "snapshots_without_vector", snapshotsWithoutVector,
                    "vectors_without_prediction", vectorsWithoutPrediction,
                    "alerts_without_grade", alertsWithoutGrade);
        }

        public long total() {
            return fixturesWithoutSnapshot + snapshotsWithoutVector + vectorsWithoutPrediction + alertsWithoutGrade;
        }
    }

    /** With the keys that {@code demo} and {@code replay} print. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("matches", matches);
        map.put("odds_updates", oddsUpdates);
        map.put("snapshots", snapshots);
        map.put("vectors", vectors);
        map.put("predictions", predictions);
        map.put("alerts_opened", alertsOpened);
        map.put("alerts_open", alertsOpen);
        map.put("alerts_closed", alertsClosed);
        map.put("alerts_graded", alertsGraded);
        map.put("rejected", rejected);
        map.put("lost", lost.total());
        if (lost.total() > 0) {
            map.put("lost_by", lost.toMap());
        }
        return map;
    }
}
