package io.touchline.domain.inplay;

/** Where a match stands. Markets of goals are settled after the second half; what follows decides who goes on alone. */
public enum MatchPhase {
    BEFORE,
    FIRST_HALF,
    HALF_TIME,
    SECOND_HALF,
    /** Level after 90 minutes, extra time to come. */
    EXTRA_TIME_AHEAD,
    EXTRA_TIME,
    PENALTIES,
    OVER
}
