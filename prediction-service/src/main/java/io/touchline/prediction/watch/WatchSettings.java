package io.touchline.prediction.watch;

/**
 * What a model's life follows.
 *
 * @param fewestGraded graded forecasts of later matches before a challenger can be promoted
 * @param window most recent graded forecasts that count
 * @param vectors how many of the newest matches are compared with those that the models learned from
 * @param stabilityIndex of a feature above which it has drifted
 * @param driftedShare share of features that must have drifted before it is told
 * @param marketMargin by how much the champion's log loss may stay above the market's
 * @param alarm of the cumulated sum of standardised excess losses
 */
public record WatchSettings(
        int fewestGraded,
        int window,
        int vectors,
        double stabilityIndex,
        double driftedShare,
        double marketMargin,
        double alarm) {

    /**
     * 200 graded forecasts; a stability index of 0.25, by custom "has shifted", in a fifth of the features; 0.02 of log loss above the market; an alarm at 15, which with an allowance of 0.25 a good model reaches once in some 25,000
     * matches.
     */
    public static WatchSettings standard() {
        return new WatchSettings(200, 1_000, 200, 0.25, 0.2, 0.02, 15);
    }
}
