package io.touchline.prediction.model;

/** What may be done with a release. */
public enum ReleaseState {
    /** Trained, but worse than the one in force: kept to be looked at. */
    CANDIDATE,
    /** Scores from its {@code validFrom} on. */
    PROMOTED,
    /** Scored once and was taken back. */
    ROLLED_BACK
}
