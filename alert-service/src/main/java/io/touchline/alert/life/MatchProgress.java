package io.touchline.alert.life;

import io.touchline.schema.MatchEvent;
import io.touchline.schema.MatchState;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The match as it stands, with the last thing in it that moves prices.
 *
 * @param observedAt of the newest state; null before the first
 * @param status of the newest state
 * @param homeGoals of the home side
 * @param awayGoals of the away side
 * @param reds red cards of both sides
 * @param lastEventAt when something last moved prices; null before the first
 * @param source that told the newest state; empty before the first
 */
record MatchProgress(
        @Nullable Instant observedAt,
        String status,
        int homeGoals,
        int awayGoals,
        int reds,
        @Nullable Instant lastEventAt,
        String source) {

    /** Before anything is known. */
    static final MatchProgress NONE = new MatchProgress(null, "SCHEDULED", 0, 0, 0, null, "");

    private static final Set<String> MOVES_PRICES = Set.of("GOAL", "GOAL_CANCELLED", "RED_CARD", "PENALTY", "VAR");

    /** The progress after a newer state; an older one changes nothing. */
    MatchProgress after(MatchState state) {
        if (observedAt != null && state.getObservedAt().isBefore(observedAt)) {
            return this;
        }
        int redsNow = or(state.getHomeRed()) + or(state.getAwayRed());
        boolean moves = !state.getStatus().equals(status)
                || state.getHomeGoals() != homeGoals
                || state.getAwayGoals() != awayGoals
                || redsNow > reds
                || moves(state.getEvent());
        return new MatchProgress(
                state.getObservedAt(),
                state.getStatus(),
                state.getHomeGoals(),
                state.getAwayGoals(),
                Math.max(reds, redsNow),
                moves ? state.getObservedAt() : lastEventAt,
                state.getSource());
    }

    /** False while nothing can be bet on: postponed, abandoned, cancelled, over. */
    boolean isPlaying() {
        return status.equals("SCHEDULED") || status.equals("IN_PLAY");
    }

    private static boolean moves(@Nullable MatchEvent event) {
        return event != null && MOVES_PRICES.contains(event.getType());
    }

    private static int or(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
