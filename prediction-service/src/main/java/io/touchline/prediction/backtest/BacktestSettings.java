package io.touchline.prediction.backtest;

import io.touchline.domain.devig.MarginRemoval;
import io.touchline.domain.devig.MarginRemovals;
import io.touchline.domain.stake.KellySettings;
import io.touchline.prediction.train.TrainingSettings;
import java.time.LocalDate;

/**
 * What is walked through and how is bet.
 *
 * @param from first day whose matches are predicted; earlier ones only teach
 * @param to last day whose matches are predicted
 * @param withOdds false keeps the market out of the models; prices are still bet on and compared with
 * @param training of the models
 * @param minimumEdge above which is bet
 * @param staking Kelly's share and caps
 * @param marginRemoval for the opening and closing odds that the models are compared with
 */
public record BacktestSettings(
        LocalDate from,
        LocalDate to,
        boolean withOdds,
        TrainingSettings training,
        double minimumEdge,
        KellySettings staking,
        MarginRemoval marginRemoval) {

    public BacktestSettings {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the backtest ends on " + to + " before it begins on " + from);
        }
    }

    /** The product's defaults: edge above 4.2 %, an eighth of Kelly's stake, at most 5 % a bet and 15 % open. */
    public static BacktestSettings standard(LocalDate from, LocalDate to) {
        return new BacktestSettings(
                from,
                to,
                true,
                TrainingSettings.standard(),
                0.042,
                KellySettings.standard(),
                MarginRemovals.of("odds_ratio"));
    }

    /** The same without the market in the models. */
    public BacktestSettings withoutOdds() {
        return new BacktestSettings(from, to, false, training, minimumEdge, staking, marginRemoval);
    }

    boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
