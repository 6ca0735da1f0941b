package io.touchline.domain.rating;

import io.touchline.domain.fixture.Score;

/**
 * Elo's rating with a home advantage and a factor for the margin of victory. Ratings are points about {@link #START}; 400 points more
 * mean ten times the expected score.
 *
 * <p>1600 at home against 1500 with an advantage of 65 points is expected to take 0.721 of the score; a 3-0 win moves 20 · 1.75 · (1 − 0.721)
 * = 9.76 points; run as {@code EloRatingTest#workedExample}.
 *
 * <p>Elo, A. E. (1978). The Rating of Chessplayers, Past and Present. The factor for goals is that of the World Football Elo Ratings
 * (eloratings.net): 1 for a margin of one or none, 1.5 for two, (11 + margin) / 8 from three.
 *
 * @param k points at stake in a match, above 0
 * @param homeAdvantage points added to the home side's rating, 0 on neutral ground
 * @param goalMargin whether the margin of victory raises the points at stake
 */
public record EloRating(double k, double homeAdvantage, boolean goalMargin) {

    /** What a team starts with. */
    public static final double START = 1500;

    /** Points between two teams of which the better is expected to take ten times the other's score. */
    private static final double SCALE = 400;

    public EloRating {
        if (!(k > 0) || !Double.isFinite(homeAdvantage)) {
            throw new IllegalArgumentException("k must be above 0 but was " + k + ", home advantage " + homeAdvantage);
        }
    }

    /** K 20, home advantage 65 points, goal margin counted. */
    public static EloRating standard() {
        return new EloRating(20, 65, true);
    }

    /** Share of the score (1 a win, 0.5 a draw) that the home side is expected to take. */
    public double expected(double home, double away) {
        return 1 / (1 + Math.pow(10, (away - home - homeAdvantage) / SCALE));
    }

    /** Points that the home side gains and the away side loses. */
    public double change(double home, double away, Score score) {
        double taken = score.margin() > 0 ? 1 : score.margin() < 0 ? 0 : 0.5;
        return k * marginFactor(Math.abs(score.margin())) * (taken - expected(home, away));
    }

    /** Both ratings after a match. */
    public Pair updated(double home, double away, Score score) {
        double change = change(home, away, score);
        return new Pair(home + change, away - change);
    }

    private double marginFactor(int margin) {
        if (!goalMargin || margin <= 1) {
            return 1;
        }
        return margin == 2 ? 1.5 : (11 + margin) / 8.0;
    }

    /** Ratings of the home and the away side. */
    public record Pair(double home, double away) {}
}
