package io.touchline.prediction.train;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.goals.DixonColes;
import io.touchline.domain.goals.OrderedLogit;
import io.touchline.domain.goals.ScoredMatch;
import io.touchline.prediction.calibrate.Calibration;
import io.touchline.prediction.calibrate.CalibrationFit;
import io.touchline.prediction.calibrate.Isotonic;
import io.touchline.prediction.model.Forecast;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.blend.BlendWeights;
import io.touchline.prediction.model.blend.Ensemble;
import io.touchline.prediction.model.blend.WeightFit;
import io.touchline.prediction.model.dixoncoles.DixonColesModel;
import io.touchline.prediction.model.elo.EloModel;
import io.touchline.prediction.model.line.LineModel;
import io.touchline.prediction.model.rating.OddsEloModel;
import io.touchline.prediction.model.rating.PiModel;
import io.touchline.prediction.model.strength.StrengthModel;
import io.touchline.prediction.model.trees.TreeModels;
import io.touchline.prediction.train.TrainingTable.TimedInput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Fits all models on what was known before a moment. A pure function of its arguments. */
final class EnsembleFit {

    private static final int OUTCOMES = 3;
    private static final Duration REFIT = Duration.ofDays(28);

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
     * @param prices that closed by then
     * @param trees in force from the moment on
     * @param past what the models in force had said before, in order
     * @param before the models in force until now
     */
    Ensemble fit(
            Instant moment,
            List<PlayedMatch> results,
            TrainingTable table,
            StrengthModel strength,
            LineModel line,
            PriceLedger prices,
            TreeModels trees,
            List<PastForecast> past,
            Ensemble before) {
        boolean isRefit = before.version().equals(Ensemble.UNTRAINED) || isRefit(moment);
        BlendWeights weights = isRefit ? weights(past, before.weights()) : before.weights();
        long homeWins = results.stream().filter(each -> each.outcome() == 0).count();
        Ensemble untrained = Ensemble.untrained();
        return new Ensemble(
                moment.toString(),
                isRefit ? elo(logit(results, table, EloModel::x)) : before.elo(),
                goals(moment, results),
                strength,
                line,
                isRefit ? new PiModel(logit(results, table, PiModel::x)) : before.pi(),
                new OddsEloModel(
                        prices.ratings(),
                        isRefit
                                ? prices.logit(settings.fewestResults())
                                : before.oddsElo().logit()),
                trees,
                weights,
                isRefit ? calibration(past) : before.calibration(),
                results.isEmpty() ? untrained.homeShare() : (double) homeWins / results.size());
    }

    /** What a champion learned from vectors, with strengths and goals of newer results. */
    static Ensemble carried(Ensemble champion, Ensemble newer) {
        return new Ensemble(
                newer.version(),
                champion.elo(),
                newer.dixonColes(),
                newer.strength(),
                new LineModel(
                        newer.strength(),
                        champion.line().state(),
                        champion.line().coefficients()),
                champion.pi(),
                champion.oddsElo(),
                champion.trees(),
                champion.weights(),
                champion.calibration(),
                newer.homeShare());
    }

