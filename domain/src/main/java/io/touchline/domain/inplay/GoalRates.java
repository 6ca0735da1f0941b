package io.touchline.domain.inplay;

/**
 * How many goals each side would score in the whole match if the score changed nothing: the model's view before kickoff.
 *
 * @param home expected goals, above 0
 * @param away expected goals, above 0
 */
public record GoalRates(double home, double away) {

    private static final double HIGHEST = 20;

    public GoalRates {
        if (!(home > 0 && away > 0 && home < HIGHEST && away < HIGHEST)) {
            throw new IllegalArgumentException("goal rates lie above 0 and below 20 but were " + home + " and " + away);
        }
    }
}
