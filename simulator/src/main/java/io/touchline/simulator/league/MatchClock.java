package io.touchline.simulator.league;

/**
 * From seconds since kickoff to halves and minutes.
 *
 * @param firstStoppage seconds of stoppage time of the first half
 * @param secondStoppage seconds of stoppage time of the second half
 */
public record MatchClock(int firstStoppage, int secondStoppage) {

    public static final int HALF = 45 * 60;
    public static final int BREAK = 15 * 60;

    /** Where a match stands. */
    public enum Phase {
        SCHEDULED,
        FIRST_HALF,
        HALF_TIME,
        SECOND_HALF,
        FULL_TIME
    }

    /** Seconds in which the ball rolls. */
    public int playSeconds() {
        return firstHalfEnd() + HALF + secondStoppage;
    }

    public int firstHalfEnd() {
        return HALF + firstStoppage;
    }

    /** Seconds from kickoff to the final whistle. */
    public int duration() {
        return playSeconds() + BREAK;
    }

    public Phase phaseAt(long elapsed) {
        if (elapsed < 0) {
            return Phase.SCHEDULED;
        } else if (elapsed < firstHalfEnd()) {
            return Phase.FIRST_HALF;
        } else if (elapsed < firstHalfEnd() + BREAK) {
            return Phase.HALF_TIME;
        }
        return elapsed < duration() ? Phase.SECOND_HALF : Phase.FULL_TIME;
    }

    /** Seconds played so far. */
    public int playedAt(long elapsed) {
        return switch (phaseAt(elapsed)) {
            case SCHEDULED -> 0;
            case FIRST_HALF -> (int) elapsed;
            case HALF_TIME -> firstHalfEnd();
            case SECOND_HALF -> (int) elapsed - BREAK;
            case FULL_TIME -> playSeconds();
        };
    }

    /** The inverse of {@link #playedAt} while the ball rolls. */
    public int elapsedAt(int played) {
        return played < firstHalfEnd() ? played : played + BREAK;
    }

    /** Seconds on the clock, which stands in stoppage time. */
    public int clockAt(int played) {
        return played < firstHalfEnd() ? Math.min(played, HALF) : Math.min(played - firstStoppage, 2 * HALF);
    }

    /** Full minutes of stoppage time, 0 outside it. */
    public int stoppageAt(int played) {
        int over = played < firstHalfEnd() ? played - HALF : played - firstStoppage - 2 * HALF;
        return over <= 0 ? 0 : (over + 59) / 60;
    }

    static String display(int clock, int stoppage) {
        int minute = (clock + 59) / 60;
        return stoppage == 0 ? minute + "'" : minute + "'+" + stoppage + "'";
    }
}
