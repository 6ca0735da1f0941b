package io.touchline.simulator.league;

/**
 * Something that happens in a match.
 *
 * @param elapsed seconds since kickoff, the break included
 * @param clock seconds on the match clock, which stands at 2700 and 5400 in stoppage time
 * @param stoppage full minutes of stoppage time, 0 before it begins
 * @param kind what
 * @param home whether the home side did it (for an own goal: whether the home side gets it)
 * @param player who
 * @param takenBackAt seconds since kickoff at which it is taken back, or {@link #STANDS}
 */
public record MatchEvent(
        int elapsed, int clock, int stoppage, Kind kind, boolean home, String player, int takenBackAt) {

    /** It stands. */
    public static final int STANDS = Integer.MAX_VALUE;

    /** What can happen. */
    public enum Kind {
        GOAL,
        HEADER,
        PENALTY,
        OWN_GOAL,
        YELLOW_CARD,
        RED_CARD,
        SHOT_ON_TARGET,
        SHOT_OFF_TARGET,
        CORNER,
        FOUL;

        public boolean isGoal() {
            return this == GOAL || this == HEADER || this == PENALTY || this == OWN_GOAL;
        }

        public boolean isCard() {
            return this == YELLOW_CARD || this == RED_CARD;
        }
    }

    /** Whether it is to be seen so many seconds after kickoff. */
    public boolean isSeenAt(long seconds) {
        return elapsed <= seconds && seconds < takenBackAt;
    }

    /** The clock as the boards show it: {@code 23'}, {@code 45'+2'}. */
    public String displayClock() {
        return MatchClock.display(clock, stoppage);
    }
}
