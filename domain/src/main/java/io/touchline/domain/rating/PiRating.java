package io.touchline.domain.rating;

import io.touchline.domain.fixture.Score;

/**
 * Pi-ratings: each team has a rating at home and one away, in goals of difference against an average opponent.
 *
 * <p>Home side (1.6, 0.4) against away side (0.3, −1.2): expected 2.4145 − (−1.5119) = 3.93 goals; after 4-1 the error is −0.93 and
 * the home side's ratings are 1.5701 and 0.3791; run as {@code PiRatingTest#workedExample}.
 *
 * <p>Constantinou, A. C., Fenton, N. E. (2013). Determining the level of ability of football teams by dynamic ratings based on the
 * relative discrepancies in scores between adversaries. Journal of Quantitative Analysis in Sports 9(1), 37-50. Learning rates 0.035 and
 * 0.7, base 10 and scale 3 are theirs.
 *
 * @param learningRate how much of a match's error goes into the rating on the ground played on
 * @param transfer how much of that change goes into the rating on the other ground
 */
public record PiRating(double learningRate, double transfer) {

    private static final double BASE = 10;
    private static final double SCALE = 3;

    public PiRating {
        if (!(learningRate > 0 && learningRate < 1 && transfer >= 0 && transfer <= 1)) {
            throw new IllegalArgumentException("rates lie in 0..1 but were " + learningRate + " and " + transfer);
        }
    }

    /** The authors' rates. */
    public static PiRating standard() {
        return new PiRating(0.035, 0.7);
    }

    /** Ratings of one team, both 0 at the start. */
    public record Team(double home, double away) {
        public static final Team START = new Team(0, 0);
    }

    /** Both teams after a match. */
    public record Pair(Team home, Team away) {}

    /** Goals by which the home side is expected to win. */
    public double expectedMargin(Team home, Team away) {
        return goals(home.home()) - goals(away.away());
    }

    public Pair updated(Team home, Team away, Score score) {
        double error = score.margin() - expectedMargin(home, away);
        double change = Math.signum(error) * SCALE * Math.log10(1 + Math.abs(error)) * learningRate;
        return new Pair(
                new Team(home.home() + change, home.away() + change * transfer),
                new Team(away.home() - change * transfer, away.away() - change));
    }

    private static double goals(double rating) {
        return Math.signum(rating) * (Math.pow(BASE, Math.abs(rating) / SCALE) - 1);
    }
}
