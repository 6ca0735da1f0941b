package io.touchline.platform.footballdata;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Something of a historical match that becomes known at a moment: the event-time order in which a replay publishes.
 *
 * @param at when it becomes known
 * @param kind what becomes known
 * @param row of which match
 */
public record HistoryMoment(Instant at, Kind kind, HistoryRow row) {

    /** What becomes known; of moments at the same time results come first, so that nothing before a match misses them. */
    public enum Kind {
        /** The result. */
        RESULT,
        /** The fixture, and the prices without {@code C} where there are any. */
        OPENING,
        /** The closing prices where there are any. */
        CLOSING
    }

    /** The three moments of every row, in the order of their time; equal times by kind, then fixture id, so the order is the same in every run. */
    public static List<HistoryMoment> of(Collection<HistoryRow> rows) {
        List<HistoryMoment> moments = new ArrayList<>(rows.size() * 3);
        for (HistoryRow row : rows) {
            moments.add(new HistoryMoment(row.openingAt(), Kind.OPENING, row));
            moments.add(new HistoryMoment(row.closingAt(), Kind.CLOSING, row));
            moments.add(new HistoryMoment(row.resultAt(), Kind.RESULT, row));
        }
        moments.sort(Comparator.comparing(HistoryMoment::at)
                .thenComparing(HistoryMoment::kind)
                .thenComparing(moment -> moment.row().fixtureId()));
        return moments;
    }
}
