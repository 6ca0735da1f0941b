package io.touchline.prediction.train;

import io.touchline.domain.measure.LogLoss;
import io.touchline.domain.measure.PairedLoss;
import io.touchline.prediction.model.Forecast;
import io.touchline.prediction.model.InputSpread;
import io.touchline.prediction.model.ReleaseState;
import io.touchline.prediction.model.blend.Ensemble;
import io.touchline.prediction.train.TrainingTable.TimedInput;
import io.touchline.schema.ModelRelease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * Whether the release of a moment may take over as a refresh: the same recipe on newer data, shown on later matches to be no worse. Whatever is no refresh has to win as a challenger, see {@code watch.ModelWatch}.
 *
 * <p>A new release itself has seen all matches there are, so its twin is asked: trained by the same recipe on all that is known today of the time until some weeks ago, and so exactly as old as what was in force then. On the matches
 * since, which neither learned from, the mean of the twin's log losses less the other's is bootstrapped over whole days, and its upper 5 % bound must not lie above the tolerance: a test of non-inferiority. With too few match days for a bound
 * nothing speaks against it: so it is in the first weeks.
 *
 * <p>A champion that saw many more vectors keeps what it learned from them: its refresh is the same but for strengths and goals, which come from results alone, and is tested against it as it is.
 *
 * <p>After a release was taken back there are no refreshes until a newer one than that has won.
 */
final class RefreshRule {

    /** A release that learned from fewer matches than this share of what the one in force did is no refresh of it; of vectors, it carries on the one in force. */
    private static final double LEAST_SHARE = 0.9;

    /** Matches that are held out, where there are as many in a year. */
    private static final int FEWEST = 200;

    private static final Duration LONGEST = Duration.ofDays(364);

    private final TrainingSettings settings;
    private final TrainingMoments moments;
    private final TrainingTable table;
    private final NavigableMap<Instant, Ensemble> inForce;
    private final Map<String, Learned> learned = new HashMap<>();
    private String takenBack = "";

    /** Over what a walk holds. */
    RefreshRule(
            TrainingSettings settings,
            TrainingMoments moments,
            TrainingTable table,
            NavigableMap<Instant, Ensemble> inForce) {
        this.settings = settings;
        this.moments = moments;
        this.table = table;
        this.inForce = inForce;
    }

    /**
     * What is known of a release besides its models.
     *
     * @param recipe see {@link TrainingSettings#recipe}
     * @param matches how many it learned from
     * @param inputs how features were spread over those of them that had a vector
     * @param to last result it learned from
     */
    record Learned(String recipe, int matches, InputSpread inputs, Instant to) {

        /** Of a release that does not tell. */
        static final Learned UNKNOWN = new Learned("", 0, InputSpread.NONE, Instant.EPOCH);

        static Learned of(ModelRelease release) {
            int vectors = release.getMetrics()
                    .getOrDefault(TrainedRelease.VECTORS, 0.0)
                    .intValue();
            return new Learned(
                    release.getRecipe(),
                    release.getMatches(),
                    new InputSpread(vectors, release.getSpreads()),
                    release.getTrainedTo());
        }
    }

    void promoted(String version, Learned by) {
        learned.put(version, by);
    }

    void takenBack(String version) {
        takenBack = version.compareTo(takenBack) > 0 ? version : takenBack;
    }

    /** Whether the champion keeps what it learned from vectors, as it saw many more of them, and is given the news of the results alone. */
    boolean isCarried(Ensemble champion, Learned ours) {
        Learned by = of(champion);
        return by.recipe().equals(ours.recipe())
                && ours.inputs().vectors() < LEAST_SHARE * by.inputs().vectors();
    }

    /** What is known of a champion's release, unknown where it does not tell. */
    Learned of(Ensemble champion) {
        return learned.getOrDefault(champion.version(), Learned.UNKNOWN);
    }

