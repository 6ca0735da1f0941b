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
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The figures of a backtest.
 *
 * @param all each model over every match that it predicted
 * @param common the models that predicted nearly everything, each over the matches that all of these predicted, so that they can be compared
 * @param byDivision the blend and what it is drawn beside, at the latest cut-off there is, in every division with {@link #ENOUGH} matches
 * @param bets all of them
 * @param segments the bets by kind of segment and segment
 * @param random bets of the same odds by lot
 */
record BacktestReport(
        List<ModelMeasures> all,
        List<ModelMeasures> common,
        Map<String, List<ModelMeasures>> byDivision,
        BetMeasures bets,
        Map<String, Map<String, BetMeasures>> segments,
        RandomBets random) {

    /** A model that began late, as trees do that need some thousand matches, would leave little to compare the others on. */
    private static final double NEARLY_ALL = 0.9;

    /** A division with fewer matches shows little but chance. */
    static final int ENOUGH = 200;

    private static final List<String> DRAWN = List.of(Ensemble.BLEND, Backtest.CLOSING_ODDS);

    static BacktestReport of(BacktestResult result) {
        Map<String, PredictedRow> closing = new LinkedHashMap<>();
        NavigableMap<Cutoff, Map<String, List<PredictedRow>>> rows = new TreeMap<>();
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
            byModel.forEach((model, predicted) -> all.add(ModelMeasures.of(cutoff, model, predicted, closing)));
            Map<String, List<PredictedRow>> wide = nearlyAll(byModel);
            Set<String> shared = shared(wide);
            wide.forEach((model, predicted) -> {
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
                byDivision(rows, closing),
                BetMeasures.of(result.bets(), compounds),
                BetSegments.of(result.bets(), compounds),
                RandomBets.of(result.bets(), result.pool()));
    }

    private static Map<String, List<ModelMeasures>> byDivision(
            NavigableMap<Cutoff, Map<String, List<PredictedRow>>> rows, Map<String, PredictedRow> closing) {
        Map<String, List<ModelMeasures>> measured = new TreeMap<>();
        if (rows.isEmpty()) {
            return measured;
        }
        for (String model : DRAWN) {
            Map<String, List<PredictedRow>> split = new TreeMap<>();
            for (PredictedRow row : rows.lastEntry().getValue().getOrDefault(model, List.of())) {
                split.computeIfAbsent(row.match().division(), division -> new ArrayList<>())
                        .add(row);
            }
            split.forEach((division, some) -> {
                if (some.size() >= ENOUGH) {
                    measured.computeIfAbsent(division, none -> new ArrayList<>())
                            .add(ModelMeasures.of(rows.lastKey(), model, some, closing));
                }
            });
        }
        return measured;
    }

    private static Map<String, List<PredictedRow>> nearlyAll(Map<String, List<PredictedRow>> byModel) {
        int most = byModel.values().stream().mapToInt(List::size).max().orElse(0);
        Map<String, List<PredictedRow>> wide = new TreeMap<>(byModel);
        wide.values().removeIf(rows -> rows.size() < NEARLY_ALL * most);
        return wide;
    }

    /** Fixtures that every one of the models predicted. */
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
            if (last && DRAWN.contains(each.model())) {
                drawn.add(each);
            }
        }
        return drawn;
    }
}
