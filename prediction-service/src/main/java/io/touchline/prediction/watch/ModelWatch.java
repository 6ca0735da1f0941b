package io.touchline.prediction.watch;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.domain.measure.LogLoss;
import io.touchline.domain.measure.PairedLoss;
import io.touchline.prediction.calibrate.Temperature;
import io.touchline.prediction.model.MatchInput;
import io.touchline.prediction.model.blend.Ensemble;
import io.touchline.prediction.score.ModelReleases;
import io.touchline.schema.FeatureSpread;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.MatchResult;
import io.touchline.schema.ModelRelease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds the last vector of each match before it began, grades what champion and challengers say of it when the result is known, and says what follows. Nothing of it acts: see {@link ModelKeeper}. Safe for use by several threads.
 */
public final class ModelWatch {

    /** Fixtures without a result, results without a vector, and fixtures that were graded that are held; the oldest goes first. */
    private static final int MOST_HELD = 5_000;

    private static final int MOST_NAMED = 5;

    private static final long SEED = 1;
    private static final double BELIEVED_SHARPNESS = 1;
    private static final double CERTAINTY = 0.05;

    /** The latest vector of a match before it began. */
    private record Pending(Instant asOf, Instant kickoffAt, MatchInput input) {}

    /** What everybody said of one match. */
    @SuppressWarnings("ArrayRecordComponent") // made once, never changed
    private record Said(
            Instant kickoffAt, String champion, Map<String, double[]> byVersion, double @Nullable [] market) {}

    private record Graded(Said said, int outcome) {}

    /** A match that is over. */
    private record Ended(Instant at, String fixtureId, int outcome) {}

    private final ModelReleases releases;
    private final WatchSettings settings;
    private final InputDrift inputs;
    private final LinkedHashMap<String, Pending> pending = new LinkedHashMap<>();
    private final LinkedHashMap<String, Ended> ended = new LinkedHashMap<>();
    private final LinkedHashMap<String, Instant> done = new LinkedHashMap<>();
    private final Deque<Graded> graded = new ArrayDeque<>();
    private final Map<String, ExcessLoss> excess = new TreeMap<>();
    private final Map<String, Integer> tested = new HashMap<>();

    public ModelWatch(ModelReleases releases, WatchSettings settings) {
        this.releases = releases;
        this.settings = settings;
        this.inputs = new InputDrift(settings.vectors());
    }

    /** A vector was made. The latest of a match before it began is what is graded; it is scored once, when the result is known. */
    public synchronized void add(FeatureVector vector) {
        String fixture = vector.getFixtureId();
        if (vector.getCutoff().equals(Cutoff.IN_PLAY.name()) || done.containsKey(fixture)) {
            return;
        }
        Pending held = pending.get(fixture);
        if (held != null && held.asOf().isAfter(vector.getAsOf())) {
            return;
        }
        hold(pending, fixture, new Pending(vector.getAsOf(), vector.getKickoffAt(), MatchInput.of(vector)));
    }

    /** A match ended. Awarded and abandoned ones tell nothing. */
    public synchronized void add(MatchResult result) {
        if (!result.getStatus().equals("FINISHED")) {
            pending.remove(result.getFixtureId());
            ended.remove(result.getFixtureId());
            return;
        }
        int outcome = 1 - Integer.signum(result.getHomeGoals() - result.getAwayGoals());
        hold(ended, result.getFixtureId(), new Ended(result.getResultAt(), result.getFixtureId(), outcome));
    }

    private static <V> void hold(LinkedHashMap<String, V> held, String key, V value) {
        held.remove(key);
        held.put(key, value);
        if (held.size() > MOST_HELD) {
            held.remove(held.firstEntry().getKey());
        }
    }

