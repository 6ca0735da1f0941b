package io.touchline.prediction.model;

import io.touchline.domain.grid.ScoreGrid;
import io.touchline.domain.market.Lines;
import io.touchline.domain.market.MarketType;
import io.touchline.domain.market.Selection;

/**
 * What a total on another line says of more than 2.5 goals: bookmakers quote the line nearest to even chances, in matches of many goals 3.5 or 3.25 alone. Goals of both sides together are taken as
 * Poisson; the rate is the one that meets the quoted line.
 *
 * <p>Over 3.5 at 0.5 means 3.672 goals and 0.710 for more than 2.5; run as {@code MainTotalTest#halfLine}.
 */
final class MainTotal {

    private static final double LINE = 2.5;
    private static final double FEWEST = 0.05;
    private static final double MOST = 12;
    private static final int HALVINGS = 40;

    private MainTotal() {}

    /**
     * Probability of more than 2.5 goals; NaN where line or probability say nothing.
     *
     * @param line goals, a multiple of a quarter
     * @param over fair probability of over on that line, stakes that are returned left out
     */
    static double over25(double line, double over) {
        if (!(over > 0 && over < 1 && line > 0 && line < MOST && Lines.isQuarterStep(line))) {
            return Double.NaN;
        }
        double low = FEWEST;
        double high = MOST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (share(middle, line) < over) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return ofGoals((low + high) / 2).over(LINE);
    }

    private static double share(double goals, double line) {
        return ofGoals(goals)
                .outcomes(MarketType.TOTAL_GOALS, line, Selection.OVER.name())
                .equivalentProbability();
    }

    private static ScoreGrid ofGoals(double goals) {
        return ScoreGrid.poisson(goals / 2, goals / 2);
    }
}
