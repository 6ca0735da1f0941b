package io.touchline.prediction.train;

import io.touchline.domain.goals.LinearLogit;
import io.touchline.domain.goals.LinearLogit.Example;
import io.touchline.prediction.model.dixoncoles.DixonColesModel;
import io.touchline.prediction.model.strength.StrengthFeatures;
import io.touchline.prediction.model.strength.StrengthModel;
import io.touchline.prediction.model.strength.StrengthRatings;
import io.touchline.prediction.model.strength.StrengthRatings.Observed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Follows all teams through the results and keeps for each match what the strengths said of it before: the rows that the strength model's regressions learn from. Results go in training moment by
 * training moment, as they will in use: a match's row is made of what was known at the moment before it.
 *
 * <p>What it holds depends on the results alone, not on when they were told: a result from before what was already learned makes it begin again.
 */
final class StrengthLedger {

    /** Coefficients are learned anew this often; the strengths themselves at every moment. */
    private static final Duration REFIT = Duration.ofDays(112);

    private static final Duration OLDEST = Duration.ofDays(15 * 365 + 4);
    private static final double HALF_LIFE_DAYS = 2500;
    private static final double RIDGE = 50;
    private static final int FEWEST_ROWS = 300;

    /** Teams without a match for so long are not told to those who predict. */
    private static final int FORGOTTEN_DAYS = 500;

    private static final int OUTCOMES = 3;

    private final Map<String, StrengthRatings> byAssociation = new TreeMap<>();
    private final List<Row> rows = new ArrayList<>();
    private Map<String, LinearLogit> regressions = Map.of();
    private Instant learnedTo = Instant.MIN;
    private Instant fittedAt = Instant.MIN;
    private boolean stale;

    /** What the strengths said of a match, and how it ended. */
    private record Row(Instant at, long day, StrengthFeatures features, int outcome, int over25) {}

    /** A result came, changed or went. */
    void changed(PlayedMatch result) {
        stale |= result.resultAt().isBefore(learnedTo);
    }

    /** The model on what was known before a moment. */
    StrengthModel at(Instant moment, TrainingTable table, TrainingMoments moments) {
        if (stale || moment.isBefore(learnedTo)) {
            byAssociation.clear();
            rows.clear();
            learnedTo = Instant.MIN;
            stale = false;
        }
        learn(table.results(learnedTo, moment), moments);
        learnedTo = moment;
        if (fittedAt.equals(Instant.MIN)
                || regressions.isEmpty()
                || moment.isBefore(fittedAt)
                || !moment.isBefore(fittedAt.plus(REFIT))) {
            regressions = fit(moment);
            fittedAt = moment;
        }
        long forgotten = StrengthModel.day(moment) - FORGOTTEN_DAYS;
        Map<String, StrengthRatings> released = new TreeMap<>();
        byAssociation.forEach((association, ratings) -> released.put(association, ratings.released(forgotten)));
        return new StrengthModel(released, regressions);
    }

    private void learn(List<PlayedMatch> results, TrainingMoments moments) {
        int from = 0;
        while (from < results.size()) {
            Instant end = moments.after(results.get(from).resultAt());
            int to = from;
            while (to < results.size() && results.get(to).resultAt().isBefore(end)) {
                to++;
            }
            List<PlayedMatch> batch = new ArrayList<>(results.subList(from, to));
            batch.forEach(this::note);
            batch.sort(Comparator.comparing(PlayedMatch::kickoffAt).thenComparing(PlayedMatch::fixtureId));
            batch.forEach(this::follow);
            from = to;
        }
    }

    private void note(PlayedMatch result) {
        long day = StrengthModel.day(result.kickoffAt());
        StrengthModel.features(byAssociation, result.competition(), result.homeTeam(), result.awayTeam(), day)
                .ifPresent(features -> rows.add(
                        new Row(result.resultAt(), day, features, result.outcome(), result.isOver25() ? 0 : 1)));
    }

    private void follow(PlayedMatch result) {
        byAssociation
                .computeIfAbsent(DixonColesModel.group(result.competition()), a -> new StrengthRatings())
                .learn(new Observed(
                        result.competition(),
                        result.homeTeam(),
                        result.awayTeam(),
                        StrengthModel.day(result.kickoffAt()),
                        result.score().home(),
                        result.score().away(),
                        result.statistics()));
    }

    private Map<String, LinearLogit> fit(Instant moment) {
        Map<String, List<Example>> examples = new TreeMap<>();
        long now = StrengthModel.day(moment);
        Instant oldest = moment.minus(OLDEST);
        for (Row row : rows) {
            if (row.at().isBefore(oldest)) {
                continue;
            }
            double weight = Math.pow(0.5, (now - row.day()) / HALF_LIFE_DAYS);
            double[] all = row.features().all();
            if (all != null) {
                add(examples, StrengthModel.RESULT, new Example(all, row.outcome(), weight));
                add(examples, StrengthModel.OVER, new Example(all, row.over25(), weight));
            }
            double[] ofGoals = row.features().ofGoals();
            add(examples, StrengthModel.RESULT_OF_GOALS, new Example(ofGoals, row.outcome(), weight));
            add(examples, StrengthModel.OVER_OF_GOALS, new Example(ofGoals, row.over25(), weight));
        }
        Map<String, LinearLogit> fitted = new TreeMap<>();
        Map<String, LinearLogit> before = regressions;
        examples.entrySet().parallelStream()
                .filter(each -> each.getValue().size() >= FEWEST_ROWS
                        && each.getValue().stream()
                                        .mapToInt(Example::outcome)
                                        .distinct()
                                        .count()
                                == outcomes(each.getKey()))
                .map(each -> Map.entry(
                        each.getKey(),
                        LinearLogit.fit(each.getValue(), outcomes(each.getKey()), RIDGE, before.get(each.getKey()))))
                .toList()
                .forEach(each -> fitted.put(each.getKey(), each.getValue()));
        return fitted;
    }

    private static int outcomes(String regression) {
        return regression.startsWith(StrengthModel.RESULT) ? OUTCOMES : 2;
    }

    private static void add(Map<String, List<Example>> examples, String name, Example example) {
        examples.computeIfAbsent(name, n -> new ArrayList<>()).add(example);
    }
}
