package io.touchline.simulator.league;

import io.touchline.simulator.league.MatchClock.Phase;
import io.touchline.simulator.league.MatchEvent.Kind;
import java.util.List;
import java.util.function.Predicate;

/**
 * A match as it is to be seen at one moment.
 *
 * @param phase where it stands
 * @param clock seconds on the match clock
 * @param displayClock the clock as boards show it
 * @param played seconds of play so far, stoppage time included
 * @param playSeconds seconds of play of the whole match
 * @param events what has happened and not been taken back, in order
 */
public record MatchView(
        Phase phase, int clock, String displayClock, int played, int playSeconds, List<MatchEvent> events) {

    static MatchView of(MatchScript script, long elapsed) {
        MatchClock clock = script.clock();
        int played = clock.playedAt(elapsed);
        Phase phase = clock.phaseAt(elapsed);
        int shown = phase == Phase.HALF_TIME ? MatchClock.HALF : clock.clockAt(played);
        int stoppage = phase == Phase.HALF_TIME ? 0 : clock.stoppageAt(played);
        return new MatchView(
                phase,
                shown,
                MatchClock.display(shown, stoppage),
                played,
                clock.playSeconds(),
                script.events().stream()
                        .filter(event -> event.isSeenAt(elapsed))
                        .toList());
    }

    public boolean isRunning() {
        return phase == Phase.FIRST_HALF || phase == Phase.HALF_TIME || phase == Phase.SECOND_HALF;
    }

    public int goals(boolean home) {
        return count(home, Kind::isGoal);
    }

    public int count(boolean home, Kind kind) {
        return count(home, kind::equals);
    }

    /** Shots that would have counted as on target: saved ones and goals, own goals not. */
    public int shotsOnTarget(boolean home) {
        return count(home, kind -> kind == Kind.SHOT_ON_TARGET || (kind.isGoal() && kind != Kind.OWN_GOAL));
    }

    public int shots(boolean home) {
        return shotsOnTarget(home) + count(home, Kind.SHOT_OFF_TARGET);
    }

    /** Without the newest goal, as when the referee takes it back; the same where there is none. */
    public MatchView withoutLastGoal() {
        int last = -1;
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).kind().isGoal()) {
                last = i;
            }
        }
        if (last < 0) {
            return this;
        }
        MatchEvent dropped = events.get(last);
        List<MatchEvent> rest =
                events.stream().filter(event -> event != dropped).toList();
        return new MatchView(phase, clock, displayClock, played, playSeconds, rest);
    }

    private int count(boolean home, Predicate<Kind> wanted) {
        int count = 0;
        for (MatchEvent event : events) {
            if (event.home() == home && wanted.test(event.kind())) {
                count++;
            }
        }
        return count;
    }
}
