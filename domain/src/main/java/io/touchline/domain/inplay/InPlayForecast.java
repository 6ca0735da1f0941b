package io.touchline.domain.inplay;

import io.touchline.domain.grid.ScoreGrid;

/**
 * What a running match may still bring.
 *
 * @param finalScores after 90 minutes and stoppage time; its rates are the goals still expected
 * @param homeNext probability that the next goal of these 90 minutes is the home side's
 * @param awayNext that it is the away side's
 * @param noneNext that none falls any more
 */
public record InPlayForecast(ScoreGrid finalScores, double homeNext, double awayNext, double noneNext) {

    /** Home win, draw, away win after 90 minutes. */
    public double[] result() {
        return new double[] {finalScores.homeWin(), finalScores.draw(), finalScores.awayWin()};
    }
}