    /**
     * Whether it may take over.
     *
     * @param champion in force until now
     * @param ours what the new one learned from
     * @param carried see {@link #isCarried}
     * @param metrics gets the figures
     */
    boolean allows(Instant moment, Ensemble champion, Learned ours, boolean carried, Map<String, Double> metrics) {
        if (champion.version().equals(Ensemble.UNTRAINED)) {
            return takenBack.isEmpty();
        }
        Learned by = of(champion);
        boolean same = by.recipe().equals(ours.recipe())
                && ours.matches() >= LEAST_SHARE * by.matches()
                && champion.version().compareTo(takenBack) > 0;
        metrics.put("refresh.same_recipe", same ? 1.0 : 0.0);
        metrics.put("refresh.carried", carried ? 1.0 : 0.0);
        return same && (carried ? isNoWorseCarried(moment, champion, metrics) : isNoWorse(moment, metrics));
    }

    private boolean isNoWorse(Instant moment, Map<String, Double> metrics) {
        Instant until = heldOutFrom(moment);
        Map.Entry<Instant, Ensemble> then = inForce.floorEntry(until);
        return then == null || isNoWorse(pairs(twin(until), then.getValue(), until, moment), metrics);
    }

    /** Against the champion itself, on what was played after all that it learned from. */
    private boolean isNoWorseCarried(Instant moment, Ensemble champion, Map<String, Double> metrics) {
        Instant learnedTo = moments.after(of(champion).to());
        Instant from = heldOutFrom(moment);
        Instant until = learnedTo.isAfter(from) ? learnedTo : from;
        return !until.isBefore(moment)
                || isNoWorse(pairs(EnsembleFit.carried(champion, twin(until)), champion, until, moment), metrics);
    }

    private boolean isNoWorse(List<PairedLoss.Pair> pairs, Map<String, Double> metrics) {
        if (pairs.isEmpty()) {
            return true;
        }
        PairedLoss test = PairedLoss.of(pairs, ReleaseFile.SEED);
        metrics.put("held_out.log_loss_difference", test.difference());
        metrics.put("held_out.forecasts", (double) test.matches());
        metrics.put("held_out.days", (double) test.days());
        if (Double.isNaN(test.upper())) {
            return true;
        }
        metrics.put("held_out.log_loss_difference_upper", test.upper());
        return test.upper() <= settings.tolerance();
    }

    private Instant heldOutFrom(Instant moment) {
        Instant earliest = moment.minus(LONGEST);
        Instant from = moments.atOrBefore(moment.minus(settings.recent()));
        while (from.isAfter(inForce.firstKey())
                && from.isAfter(earliest)
                && table.results(from, moment).size() < FEWEST) {
            from = from.minus(settings.every());
        }
        return from;
    }

    private Ensemble twin(Instant until) {
        WalkForward walk = new WalkForward(settings);
        inForce.headMap(until)
                .forEach((from, ensemble) -> walk.restore(
                        from,
                        ensemble,
                        ReleaseState.PROMOTED,
                        learned.getOrDefault(ensemble.version(), Learned.UNKNOWN)));
        walk.beginAt(until.minus(settings.every()));
        for (PlayedMatch result : table.results(Instant.EPOCH, until)) {
            walk.add(result);
            table.inputs(result).forEach(each -> walk.add(result.fixtureId(), each.input(), each.asOf()));
        }
        return walk.trainAt(until).ensemble();
    }

    private List<PairedLoss.Pair> pairs(Ensemble twin, Ensemble then, Instant from, Instant until) {
        List<PairedLoss.Pair> pairs = new ArrayList<>();
        for (PlayedMatch result : table.results(from, until)) {
            for (TimedInput each : table.inputs(result)) {
                Forecast ours = WalkForward.forecasts(twin, each.input()).get(Ensemble.BLEND);
                Forecast theirs = WalkForward.forecasts(then, each.input()).get(Ensemble.BLEND);
                if (ours != null && theirs != null && !each.asOf().isBefore(from)) {
                    long day = result.kickoffAt().getEpochSecond()
                            / Duration.ofDays(1).toSeconds();
                    pairs.add(new PairedLoss.Pair(
                            day,
                            LogLoss.of(ours.result(), result.outcome()),
                            LogLoss.of(theirs.result(), result.outcome())));
                }
            }
        }
        return pairs;
    }
}
