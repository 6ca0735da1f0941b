package io.touchline.standalone.replay;

import io.touchline.standalone.count.PipelineCounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a replay did.
 *
 * @param matches whose odds and results were replayed
 * @param counts what went through the topics, rejected lines of the files among the rejected
 * @param lost inputs without their output, and alerts neither closed nor graded; 0 when all is well
 * @param lostExamples some fixtures to which something was lost, and what
 * @param alertsDigest hash over every alert's id and last state: equal for equal runs
 * @param seconds from the first record to rest after the last
 * @param firstAlertSeconds from the first record to the first alert; NaN where none came
 */
public record ReplayReport(
        int matches,
        PipelineCounts counts,
        long lost,
        List<String> lostExamples,
        String alertsDigest,
        double seconds,
        double firstAlertSeconds) {

    /** The keys of the command's JSON, in order. */
    public Map<String, Object> json(long rssMib) {
        Map<String, Object> json = new LinkedHashMap<>(counts.toMap());
        json.put("matches", matches);
        json.put("lost", lost);
        json.put("alerts_digest", alertsDigest);
        json.put("seconds", round(seconds));
        json.put("first_alert_s", Double.isNaN(firstAlertSeconds) ? null : round(firstAlertSeconds));
        json.put("rss_mib", rssMib);
        return json;
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
