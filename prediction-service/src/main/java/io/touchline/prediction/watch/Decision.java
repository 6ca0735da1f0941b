package io.touchline.prediction.watch;

import java.util.Map;

/** What follows from watching. */
public sealed interface Decision {

    /** A challenger was better on later matches. */
    record Promote(String version, Map<String, Double> figures) implements Decision {}

    /**
     * Something drifted.
     *
     * @param kind CALIBRATION or INPUTS
     * @param version of the champion at the time
     * @param rollback whether the champion is taken back
     * @param figures what was seen
     * @param detail the same for people
     */
    record Drift(String kind, String version, boolean rollback, Map<String, Double> figures, String detail)
            implements Decision {}

    /**
     * The champion's calibration in service.
     *
     * @param sharpness see {@link io.touchline.prediction.calibrate.Temperature}
     * @param graded how many forecasts it was taken from
     */
    record Recalibrate(String version, double sharpness, int graded, double lossBefore, double lossAfter)
            implements Decision {}
}