    /** Grades what is over, in the order in which it ended: vectors and results come from different topics, in any order, and after a restart all at once. */
    private void gradeEnded() {
        ended.values().stream()
                .filter(each -> pending.containsKey(each.fixtureId()))
                .sorted(Comparator.comparing(Ended::at).thenComparing(Ended::fixtureId))
                .toList()
                .forEach(each -> {
                    ended.remove(each.fixtureId());
                    Pending match = pending.remove(each.fixtureId());
                    if (match != null && !done.containsKey(each.fixtureId())) {
                        hold(done, each.fixtureId(), each.at());
                        inputs.add(match.input().features());
                        said(match).ifPresent(said -> grade(said, each.outcome()));
                    }
                });
    }

    private Optional<Said> said(Pending match) {
        MatchInput input = match.input();
        Ensemble champion = releases.at(match.asOf());
        Map<String, double[]> byVersion = new TreeMap<>();
        say(champion, input).ifPresent(said -> byVersion.put(champion.version(), said));
        if (byVersion.isEmpty()) {
            return Optional.empty();
        }
        for (Ensemble challenger : releases.challengers(match.asOf())) {
            say(challenger, input).ifPresent(said -> byVersion.put(challenger.version(), said));
        }
        double[] market = {input.marketHome(), input.marketDraw(), input.marketAway()};
        boolean priced = !Double.isNaN(market[0] + market[1] + market[2]);
        return Optional.of(new Said(match.kickoffAt(), champion.version(), byVersion, priced ? market : null));
    }

    private static Optional<double[]> say(Ensemble ensemble, MatchInput input) {
        return ensemble.blended(input).map(said -> new double[] {
            said.grid().homeWin(), said.grid().draw(), said.grid().awayWin()
        });
    }

    private void grade(Said said, int outcome) {
        graded.add(new Graded(said, outcome));
        if (graded.size() > settings.window()) {
            graded.removeFirst();
        }
        double[] champion = said.byVersion().get(said.champion());
        if (champion != null) {
            excess.computeIfAbsent(said.champion(), version -> new ExcessLoss()).add(champion, outcome);
        }
    }

    /** How many graded forecasts are held. */
    public synchronized int graded() {
        return graded.size();
    }

    /** What follows now. Drift that was told once is not told again. */
    public synchronized List<Decision> step(Instant now) {
        gradeEnded();
        List<Decision> decisions = new ArrayList<>();
        String champion = releases.at(now).version();
        inputDrift(champion).ifPresent(decisions::add);
        Optional<Decision> drift = calibrationDrift(champion);
        drift.ifPresent(decisions::add);
        if (drift.isEmpty()) {
            promotion(now, champion).ifPresent(decisions::add);
            recalibration(champion).ifPresent(decisions::add);
        }
        return decisions;
    }

    /** By what the release in force learned from; one that does not tell it is not held against anything. */
    private Optional<Decision> inputDrift(String champion) {
        List<FeatureSpread> reference =
                releases.find(champion).map(ModelRelease::getSpreads).orElse(List.of());
        return inputs.drifted(reference, settings.stabilityIndex(), settings.driftedShare())
                .map(above -> {
                    Map<String, Double> figures = new TreeMap<>();
                    figures.put("drifted_features", (double) above.size());
                    figures.put("drifted_share", (double) above.size() / inputs.compared(reference));
                    List<String> worst =
                            above.keySet().stream().limit(MOST_NAMED).toList();
                    worst.forEach(name -> figures.put("stability_index." + name, above.getOrDefault(name, 0.0)));
                    return new Decision.Drift(
                            "INPUTS",
                            champion,
                            false,
                            figures,
                            "%d features have a stability index above %.2f against what the models learned from, most of all %s"
                                    .formatted(above.size(), settings.stabilityIndex(), String.join(", ", worst)));
                });
    }

