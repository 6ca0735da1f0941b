package io.touchline.standalone.replay;

import io.touchline.platform.footballdata.HistoryMoment;
import io.touchline.platform.footballdata.HistoryMoment.Kind;
import io.touchline.platform.footballdata.HistoryRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Moments that do not depend on each other and so may be on their way together: prices of several fixtures, or results of several. Before the next step everything comes to rest.
 *
 * @param results true for results, false for prices
 * @param moments in the order of their time, one or more
 */
public record ReplayStep(boolean results, List<HistoryMoment> moments) {

    /** The steps of some matches, in the order of their time. */
    public static List<ReplayStep> of(Collection<HistoryRow> rows) {
        List<ReplayStep> steps = new ArrayList<>();
        List<HistoryMoment> current = new ArrayList<>();
        for (HistoryMoment moment : HistoryMoment.of(rows)) {
            if (!current.isEmpty() && isResult(moment) != isResult(current.getFirst())) {
                steps.add(new ReplayStep(isResult(current.getFirst()), List.copyOf(current)));
                current.clear();
            }
            current.add(moment);
        }
        if (!current.isEmpty()) {
            steps.add(new ReplayStep(isResult(current.getFirst()), List.copyOf(current)));
        }
        return steps;
    }

    private static boolean isResult(HistoryMoment moment) {
        return moment.kind() == Kind.RESULT;
    }
}
