package io.touchline.ingest.normalise;

import io.touchline.platform.vendor.VendorEvent.Goals;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.schema.Fixture;
import io.touchline.schema.MatchEvent;
import io.touchline.schema.TeamStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills what one payload leaves out with what was known before: a line-up says nothing of the score, and takes no goal back. */
final class SeenWhole {

    private static final TeamStatistics NOTHING = TeamStatistics.newBuilder().build();

    private SeenWhole() {}

    static MatchSeen of(@Nullable MatchSeen before, MatchSeen told) {
        List<MatchEvent> incidents = told.incidentsTold() || before == null ? told.incidents() : before.incidents();
        Goals goals = told.goals() != null
                ? told.goals()
                : told.incidentsTold() ? goals(incidents) : before == null ? null : before.goals();
        return new MatchSeen(
                told.fixture(),
                told.observedAt(),
                told.status(),
                told.period() == null && before != null && told.goals() == null ? before.period() : told.period(),
                told.minute(),
                goals,
                incidents,
                told.incidentsTold() || (before != null && before.incidentsTold()),
                statistics(before == null ? NOTHING : before.home(), told.home()),
                statistics(before == null ? NOTHING : before.away(), told.away()),
                told.regular(),
                told.facts(),
                told.sequence());
    }

    static ObservedMatch observed(MatchSeen seen, Fixture fixture) {
        Goals goals = seen.goals();
        Goals regular = seen.regular();
        return new ObservedMatch(
                fixture,
                seen.period(),
                seen.minute(),
                goals == null ? 0 : goals.home(),
                goals == null ? 0 : goals.away(),
                seen.incidents(),
                seen.home(),
                seen.away(),
                regular == null ? null : new ObservedMatch.Goals(regular.home(), regular.away()));
    }

    private static Goals goals(List<MatchEvent> incidents) {
        int home = 0;
        int away = 0;
        for (MatchEvent incident : incidents) {
            if (incident.getType().equals("GOAL")) {
                home += "HOME".equals(incident.getSide()) ? 1 : 0;
                away += "AWAY".equals(incident.getSide()) ? 1 : 0;
            }
        }
        return new Goals(home, away);
    }

    private static TeamStatistics statistics(TeamStatistics before, TeamStatistics told) {
        return told.equals(NOTHING) ? before : told;
    }
}
