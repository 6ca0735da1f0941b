package io.touchline.odds;

import java.time.Duration;

/**
 * How soon a changed book is told. Each fixture by itself: a price that moved is told at once where nothing was told within the window, else at the end of it; what only confirms known prices waits
 * longer. Telling all that is due takes at most a share of the time, so that under load more updates share a snapshot instead of more snapshots queueing.
 *
 * @param window within which changes of a fixture share a snapshot; zero: each change has its own at once
 * @param confirmation the same for updates that move no price
 */
record Pace(Duration window, Duration confirmation) {

    /** A snapshot for each change: what a replay does, so that it gives the same bytes each time. */
    static final Pace EACH_CHANGE = new Pace(Duration.ZERO, Duration.ZERO);

    Pace {
        if (window.isNegative() || confirmation.compareTo(window) < 0) {
            throw new IllegalArgumentException("odds.snapshot.window lies in 0..confirmation-window but was %s, %s"
                    .formatted(window, confirmation));
        }
    }

    boolean eachChange() {
        return window.isZero();
    }
}
