package io.touchline.standalone.replay;

import io.touchline.domain.fixture.FixtureId;
import io.touchline.platform.footballdata.HistoryMoment;
import io.touchline.platform.footballdata.HistoryMoment.Kind;
import io.touchline.platform.footballdata.HistoryRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Moments that do not depend on each other and so may be on their way together: prices of several fixtures, or results of several, no fixture twice. Before the next step everything comes
 * to rest.
 *
 * @param results true for results, false for prices
 * @param moments in the order of their time, one or more
 */
public record ReplayStep(boolean results, List<HistoryMoment> moments) {

    /** The steps of some matches, in the order of their time. */
    public static List<ReplayStep> of(Collection<HistoryRow> rows) {
        List<ReplayStep> steps = new ArrayList<>();
        List<HistoryMoment> current = new ArrayList<>();
        Set<FixtureId> fixtures = new HashSet<>();
        for (HistoryMoment moment : HistoryMoment.of(rows)) {
            boolean again = !fixtures.add(moment.row().fixtureId());
            if (!current.isEmpty() && (again || isResult(moment) != isResult(current.getFirst()))) {
                steps.add(new ReplayStep(isResult(current.getFirst()), List.copyOf(current)));
                current.clear();
                fixtures.clear();
                fixtures.add(moment.row().fixtureId());
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
