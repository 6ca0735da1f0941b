package io.touchline.alert.rule;

/** Why an offer is not told. Names are the tag of the meter {@code alert.judgements}. */
public enum Refusal {
    /** The prediction has no sound probability for this market, line and selection. */
    NOT_PREDICTED,
    /** Postponed, abandoned, cancelled or over. */
    NOT_PLAYED,
    /** A price from before kickoff judged by a running match's prediction, the other way about, or either after its time. */
    WRONG_PHASE,
    /** Older than its source's limit. */
    PRICE_STALE,
    /** Its source is down. */
    SOURCE_DOWN,
    /** Price or prediction is older than the last event of the match. */
    OLDER_THAN_EVENT,
    /** Bets on the running match were suspended after it was last heard of: what happened is not known yet. */
    UNEXPLAINED,
    /** Within the pause after an event of the match. */
    PAUSED,
    /** The models agree too little, on too little data. */
    UNSURE,
    /** Too few models see value on their own. */
    MODELS_DISAGREE,
    /** Below the least edge that is told. */
    NO_EDGE,
    /** Beyond the largest edge that is believed: more likely a mistaken price or a wrong match than a gift. */
    BEYOND_BELIEF
}
