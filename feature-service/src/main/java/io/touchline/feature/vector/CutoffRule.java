package io.touchline.feature.vector;

import io.touchline.domain.fixture.Cutoff;
import java.time.Duration;

/**
 * Which cut-off a vector before kickoff belongs to: a fixture's first is {@link Cutoff#OPENING}, later ones by the time that is left.
 *
 * @param closingWindow the last time before kickoff, 10 minutes by default
 */
public record CutoffRule(Duration closingWindow) {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofHours(24);

    public CutoffRule {
        if (closingWindow.isNegative() || closingWindow.compareTo(HOUR) > 0) {
            throw new IllegalArgumentException("feature.cutoff.closing-window lies in 0..1h but was " + closingWindow);
        }
    }

    /**
     * The label.
     *
     * @param first whether it is the fixture's first vector
     * @param leftMillis from the vector's asOf to kickoff, above 0
     */
    public Cutoff of(boolean first, long leftMillis) {
        if (first) {
            return Cutoff.OPENING;
        }
        if (leftMillis <= closingWindow.toMillis()) {
            return Cutoff.CLOSING;
        }
        if (leftMillis <= HOUR.toMillis()) {
            return Cutoff.HOUR_1;
        }
        return leftMillis <= DAY.toMillis() ? Cutoff.HOURS_24 : Cutoff.OPENING;
    }
}
