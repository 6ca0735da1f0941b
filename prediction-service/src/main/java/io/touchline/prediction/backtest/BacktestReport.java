package io.touchline.prediction.backtest;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.measure.ConfidenceInterval;
import io.touchline.prediction.model.blend.Ensemble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The figures of a backtest.
 *
 * @param all each model over every match that it predicted
 * @param common each model over the matches that all models of the cut-off predicted, so that they can be compared
 * @param bets how many
 * @param staked sum of stakes, in units of the bankroll at the start
 * @param profit sum, in the same units
 * @param yield profit per unit staked, one value a bet, mean with interval
 * @param clv mean with interval over bets whose market closed
 * @param betsStillNeeded further bets like these until the interval of the mean CLV leaves out 0; −1 where that cannot be said
 * @param hitRate share of bets won, with interval
 */
record BacktestReport(
        List<ModelMeasures> all,
        List<ModelMeasures> common,
        int bets,
        double staked,
        double profit,
        double bankroll,
        ConfidenceInterval yield,
        ConfidenceInterval clv,
        long betsStillNeeded,
        ConfidenceInterval hitRate) {

    static BacktestReport of(BacktestResult result) {
        Map<String, PredictedRow> closing = new LinkedHashMap<>();
        Map<Cutoff, Map<String, List<PredictedRow>>> rows = new TreeMap<>();
        for (PredictedRow row : result.predictions()) {
            rows.computeIfAbsent(row.cutoff(), c -> new TreeMap<>())
                    .computeIfAbsent(row.model(), m -> new ArrayList<>())
                    .add(row);
            if (row.model().equals(Backtest.CLOSING_ODDS)) {
                closing.put(row.match().fixtureId(), row);
            }
        }
        List<ModelMeasures> all = new ArrayList<>();
        List<ModelMeasures> common = new ArrayList<>();
        rows.forEach((cutoff, byModel) -> {
            Set<String> shared = shared(byModel);
            byModel.forEach((model, predicted) -> {
                all.add(ModelMeasures.of(cutoff, model, predicted, closing));
                List<PredictedRow> kept = predicted.stream()
                        .filter(row -> shared.contains(row.match().fixtureId()))
                        .toList();
                common.add(ModelMeasures.of(cutoff, model, kept, closing));
            });
        });
        List<SettledBet> bets = result.bets();
        double[] clv = values(bets, settled -> settled.bet().clv());
        double[] known = Arrays.stream(clv).filter(Double::isFinite).toArray();
        long needed = ConfidenceInterval.stillNeeded(known);
        int won = (int) bets.stream().filter(settled -> settled.profit() > 0).count();
        return new BacktestReport(
                List.copyOf(all),
                List.copyOf(common),
                bets.size(),
                sum(bets, settled -> settled.bet().staked()),
                sum(bets, SettledBet::profit),
                bets.isEmpty() ? 1 : bets.getLast().bankroll(),
                ConfidenceInterval.ofMean(values(
                        bets, settled -> settled.outcome().profit(settled.bet().odds()))),
                ConfidenceInterval.ofMean(known),
                needed == Long.MAX_VALUE ? -1 : needed,
                ConfidenceInterval.ofProportion(won, bets.size()));
    }

    /** Fixtures that every model of a cut-off predicted. */
    private static Set<String> shared(Map<String, List<PredictedRow>> byModel) {
        Set<String> shared = new HashSet<>();
        boolean first = true;
        for (List<PredictedRow> rows : byModel.values()) {
            Set<String> mine = new HashSet<>();
            rows.forEach(row -> mine.add(row.match().fixtureId()));
            if (first) {
                shared.addAll(mine);
            } else {
                shared.retainAll(mine);
            }
            first = false;
        }
        return shared;
    }

    /** The blend at the latest cut-off there is, and what it is drawn beside. */
    List<ModelMeasures> drawn() {
        List<ModelMeasures> drawn = new ArrayList<>();
        for (ModelMeasures each : common) {
            boolean last = each.cutoff() == common.getLast().cutoff();
            if (last && (each.model().equals(Ensemble.BLEND) || each.model().equals(Backtest.CLOSING_ODDS))) {
                drawn.add(each);
            }
        }
        return drawn;
    }

    private static double[] values(List<SettledBet> bets, ToDoubleFunction<SettledBet> value) {
        return bets.stream().mapToDouble(value).toArray();
    }

    private static double sum(List<SettledBet> bets, ToDoubleFunction<SettledBet> value) {
        double sum = 0;
        for (double each : values(bets, value)) {
            sum += each;
        }
        return sum;
    }
}
