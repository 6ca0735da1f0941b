package io.touchline.platform.quality;

/** What may be odd about data: the one list for {@code QualityFinding.kind} and the meter's tag. */
public enum FindingKind {
    /** Two sources tell different scores of a match, for longer than one may lag behind the other. */
    SCORE_DISAGREES,
    /** One source says that a match is over or off while another lets it run on, for as long. */
    STATUS_DISAGREES,
    /** Two sources tell different kickoffs. */
    KICKOFF_DISAGREES,
    /** A bookmaker's price lies far from what the others offer at the time. */
    PRICE_DISAGREES,
    /** A bookmaker's price moved far at once while the match did not run. */
    PRICE_JUMPED,
    /** Odds that nobody offers. */
    ODDS_OUT_OF_RANGE,
    /** Odds of one market that do not belong together. */
    OVERROUND_OUT_OF_RANGE,
    /** A running number skipped some: messages are missing. */
    SEQUENCE_GAP,
    /** A running number went back: old messages came after newer ones. */
    SEQUENCE_BACKWARDS,
    /** The vendor's clock is far behind ours. */
    CLOCK_DRIFTS,
    /** The vendor's clock is ahead of ours. */
    FROM_THE_FUTURE,
    /** A source is silent, as a whole or about a competition that others tell of. */
    SOURCE_STALE,
    /** Too many of a day's fixtures of a competition have no prices or no score. */
    COMPETITION_INCOMPLETE
}
