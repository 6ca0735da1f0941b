package io.touchline.domain.grid;

import io.touchline.domain.fixture.Score;
import io.touchline.domain.market.Lines;
import io.touchline.domain.market.MarketType;
import io.touchline.domain.market.Selection;
import io.touchline.domain.market.Settlements;
import io.touchline.domain.odds.OutcomeProbabilities;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Probability of every score from 0-0 to 14-14; the cells sum to 1. Every market of a fixture is read from one grid and so cannot
 * contradict another.
 *
 * <p>Goals of the sides are Poisson; Dixon and Coles move probability between the four lowest scores by rho. Rates 1.6 and 1.1 with rho
 * −0.1 give 0.4777, 0.2726, 0.2497; run as {@code ScoreGridTest#dixonColes}. What lies beyond 14 goals is spread over the grid in
 * proportion.
 *
 * <p>Dixon, M. J., Coles, S. G. (1997). Modelling association football scores and inefficiencies in the football betting market.
 * Applied Statistics 46(2), 265-280.
 */
public final class ScoreGrid {

    /** Goals of one side run from 0 to one less. */
    public static final int SIZE = 15;

    /** 1 / i: a product is several times faster than a division, and the terms of a Poisson distribution wait for each other. */
    static final double[] INVERSE =
            IntStream.range(0, SIZE).mapToDouble(i -> i == 0 ? 0 : 1.0 / i).toArray();

    private final double homeRate;
    private final double awayRate;
    private final double rho;
    private final double[] cells;
    /** Cumulated distributions of home goals, away goals, both together, and home minus away shifted by SIZE − 1. */
    private final double[] home;

    private final double[] away;
    private final double[] total;
    private final double[] margin;

    private ScoreGrid(double homeRate, double awayRate, double rho) {
        this(
                checked(homeRate),
                checked(awayRate),
                LowScores.bounded(rho, homeRate, awayRate),
                cells(homeRate, awayRate, LowScores.bounded(rho, homeRate, awayRate)));
    }

    private ScoreGrid(double homeRate, double awayRate, double rho, double[] cells) {
        this.homeRate = homeRate;
        this.awayRate = awayRate;
        this.rho = rho;
        this.cells = cells;
        double[] homeGoals = new double[SIZE];
        double[] awayGoals = new double[SIZE];
        double[] totals = new double[2 * SIZE - 1];
        double[] margins = new double[2 * SIZE - 1];
        for (int i = 0; i < SIZE; i++) {
            double row = 0;
            for (int j = 0; j < SIZE; j++) {
                double p = cells[i * SIZE + j];
                row += p;
                awayGoals[j] += p;
                totals[i + j] += p;
                margins[i - j + SIZE - 1] += p;
            }
            homeGoals[i] = row;
        }
        home = cumulated(homeGoals);
        away = cumulated(awayGoals);
        total = cumulated(totals);
        margin = cumulated(margins);
    }

    static double checked(double rate) {
        if (!(rate > 0 && rate < 50)) {
            throw new IllegalArgumentException("goal rates lie above 0 and below 50 but one was " + rate);
        }
        return rate;
    }

    /**
     * A grid whose scores were computed elsewhere, such as the final scores of a running match.
     *
     * @param scores probabilities by home goals, then away goals, {@link #SIZE} each; they are 0 or more and are made to sum to 1
     * @param homeRate expected goals of the home side that it was computed from, 0 or more
     * @param awayRate the same of the away side
     */
    public static ScoreGrid of(double[][] scores, double homeRate, double awayRate) {
        double[] cells = new double[SIZE * SIZE];
        double sum = 0;
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                if (!(scores[i][j] >= 0)) {
                    throw new IllegalArgumentException(
                            "a probability is 0 or more but %d-%d was %s".formatted(i, j, scores[i][j]));
                }
                cells[i * SIZE + j] = scores[i][j];
                sum += scores[i][j];
            }
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("probabilities of scores sum to more than 0 but summed to " + sum);
        }
        for (int i = 0; i < cells.length; i++) {
            cells[i] /= sum;
        }
        return new ScoreGrid(homeRate, awayRate, 0, cells);
    }

    /** Independent goals. Rates are expected goals, above 0. */
    public static ScoreGrid poisson(double homeRate, double awayRate) {
        return new ScoreGrid(homeRate, awayRate, 0);
    }

    /**
     * Dixon and Coles' grid.
     *
     * @param rho mostly about −0.1, more draws at 0-0 and 1-1 than by chance; moved to the nearest value at which no cell is negative
     */
    public static ScoreGrid dixonColes(double homeRate, double awayRate, double rho) {
        return new ScoreGrid(homeRate, awayRate, rho);
    }

    /**
     * The grid that says the same as given probabilities of the result and of more than two goals.
     *
     * @param over25 probability of three goals or more; NaN where it is not known: then rho stays as given and the rates follow from the
     *     result alone. Where it is known the rates and rho follow from all three, rho as near as its bounds allow.
     * @param rho rho of the grid, or where its search starts
     */
    public static ScoreGrid fit(double home, double draw, double away, double over25, double rho) {
        return GridFit.fit(home, draw, away, over25, rho);
    }

    private static double[] cells(double homeRate, double awayRate, double rho) {
        double[] home = poissonRow(homeRate);
        double[] away = poissonRow(awayRate);
        // what rho moves stays inside the grid
        double scale = 1 / (sum(home) * sum(away));
        double[] cells = new double[SIZE * SIZE];
        for (int i = 0; i < SIZE; i++) {
            double row = home[i] * scale;
            for (int j = 0; j < SIZE; j++) {
                cells[i * SIZE + j] = row * away[j];
            }
        }
        cells[0] *= 1 - homeRate * awayRate * rho;
        cells[1] *= 1 + homeRate * rho;
        cells[SIZE] *= 1 + awayRate * rho;
        cells[SIZE + 1] *= 1 - rho;
        return cells;
    }

    private static double sum(double[] row) {
        double sum = 0;
        for (double each : row) {
            sum += each;
        }
        return sum;
    }

    private static double[] poissonRow(double rate) {
        double[] row = new double[SIZE];
        row[0] = Math.exp(-rate);
        for (int i = 1; i < SIZE; i++) {
            row[i] = row[i - 1] * (rate * INVERSE[i]);
        }
        return row;
    }

    public double homeRate() {
        return homeRate;
    }

    public double awayRate() {
        return awayRate;
    }

    /** Rho as used, inside its bounds. */
    public double rho() {
        return rho;
    }

    /** Probability of one score; 0 beyond the grid. */
    public double score(int homeGoals, int awayGoals) {
        return homeGoals < SIZE && awayGoals < SIZE ? cells[homeGoals * SIZE + awayGoals] : 0;
    }

    public double homeWin() {
        return inside(1 - margin[SIZE]);
    }

    public double draw() {
        return inside(margin[SIZE] - margin[SIZE - 1]);
    }

    public double awayWin() {
        return margin[SIZE - 1];
    }

    /** Probability of more goals than a half line, 2.5. For whole and quarter lines see {@link #outcomes}. */
    public double over(double line) {
        return inside(1 - upTo(total, (int) Math.floor(line) + 1));
    }

    public double bothTeamsToScore() {
        return inside(1 - home[1] - away[1] + cells[0]);
    }

    /** Probability that the whole stake wins. */
    public double probability(MarketType market, @Nullable Double line, String selection) {
        return outcomes(market, line, selection).win();
    }

    /**
     * Probabilities of all ways in which a bet can end.
     *
     * @throws IllegalArgumentException where market, line and selection do not belong together, or the market is not of goals
     */
    public OutcomeProbabilities outcomes(MarketType market, @Nullable Double line, String selection) {
        if (market.hasLine() ? line == null || !Lines.isQuarterStep(line) : line != null) {
            throw new IllegalArgumentException(market + " was given line " + line);
        }
        if (market == MarketType.CORRECT_SCORE) {
            Score score = Score.of(selection);
            return OutcomeProbabilities.ofWin(score(score.home(), score.away()));
        }
        return outcomes(market, line == null ? 0 : line, Settlements.selection(market, selection));
    }

    OutcomeProbabilities outcomes(MarketType market, double line, Selection selection) {
        boolean first = selection == market.selections().getFirst();
        return switch (market) {
            case MATCH_RESULT ->
                OutcomeProbabilities.ofWin(first ? homeWin() : selection == Selection.DRAW ? draw() : awayWin());
            case DOUBLE_CHANCE ->
                OutcomeProbabilities.ofWin(
                        1 - (first ? awayWin() : selection == Selection.HOME_OR_AWAY ? draw() : homeWin()));
            case DRAW_NO_BET -> onLine(margin, SIZE - 1, first);
            case ASIAN_HANDICAP -> onLine(margin, SIZE - 1 - line, first);
            case TOTAL_GOALS -> onLine(total, line, first);
            case HOME_TOTAL_GOALS -> onLine(home, line, first);
            case AWAY_TOTAL_GOALS -> onLine(away, line, first);
            case BOTH_TEAMS_TO_SCORE -> OutcomeProbabilities.ofWin(first ? bothTeamsToScore() : 1 - bothTeamsToScore());
            case CORRECT_SCORE, MONEY_LINE, SPREAD, TOTAL_POINTS ->
                throw new IllegalArgumentException(market + " is not read from a grid of goals");
        };
    }

    /** A bet that the index drawn from the distribution lies above (below) the line; a split line is half of each neighbour. */
    private static OutcomeProbabilities onLine(double[] upTo, double line, boolean above) {
        double lower = Lines.lower(line);
        double upper = Lines.upper(line);
        int whole = (int) Math.rint(upper == Math.rint(upper) ? upper : lower);
        boolean meets = whole == upper || whole == lower;
        double on = meets ? upTo(upTo, whole + 1) - upTo(upTo, whole) : 0;
        double below = inside(upTo(upTo, meets ? whole : (int) Math.ceil(line)));
        double sure = inside(1 - below - on);
        double win = above ? sure : below;
        double loss = above ? below : sure;
        if (lower == upper) {
            return new OutcomeProbabilities(win, 0, on, 0, loss);
        }
        // the met line lies above the split one: over half wins; below it: over half loses
        return whole == upper == above
                ? new OutcomeProbabilities(win, on, 0, 0, loss)
                : new OutcomeProbabilities(win, 0, 0, on, loss);
    }

    /** Rounding of the sums must not lead out of 0..1. */
    private static double inside(double probability) {
        return Math.clamp(probability, 0.0, 1.0);
    }

    private static double upTo(double[] cumulated, int index) {
        return cumulated[Math.clamp(index, 0, cumulated.length - 1)];
    }

    /** Sums of the entries before each index. */
    private static double[] cumulated(double[] distribution) {
        double[] sums = new double[distribution.length + 1];
        for (int i = 0; i < distribution.length; i++) {
            sums[i + 1] = sums[i] + distribution[i];
        }
        return sums;
    }
    /** Every market that is offered on goals; see {@link GridMarkets} for the lines. */
    public List<GridMarket> marketProbabilities() {
        return GridMarkets.list(this);
    }
}
