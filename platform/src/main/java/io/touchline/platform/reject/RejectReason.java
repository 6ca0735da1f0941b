package io.touchline.platform.reject;

/** Why something could not be used: the one list for the log line, the meter's tag and the record on {@code rejections}. */
public enum RejectReason {
    /** Not in the format that its place promises: bytes, JSON, XML, CSV. */
    UNREADABLE_PAYLOAD,
    /** A record on one of our topics that is no record of that topic. */
    UNREADABLE_RECORD,
    /** A record that a processor could not handle; the detail says why. */
    UNPROCESSABLE_RECORD,
    /** An HTML page where data belongs. */
    HTML_INSTEAD_OF_DATA,
    /** A file with nothing in it. */
    EMPTY_FILE,
    /** More bytes than we are ready to read. */
    TOO_LARGE,
    /** A table whose columns are not those of its source. */
    UNKNOWN_HEADER,
    /** A line with control characters, or with quotes that do not match. */
    UNREADABLE_ROW,
    /** A line of separators only. */
    EMPTY_ROW,
    /** A row that cannot be put under its header. */
    RAGGED_ROW,
    /** A needed field is missing. */
    MISSING_FIELD,
    /** A field is no number where one belongs, or out of its range. */
    VALUE_OUT_OF_RANGE,
    /** No date, or one that cannot be. */
    BROKEN_DATE,
    /** A day that cannot belong to the season of its file or row. */
    DATE_OUTSIDE_SEASON,
    /** A season that is none. */
    UNKNOWN_SEASON,
    /** A match without its final score: not played, abandoned, or awarded and entered in the wrong columns. */
    MISSING_SCORE,
    /** A home or away team is missing. */
    MISSING_TEAM,
    /** A team against itself. */
    SAME_TEAM_TWICE,
    /** A name that no team of the competition has. */
    UNKNOWN_TEAM,
    /** A competition that is not in the list. */
    UNKNOWN_COMPETITION,
    /** A bookmaker's market or selection that we do not read. */
    UNKNOWN_MARKET,
    /** More than one fixture may be meant. */
    AMBIGUOUS_FIXTURE,
    /** No fixture is meant with confidence. */
    UNKNOWN_FIXTURE,
    /** The same match for a second time. */
    DUPLICATE_MATCH,
    /** Score and result letter, or half time and full time, contradict each other. */
    CONTRADICTORY_RESULT,
    /** Odds of 1 or less, or not a number. */
    ODDS_OUT_OF_RANGE,
    /** The same selection of one bookmaker's market for a second time in one payload. */
    DUPLICATE_PRICE,
    /** A price that its source shows but does not offer. */
    NOT_ON_OFFER,
    /** The odds of a market cannot belong together. */
    OVERROUND_OUT_OF_RANGE,
    /** Observed later than it was received. */
    FROM_THE_FUTURE,
    /** Older than what is known already. */
    OUT_OF_ORDER,
    /** A match clock that ran backwards. */
    CLOCK_RAN_BACKWARDS,
    /** A kickoff that moved after the match began. */
    KICKOFF_MOVED,
    /** The vendor's own error message where data belongs. */
    VENDOR_ERROR,
    /** A kind of message that we do not read. */
    UNKNOWN_MESSAGE,
    /** A change to something whose whole was never told, or of a subscription that is over. */
    WITHOUT_IMAGE,
    /** A sport that we do not read from this source. */
    UNKNOWN_SPORT
}
