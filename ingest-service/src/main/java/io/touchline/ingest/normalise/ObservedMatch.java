package io.touchline.ingest.normalise;

import io.touchline.schema.Fixture;
import io.touchline.schema.MatchEvent;
import io.touchline.schema.TeamStatistics;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One match as one answer of a vendor shows it, in our words.
 *
 * @param fixture who, when, where, and its status
 * @param period FIRST_HALF, HALF_TIME, SECOND_HALF, EXTRA_TIME, PENALTIES or FULL_TIME; null before kickoff
 * @param minute of play, stoppage time included; null where the vendor does not tell
 * @param homeGoals on the board now, shoot-out not counted
 * @param awayGoals on the board now, shoot-out not counted
 * @param incidents goals and cards that stand, in order; shoot-outs left out
 * @param home statistics so far
 * @param away statistics so far
 * @param regular goals after 90 minutes of either side; null until known
 */
public record ObservedMatch(
        Fixture fixture,
        @Nullable String period,
        @Nullable Integer minute,
        int homeGoals,
        int awayGoals,
        List<MatchEvent> incidents,
        TeamStatistics home,
        TeamStatistics away,
        @Nullable Goals regular) {

    /** Goals of either side. */
    public record Goals(int home, int away) {}

    public ObservedMatch {
        incidents = List.copyOf(incidents);
    }

    boolean isRunning() {
        return fixture.getStatus().equals("IN_PLAY");
    }

    boolean isFinished() {
        return fixture.getStatus().equals("FINISHED");
    }

    /** How many incidents of a kind a side has. */
    int count(String type, @Nullable String side) {
        return of(type, side).size();
    }

    List<MatchEvent> of(String type, @Nullable String side) {
        return incidents.stream()
                .filter(incident -> incident.getType().equals(type) && Objects.equals(side, incident.getSide()))
                .toList();
    }

    int goals(String side) {
        return side.equals("HOME") ? homeGoals : awayGoals;
    }
}
