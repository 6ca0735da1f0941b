package io.touchline.prediction.train;

import io.touchline.domain.measure.LogLoss;
import io.touchline.prediction.model.Forecast;
import io.touchline.prediction.model.InputSpread;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.ReleaseState;
import io.touchline.prediction.model.blend.Ensemble;
import io.touchline.prediction.model.line.LineModel;
import io.touchline.prediction.model.strength.StrengthModel;
import io.touchline.prediction.model.trees.TreeModels;
import io.touchline.prediction.train.RefreshRule.Learned;
import io.touchline.prediction.train.TrainingTable.TimedInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The walk through time: told results and vectors, it trains at every moment that has come, on what was known before it, and judges each match
 * by the models that were in force when its vector was made. The same class trains in service and in a backtest. For one thread.
 *
 * <p>{@link #trainAt} puts every release in force but a broken one, which is worse than the one before by more than the tolerance even on the recent weeks, which it has seen and the
 * other one has not: this is the walk that a backtest measures. {@link #trainTestedAt} is for a release that will be heard: it goes on only where {@link RefreshRule} lets it, otherwise it stays a candidate.
 */
public final class WalkForward {

    private final TrainingSettings settings;
    private final TrainingMoments moments;
    private final EnsembleFit fit;
    private final TrainingTable table = new TrainingTable();
    private final LineLedger lines = new LineLedger();
    private final PriceLedger prices = new PriceLedger();
    private final TreeLedger trees;
    private final StrengthLedger strengths = new StrengthLedger();
    private final TreeMap<Instant, Ensemble> inForce = new TreeMap<>();
    private final RefreshRule refresh;
    private final List<PastForecast> past = new ArrayList<>();
    private final Set<String> judged = new HashSet<>();
    private final TreeMap<Instant, TreeMap<String, PlayedMatch>> fresh = new TreeMap<>();
    private Instant reached = Instant.EPOCH;

    public WalkForward(TrainingSettings settings) {
        this.settings = settings;
        this.moments = new TrainingMoments(settings.every());
        this.fit = new EnsembleFit(settings);
        this.trees = new TreeLedger(settings);
        this.refresh = new RefreshRule(settings, moments, table, inForce);
    }

    /** A match was played. */
    public void add(PlayedMatch result) {
        Optional<PlayedMatch> held = table.find(result.fixtureId());
        boolean isNews = table.put(result);
        if (isNews) {
            strengths.changed(result);
            held.ifPresent(strengths::changed);
        }
        if (isNews && !judged.contains(result.fixtureId())) {
            held.ifPresent(this::forgetFresh);
            fresh.computeIfAbsent(result.resultAt(), at -> new TreeMap<>()).put(result.fixtureId(), result);
        }
    }

    /** A result counts no more. */
    public void remove(String fixtureId) {
        table.find(fixtureId).ifPresent(held -> {
            forgetFresh(held);
            strengths.changed(held);
        });
        table.remove(fixtureId);
    }

    private void forgetFresh(PlayedMatch held) {
        TreeMap<String, PlayedMatch> moment = fresh.get(held.resultAt());
        if (moment != null) {
            moment.remove(held.fixtureId());
            if (moment.isEmpty()) {
                fresh.remove(held.resultAt());
            }
        }
    }

    /** A vector was made. */
    public void add(String fixtureId, MatchInput input, Instant asOf) {
        table.put(fixtureId, input, asOf);
    }

    /** A release that was made before, by another run, or whose state changed: no moment up to its own is trained again. */
    public void restore(Instant validFrom, Ensemble ensemble, ReleaseState state, Learned by) {
        inForce.values().removeIf(held -> held.version().equals(ensemble.version()));
        if (state == ReleaseState.PROMOTED) {
            inForce.put(validFrom, ensemble);
            refresh.promoted(ensemble.version(), by);
        } else if (state == ReleaseState.ROLLED_BACK) {
            refresh.takenBack(ensemble.version());
        }
        if (validFrom.isAfter(reached)) {
            reached = validFrom;
        }
    }

    /** Says that no moment before this one is trained: what was known by then is learned from at the first one after. */
    public void beginAt(Instant time) {
        if (time.isAfter(reached)) {
            reached = time;
        }
    }

    /** The models in force at a time. */
    public Ensemble inForceAt(Instant time) {
        Map.Entry<Instant, Ensemble> entry = inForce.floorEntry(time);
        return entry == null ? Ensemble.untrained() : entry.getValue();
    }

    /** Whether what is in force tells what it learned from, as a release of {@link #trainTestedAt} and one that {@code train} wrote does. */
    boolean hasTestedChampion(Instant time) {
        return refresh.of(inForceAt(time)).inputs().vectors() > 0;
    }

    /** The next moment that has come by a time and has something new to learn from; empty where there is none. */
    public Optional<Instant> due(Instant time) {
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        Instant afterNews = moments.after(fresh.firstKey());
        Instant afterLast = moments.after(reached);
        Instant next = afterNews.isAfter(afterLast) ? afterNews : afterLast;
        return next.isAfter(time) ? Optional.empty() : Optional.of(next);
    }

    /** The time of the newest result; null before the first. */
    public @Nullable Instant newestResult() {
        return table.newestResult();
    }

    /** Trains at a moment that is {@link #due}. */
    public TrainedRelease trainAt(Instant moment) {
        return trainAt(moment, null);
    }

    /** Trains at a moment that is {@link #due}; what comes of it takes over only where it passes the test of a refresh. */
    public TrainedRelease trainTestedAt(Instant moment) {
        return trainAt(moment, spread(moment));
    }

    private TrainedRelease trainAt(Instant moment, @Nullable InputSpread tested) {
        Instant before = reached;
        reached = moment;
        fresh.headMap(moment).values().forEach(results -> results.values().forEach(this::judge));
        fresh.headMap(moment).clear();
        List<PlayedMatch> results = table.results(moment.minus(settings.window()), moment);
        StrengthModel strength = strengths.at(moment, table, moments);
        LineModel line = lines.at(moment, strength);
        Ensemble current = inForceAt(moment);
        TreeModels grown = trees.at(moment, before, current.trees());
        Ensemble ensemble = fit.fit(moment, results, table, strength, line, prices, grown, past, current);
        Map<String, Double> metrics = metrics();
        Learned by = learned(results, tested == null ? InputSpread.NONE : tested);
        boolean isAllowed = true;
        if (tested != null) {
            boolean carried = refresh.isCarried(current, by);
            if (carried) {
                ensemble = EnsembleFit.carried(current, ensemble);
                by = learned(results, refresh.of(current).inputs());
            }
            isAllowed = refresh.allows(moment, current, by, carried, metrics);
        }
        boolean promoted = isNotBroken(ensemble, moment, results, metrics) && isAllowed;
        if (promoted) {
            inForce.put(moment, ensemble);
            refresh.promoted(ensemble.version(), by);
        }
        TrainedRelease release = release(ensemble, moment, promoted, metrics);
        return tested == null ? release : release.with(by.inputs());
    }

    private Learned learned(List<PlayedMatch> results, InputSpread inputs) {
        Instant to = results.isEmpty() ? Instant.EPOCH : results.getLast().resultAt();
        return new Learned(settings.recipe(), results.size(), inputs, to);
    }

    /** How the features were spread over what a moment's release learned from: the last vector of each match. */
    InputSpread spread(Instant moment) {
        return InputSpread.of(table.results(moment.minus(settings.window()), moment).stream()
                .map(table::inputs)
                .filter(inputs -> !inputs.isEmpty())
                .map(inputs -> inputs.getLast().input().features())
                .toList());
    }

    /** Takes up what another run trained at a moment that is {@link #due}: all that was learned from on the way is noted as if it had been trained here. */
    public TrainedRelease repeatAt(Instant moment, Ensemble ensemble, boolean promoted) {
        reached = moment;
        fresh.headMap(moment).values().forEach(results -> results.values().forEach(this::judge));
        fresh.headMap(moment).clear();
        lines.at(moment, ensemble.strength());
        prices.ratings();
        TrainedRelease release = release(ensemble, moment, promoted, metrics());
        if (promoted) {
            inForce.put(moment, ensemble);
            refresh.promoted(
                    ensemble.version(),
                    new Learned(release.recipe(), release.matches(), InputSpread.NONE, release.trainedTo()));
        }
        return release;
    }

    private TrainedRelease release(Ensemble ensemble, Instant moment, boolean promoted, Map<String, Double> metrics) {
        List<PlayedMatch> results = table.results(moment.minus(settings.window()), moment);
        return new TrainedRelease(
                ensemble,
                moment,
                promoted,
                results.isEmpty() ? moment : results.getFirst().resultAt(),
                results.isEmpty() ? moment : results.getLast().resultAt(),
                results.size(),
                metrics,
                settings.recipe(),
                InputSpread.NONE);
    }

    /** Notes what the models in force had said of a match. */
    private void judge(PlayedMatch result) {
        judged.add(result.fixtureId());
        List<TimedInput> inputs = table.inputs(result);
        if (!inputs.isEmpty()) {
            Ensemble first = inForceAt(inputs.getFirst().asOf());
            lines.note(result, inputs, first.line());
            prices.note(result, inputs, first.oddsElo());
            trees.note(result, inputs, first.line());
        }
        for (TimedInput each : inputs) {
            Map<String, Forecast> forecasts = forecasts(inForceAt(each.asOf()), each.input());
            if (!forecasts.isEmpty()) {
                past.add(new PastForecast(
                        each.input().cutoff(), result.competition(), result.outcome(), result.isOver25(), forecasts));
            }
        }
    }

    static Map<String, Forecast> forecasts(Ensemble ensemble, MatchInput input) {
        Map<String, Forecast> forecasts = new TreeMap<>();
        ensemble.blended(input).ifPresent(assessed -> {
            assessed.votes().forEach(vote -> forecasts.put(vote.model(), vote.forecast()));
            double[] pooled = Ensemble.pooled(assessed.votes());
            forecasts.put(PastForecast.POOLED, new Forecast(pooled[0], pooled[1], pooled[2], Double.NaN));
            forecasts.put(
                    Ensemble.BLEND,
                    new Forecast(
                            assessed.grid().homeWin(),
                            assessed.grid().draw(),
                            assessed.grid().awayWin(),
                            assessed.grid().over(2.5)));
        });
        return forecasts;
    }

    private Map<String, Double> metrics() {
        return PastForecast.metrics(past.subList(Math.max(0, past.size() - settings.judgedMatches()), past.size()));
    }

    private boolean isNotBroken(
            Ensemble candidate, Instant moment, List<PlayedMatch> results, Map<String, Double> metrics) {
        Ensemble current = inForceAt(moment);
        Instant from = moment.minus(settings.recent());
        double ours = 0;
        double theirs = 0;
        int count = 0;
        for (int i = results.size() - 1; i >= 0 && !results.get(i).resultAt().isBefore(from); i--) {
            PlayedMatch result = results.get(i);
            for (TimedInput each : table.inputs(result)) {
                Forecast said = forecasts(candidate, each.input()).get(Ensemble.BLEND);
                Forecast before = forecasts(current, each.input()).get(Ensemble.BLEND);
                if (said != null && before != null) {
                    ours += LogLoss.of(said.result(), result.outcome());
                    theirs += LogLoss.of(before.result(), result.outcome());
                    count++;
                }
            }
        }
        if (count == 0) {
            return true;
        }
        metrics.put("recent.log_loss", ours / count);
        metrics.put("recent.log_loss_before", theirs / count);
        metrics.put("recent.forecasts", (double) count);
        return ours / count <= theirs / count + settings.tolerance();
    }
}
