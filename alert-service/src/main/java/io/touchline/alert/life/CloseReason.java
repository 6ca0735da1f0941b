package io.touchline.alert.life;

/** Why an alert is over. */
public enum CloseReason {
    /** The price or the model moved, or the models no longer agree. */
    EDGE_GONE,
    /** The bookmaker takes no bets here, or the match is postponed, abandoned or over. */
    SUSPENDED,
    /** Nobody confirmed the price within its source's limit. */
    PRICE_STALE,
    /** The source of the price is down: nobody would hear that it changed. */
    SOURCE_DOWN,
    /** The match began. */
    KICKOFF,
    /** A goal, a goal taken back, a red card, a penalty or a VAR check: the price is of another match. */
    GOAL
}
