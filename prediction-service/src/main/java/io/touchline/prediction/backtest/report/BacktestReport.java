package io.touchline.prediction.backtest.report;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.prediction.backtest.Backtest;
import io.touchline.prediction.backtest.BacktestResult;
import io.touchline.prediction.backtest.BettingRules;
import io.touchline.prediction.backtest.PredictedRow;
import io.touchline.prediction.model.blend.Ensemble;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The figures of a backtest.
 *
 * @param all each model over every match that it predicted
 * @param common each model over the matches that all models of the cut-off predicted, so that they can be compared
 * @param bets all of them
 * @param segments the bets by kind of segment and segment
 * @param random bets of the same odds by lot
 */
record BacktestReport(
        List<ModelMeasures> all,
        List<ModelMeasures> common,
        BetMeasures bets,
        Map<String, Map<String, BetMeasures>> segments,
        RandomBets random) {

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
        boolean compounds = result.settings().betting().staking() == BettingRules.Staking.KELLY;
        return new BacktestReport(
                List.copyOf(all),
                List.copyOf(common),
                BetMeasures.of(result.bets(), compounds),
                BetSegments.of(result.bets(), compounds),
                RandomBets.of(result.bets(), result.pool()));
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
}
