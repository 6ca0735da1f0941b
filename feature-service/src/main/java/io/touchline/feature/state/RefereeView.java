package io.touchline.feature.state;

/** A referee as known before a moment, over all matches of the association; averages are NaN with fewer than {@link #FEWEST_MATCHES}. */
public final class RefereeView {

    /** Fewer matches than this make no average. */
    public static final int FEWEST_MATCHES = 10;

    private final Referees.Sums sums;

    RefereeView(Referees.Sums sums) {
        this.sums = sums;
    }

    /** When the newest result in it was known; {@link Long#MIN_VALUE} where there is none. */
    public long newestAt() {
        return sums.resultAt();
    }

    public int matches() {
        return sums.matches();
    }

    public double homeWinShare() {
        return mean(sums.homeWins(), sums.matches());
    }

    /** Points a match of home sides minus of away sides. */
    public double homePointsLift() {
        return 3 * mean(sums.homeWins() - sums.awayWins(), sums.matches());
    }

    /** Yellow cards of both sides a match. */
    public double yellowCards() {
        return mean(sums.homeYellow() + sums.awayYellow(), sums.carded());
    }

    /** Yellow cards of away sides minus of home sides a match. */
    public double cardBias() {
        return mean(sums.awayYellow() - sums.homeYellow(), sums.carded());
    }

    /** Red cards of both sides a match. */
    public double redCards() {
        return sums.carded() < FEWEST_MATCHES ? Double.NaN : mean(sums.reds(), sums.matches());
    }

    private static double mean(int sum, int matches) {
        return matches < FEWEST_MATCHES ? Double.NaN : (double) sum / matches;
    }
}
