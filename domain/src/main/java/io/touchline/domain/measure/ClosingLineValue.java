package io.touchline.domain.measure;

import io.touchline.domain.odds.Edge;
import io.touchline.domain.odds.OutcomeProbabilities;

/**
 * Odds taken × fair closing probability − 1: the edge by the market's own last word. Odds 2.10 taken and a fair closing probability of 0.50
 * give 0.05; run as {@code ForecastMeasuresTest#closingLineValue_workedExample}.
 */
public final class ClosingLineValue {

    private ClosingLineValue() {}

    public static double of(double oddsTaken, double fairClosingProbability) {
        return Edge.of(fairClosingProbability, oddsTaken);
    }

    /** For lines on which the stake can come back. */
    public static double of(double oddsTaken, OutcomeProbabilities fairClosing) {
        return Edge.of(fairClosing, oddsTaken);
    }
}
