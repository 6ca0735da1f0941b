package io.touchline.feature.state;

import io.touchline.domain.rating.EloRating;

/**
 * Elo ratings that learn from what closing odds expected of a match instead of how it ended: less noise, so a larger step. A match without closing odds teaches nothing.
 *
 * <p>Wunderlich, F., Memmert, D. (2018). The betting odds rating system: using soccer forecasts to forecast soccer. PLoS ONE 13 (6), e0198668.
 *
 * <p>Two new teams (1500 each) of which the market expects 0.7 of the home side: Elo expects 0.592466 with 65 points of home advantage, so 18.82 points pass over; run as {@code OddsEloTest}.
 */
final class OddsElo {

    /** Points that pass over for a whole point of surprise. */
    static final double STEP = 175;

    record Pair(double home, double away) {}

    private OddsElo() {}

    /**
     * The ratings after a match.
     *
     * @param home rating before, NaN for a team without priced match
     * @param away likewise
     * @param market score that the closing odds expected of the home side; NaN where unknown
     */
    static Pair updated(EloRating elo, double home, double away, double market) {
        if (Double.isNaN(market)) {
            return new Pair(home, away);
        }
        double h = Double.isNaN(home) ? EloRating.START : home;
        double a = Double.isNaN(away) ? EloRating.START : away;
        double change = STEP * (market - elo.expected(h, a));
        return new Pair(h + change, a - change);
    }
}