    private Optional<Decision> calibrationDrift(String champion) {
        List<PairedLoss.Pair> pairs = new ArrayList<>();
        for (Graded each : graded) {
            double[] said = each.said().byVersion().get(champion);
            double[] market = each.said().market();
            if (said != null && market != null && each.said().champion().equals(champion)) {
                pairs.add(pair(each, said, market));
            }
        }
        double sum =
                Optional.ofNullable(excess.get(champion)).map(ExcessLoss::sum).orElse(0.0);
        Map<String, Double> figures = new TreeMap<>();
        figures.put("excess_sum", sum);
        boolean worse = false;
        if (pairs.size() >= settings.fewestGraded()) {
            PairedLoss test = PairedLoss.of(pairs, SEED);
            figures.put("loss_above_market", test.difference());
            figures.put("loss_above_market_lower", test.lower());
            worse = test.firstIsWorseBy(settings.marketMargin());
        }
        if (sum < settings.alarm() && !worse) {
            return Optional.empty();
        }
        excess.remove(champion);
        graded.removeIf(each -> each.said().champion().equals(champion));
        return Optional.of(new Decision.Drift(
                "CALIBRATION",
                champion,
                !champion.equals(Ensemble.UNTRAINED),
                figures,
                sum >= settings.alarm()
                        ? "losses above those expected have summed up to %.1f deviations".formatted(sum)
                        : "the log loss stays above the market's by more than %.3f"
                                .formatted(settings.marketMargin())));
    }

    private Optional<Decision> promotion(Instant now, String champion) {
        for (Ensemble challenger : releases.challengers(now)) {
            List<PairedLoss.Pair> pairs = new ArrayList<>();
            for (Graded each : graded) {
                double[] ours = each.said().byVersion().get(challenger.version());
                double[] theirs = each.said().byVersion().get(champion);
                if (ours != null && theirs != null) {
                    pairs.add(pair(each, ours, theirs));
                }
            }
            if (isTimeToTest(challenger.version() + " against " + champion, pairs.size())) {
                PairedLoss test = PairedLoss.of(pairs, SEED);
                if (test.firstIsBetter()) {
                    return Optional.of(new Decision.Promote(
                            challenger.version(),
                            Map.of(
                                    "later.log_loss_difference", test.difference(),
                                    "later.log_loss_difference_upper", test.upper(),
                                    "later.forecasts", (double) test.matches())));
                }
            }
        }
        return Optional.empty();
    }

    /** A test that is asked after every match says yes to anything one day: it is asked at the fewest matches, and whenever there are twice as many as the last time. */
    private boolean isTimeToTest(String duel, int matches) {
        boolean isTime = matches >= Math.max(settings.fewestGraded(), 2 * tested.getOrDefault(duel, 0));
        if (isTime) {
            tested.put(duel, matches);
        }
        return isTime;
    }

    private static PairedLoss.Pair pair(Graded each, double[] ours, double[] theirs) {
        long day = each.said().kickoffAt().getEpochSecond() / Duration.ofDays(1).toSeconds();
        return new PairedLoss.Pair(day, LogLoss.of(ours, each.outcome()), LogLoss.of(theirs, each.outcome()));
    }

    private Optional<Decision> recalibration(String champion) {
        List<double[]> forecasts = new ArrayList<>();
        List<Integer> outcomes = new ArrayList<>();
        for (Graded each : graded) {
            double[] said = each.said().byVersion().get(champion);
            if (said != null && each.said().champion().equals(champion)) {
                forecasts.add(said);
                outcomes.add(each.outcome());
            }
        }
        if (forecasts.size() < settings.fewestGraded()) {
            return Optional.empty();
        }
        double sharpness = Temperature.fit(forecasts, outcomes, BELIEVED_SHARPNESS, CERTAINTY);
        double before = 0;
        double after = 0;
        for (int i = 0; i < forecasts.size(); i++) {
            before += LogLoss.of(forecasts.get(i), outcomes.get(i));
            after += LogLoss.of(Temperature.applied(forecasts.get(i), sharpness), outcomes.get(i));
        }
        int n = forecasts.size();
        return Optional.of(new Decision.Recalibrate(champion, sharpness, n, before / n, after / n));
    }
}