    /** What moves slowly is learned anew every fourth week: at moments that every run has, whenever it began. */
    private boolean isRefit(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), REFIT.toSeconds())
                != Math.floorDiv(moment.minus(settings.every()).getEpochSecond(), REFIT.toSeconds());
    }

    private static EloModel elo(@Nullable OrderedLogit fitted) {
        return fitted == null ? EloModel.untrained() : new EloModel(fitted);
    }

    private @Nullable OrderedLogit logit(
            List<PlayedMatch> results, TrainingTable table, ToDoubleFunction<MatchInput> number) {
        List<OrderedRows.Row> rows = new ArrayList<>();
        for (PlayedMatch result : results) {
            List<TimedInput> inputs = table.inputs(result);
            double x = inputs.isEmpty()
                    ? Double.NaN
                    : number.applyAsDouble(inputs.getLast().input());
            if (Double.isFinite(x)) {
                rows.add(new OrderedRows.Row(x, OUTCOMES - 1 - result.outcome()));
            }
        }
        return OrderedRows.fit(rows, settings.fewestResults());
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
        byAssociation.entrySet().parallelStream()
                .filter(each -> each.getValue().size() >= settings.fewestResults())
                .map(each -> Map.entry(each.getKey(), DixonColes.fit(each.getValue(), moment, settings.dixonColes())))
                .toList()
                .forEach(each -> fitted.put(
                        each.getKey(),
                        new DixonColesModel.Fitted(each.getValue(), counts.getOrDefault(each.getKey(), Map.of()))));
        return new DixonColesModel(fitted);
    }

    private BlendWeights weights(List<PastForecast> past, BlendWeights before) {
        Map<Cutoff, List<WeightFit.Past>> quoted = new EnumMap<>(Cutoff.class);
        Map<Cutoff, List<WeightFit.Past>> unquoted = new EnumMap<>(Cutoff.class);
        Map<Cutoff, List<WeightFit.Past>> overs = new EnumMap<>(Cutoff.class);
        for (int i = past.size() - 1; i >= 0; i--) {
            PastForecast each = past.get(i);
            List<WeightFit.Past> rows =
                    (each.isQuoted() ? quoted : unquoted).computeIfAbsent(each.cutoff(), c -> new ArrayList<>());
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
        return new BlendWeights(
                fitted(quoted, cutoff -> start.at(cutoff, true), cutoff -> before.at(cutoff, true)),
                fitted(unquoted, cutoff -> start.at(cutoff, false), cutoff -> before.at(cutoff, false)),
                fitted(overs, start::ofOver, before::ofOver));
    }

    private static Map<Cutoff, Map<String, Double>> fitted(
            Map<Cutoff, List<WeightFit.Past>> rows,
            Function<Cutoff, Map<String, Double>> start,
            Function<Cutoff, Map<String, Double>> before) {
        Map<Cutoff, Map<String, Double>> weights = new EnumMap<>(Cutoff.class);
        rows.forEach(
                (cutoff, past) -> weights.put(cutoff, WeightFit.fit(past, start.apply(cutoff), before.apply(cutoff))));
        return weights;
    }

    /** Learned on what the votes said together before anything was calibrated. */
    private Calibration calibration(List<PastForecast> past) {
        Map<Cutoff, List<CalibrationFit.Past>> byCutoff = new EnumMap<>(Cutoff.class);
        for (int i = past.size() - 1; i >= 0; i--) {
            PastForecast each = past.get(i);
            Forecast pooled = each.forecasts().get(PastForecast.POOLED);
            List<CalibrationFit.Past> rows = byCutoff.computeIfAbsent(each.cutoff(), c -> new ArrayList<>());
            if (pooled != null && rows.size() < settings.blendMatches()) {
                rows.add(new CalibrationFit.Past(each.competition(), pooled.result(), each.outcome()));
            }
        }
        Map<Cutoff, Map<String, Double>> sharpness = new EnumMap<>(Cutoff.class);
        Map<Cutoff, List<Isotonic>> steps = new EnumMap<>(Cutoff.class);
        byCutoff.forEach((cutoff, rows) -> {
            Collections.reverse(rows);
            Map<String, Double> found = CalibrationFit.sharpness(rows);
            if (!found.isEmpty()) {
                sharpness.put(cutoff, found);
            }
            Calibration sharpened = new Calibration(sharpness, Map.of());
            CalibrationFit.steps(rows.stream()
                            .map(row -> new CalibrationFit.Past(
                                    row.competition(),
                                    sharpened.applied(cutoff, row.competition(), row.forecast()),
                                    row.outcome()))
                            .toList())
                    .ifPresent(functions -> steps.put(cutoff, functions));
        });
        return new Calibration(sharpness, steps);
    }
}
