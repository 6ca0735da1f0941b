package io.touchline.prediction.backtest;

import io.touchline.domain.devig.MarginRemoval;
import io.touchline.domain.devig.MarginRemovals;
import io.touchline.prediction.train.TrainingSettings;
import java.time.LocalDate;

/**
 * What is walked through and how is bet.
 *
 * @param from first day whose matches are predicted; earlier ones only teach
 * @param to last day whose matches are predicted
 * @param withOdds false keeps the market out of the models; prices are still bet on and compared with
 * @param training of the models
 * @param betting what is bet on, and how much
 * @param marginRemoval for the opening and closing odds that the models are compared with
 */
public record BacktestSettings(
        LocalDate from,
        LocalDate to,
        boolean withOdds,
        TrainingSettings training,
        BettingRules betting,
        MarginRemoval marginRemoval) {

    public BacktestSettings {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the backtest ends on " + to + " before it begins on " + from);
        }
    }

    /** The product's defaults. */
    public static BacktestSettings standard(LocalDate from, LocalDate to) {
        return new BacktestSettings(
                from, to, true, TrainingSettings.standard(), BettingRules.standard(), MarginRemovals.of("odds_ratio"));
    }

    /** The same without the market in the models. */
    public BacktestSettings withoutOdds() {
        return new BacktestSettings(from, to, false, training, betting, marginRemoval);
    }

    /** The same with other bets. */
    public BacktestSettings with(BettingRules other) {
        return new BacktestSettings(from, to, withOdds, training, other, marginRemoval);
    }

    boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
