package io.touchline.prediction.backtest;

import io.touchline.prediction.model.blend.Ensemble;
import java.util.List;

/** What a backtest brought; {@link BacktestFiles} writes it. */
public final class BacktestResult {

    private final BacktestSettings settings;
    private final List<PredictedRow> predictions;
    private final List<SettledBet> bets;
    private final int matches;
    private final int releases;
    private final Ensemble last;

    BacktestResult(
            BacktestSettings settings,
            List<PredictedRow> predictions,
            List<SettledBet> bets,
            int matches,
            int releases,
            Ensemble last) {
        this.settings = settings;
        this.predictions = List.copyOf(predictions);
        this.bets = List.copyOf(bets);
        this.matches = matches;
        this.releases = releases;
        this.last = last;
    }

    BacktestSettings settings() {
        return settings;
    }

    List<PredictedRow> predictions() {
        return predictions;
    }

    List<SettledBet> bets() {
        return bets;
    }

    /** How many matches were predicted. */
    public int matches() {
        return matches;
    }

    /** How many releases were trained on the way. */
    public int releases() {
        return releases;
    }

    /** The models in force at the end. */
    public Ensemble last() {
        return last;
    }

    /** Lines of {@code predictions.csv}. */
    public int predictionCount() {
        return predictions.size();
    }

    /** Lines of {@code bets.csv}. */
    public int betCount() {
        return bets.size();
    }
}
