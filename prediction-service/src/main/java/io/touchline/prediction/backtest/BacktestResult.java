package io.touchline.prediction.backtest;

import io.touchline.prediction.model.blend.Ensemble;
import java.util.List;

/** What a backtest brought; {@code BacktestFiles} writes it. */
public final class BacktestResult {

    private final BacktestSettings settings;
    private final List<PredictedRow> predictions;
    private final List<SettledBet> bets;
    private final OfferPool pool;
    private final int missed;
    private final int matches;
    private final int releases;
    private final Ensemble last;

    BacktestResult(
            BacktestSettings settings,
            List<PredictedRow> predictions,
            Bookkeeping bookkeeping,
            int matches,
            int releases,
            Ensemble last) {
        this.settings = settings;
        this.predictions = List.copyOf(predictions);
        this.bets = List.copyOf(bookkeeping.settled());
        this.pool = bookkeeping.pool();
        this.missed = bookkeeping.missed();
        this.matches = matches;
        this.releases = releases;
        this.last = last;
    }

    /** What was asked. */
    public BacktestSettings settings() {
        return settings;
    }

    /** By date, fixture, cut-off and model. */
    public List<PredictedRow> predictions() {
        return predictions;
    }

    /** In the order of settlement. */
    public List<SettledBet> bets() {
        return bets;
    }

    /** Everything that was on offer when bets were decided. */
    public OfferPool pool() {
        return pool;
    }

    /** Bets that were decided, but whose price was gone after the delay. */
    public int missed() {
        return missed;
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
