package io.touchline.prediction.train;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.goals.DixonColes;
import io.touchline.domain.goals.DixonColesFit;
import io.touchline.domain.goals.OrderedLogit;
import io.touchline.domain.goals.ScoredMatch;
import io.touchline.prediction.model.blend.BlendWeights;
import io.touchline.prediction.model.blend.Ensemble;
import io.touchline.prediction.model.blend.WeightFit;
import io.touchline.prediction.model.dixoncoles.DixonColesModel;
import io.touchline.prediction.model.elo.EloModel;
import io.touchline.prediction.model.line.LineModel;
import io.touchline.prediction.model.strength.StrengthModel;
import io.touchline.prediction.train.TrainingTable.TimedInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fits all models on what was known before a moment. A pure function of its arguments. */
final class EnsembleFit {

    private static final int OUTCOMES = 3;

    private final TrainingSettings settings;

    EnsembleFit(TrainingSettings settings) {
        this.settings = settings;
    }

    /**
     * The models.
     *
     * @param results of the window, known before the moment, in order
     * @param strength fitted on the same
     * @param line fitted on the same
     * @param past what the models in force had said before, in order
     * @param before the models in force until now
     */
    Ensemble fit(
            Instant moment,
            List<PlayedMatch> results,
            TrainingTable table,
            StrengthModel strength,
            LineModel line,
            List<PastForecast> past,
            Ensemble before) {
        long homeWins = results.stream().filter(each -> each.outcome() == 0).count();
        Ensemble untrained = Ensemble.untrained();
        return new Ensemble(
                moment.toString(),
                results.size() < settings.fewestResults() ? untrained.elo() : elo(results, table),
                goals(moment, results),
                strength,
                line,
                weights(past, before.weights()),
                results.isEmpty() ? untrained.homeShare() : (double) homeWins / results.size());
    }

    private EloModel elo(List<PlayedMatch> results, TrainingTable table) {
        List<double[]> rows = new ArrayList<>();
        int[] seen = new int[OUTCOMES];
        for (PlayedMatch result : results) {
            List<TimedInput> inputs = table.inputs(result);
            if (!inputs.isEmpty() && Double.isFinite(inputs.getLast().input().eloDifference())) {
                int outcome = OUTCOMES - 1 - result.outcome();
                rows.add(new double[] {EloModel.x(inputs.getLast().input()), outcome});
                seen[outcome]++;
            }
        }
        if (rows.size() < settings.fewestResults() || Math.min(seen[0], Math.min(seen[1], seen[2])) == 0) {
            return EloModel.untrained();
        }
        double[] x = new double[rows.size()];
        int[] outcomes = new int[rows.size()];
        double[] weights = new double[rows.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = rows.get(i)[0];
            outcomes[i] = (int) rows.get(i)[1];
            weights[i] = 1;
        }
        return new EloModel(OrderedLogit.fit(x, outcomes, weights, OUTCOMES));
    }

    private DixonColesModel goals(Instant moment, List<PlayedMatch> results) {
        Map<String, List<ScoredMatch>> byAssociation = new TreeMap<>();
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (PlayedMatch result : results) {
            String association = DixonColesModel.group(result.competition());
            byAssociation
                    .computeIfAbsent(association, a -> new ArrayList<>())
                    .add(new ScoredMatch(
                            result.homeTeam(),
                            result.awayTeam(),
                            result.score().home(),
                            result.score().away(),
                            result.kickoffAt()));
            Map<String, Integer> teams = counts.computeIfAbsent(association, a -> new TreeMap<>());
            teams.merge(result.homeTeam(), 1, Integer::sum);
            teams.merge(result.awayTeam(), 1, Integer::sum);
        }
        Map<String, DixonColesModel.Fitted> fitted = new TreeMap<>();
        byAssociation.forEach((association, matches) -> {
            if (matches.size() >= settings.fewestResults()) {
                DixonColesFit fit = DixonColes.fit(matches, moment, settings.dixonColes());
                fitted.put(association, new DixonColesModel.Fitted(fit, counts.getOrDefault(association, Map.of())));
            }
        });
        return new DixonColesModel(fitted);
    }

    private BlendWeights weights(List<PastForecast> past, BlendWeights before) {
        Map<Cutoff, List<WeightFit.Past>> results = new EnumMap<>(Cutoff.class);
        Map<Cutoff, List<WeightFit.Past>> overs = new EnumMap<>(Cutoff.class);
        for (int i = past.size() - 1; i >= 0; i--) {
            PastForecast each = past.get(i);
            List<WeightFit.Past> rows = results.computeIfAbsent(each.cutoff(), c -> new ArrayList<>());
            if (rows.size() < settings.blendMatches()) {
                Map<String, double[]> given = new TreeMap<>();
                Map<String, double[]> givenOver = new TreeMap<>();
                each.forecasts().forEach((model, forecast) -> {
                    given.put(model, forecast.result());
                    if (forecast.over25() > 0 && forecast.over25() < 1) {
                        givenOver.put(model, new double[] {forecast.over25(), 1 - forecast.over25()});
                    }
                });
                rows.add(new WeightFit.Past(given, each.outcome()));
                overs.computeIfAbsent(each.cutoff(), c -> new ArrayList<>())
                        .add(new WeightFit.Past(givenOver, each.over25() ? 0 : 1));
            }
        }
        BlendWeights start = BlendWeights.start();
        Map<Cutoff, Map<String, Double>> byCutoff = new EnumMap<>(Cutoff.class);
        Map<Cutoff, Map<String, Double>> ofOver = new EnumMap<>(Cutoff.class);
        results.forEach(
                (cutoff, rows) -> byCutoff.put(cutoff, WeightFit.fit(rows, start.at(cutoff), before.at(cutoff))));
        overs.forEach(
                (cutoff, rows) -> ofOver.put(cutoff, WeightFit.fit(rows, start.ofOver(cutoff), before.ofOver(cutoff))));
        return new BlendWeights(byCutoff, ofOver);
    }
}
