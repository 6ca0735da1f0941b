package io.touchline.bench;

import io.touchline.domain.goals.DixonColes;
import io.touchline.domain.goals.DixonColesFit;
import io.touchline.domain.goals.DixonColesSettings;
import io.touchline.domain.goals.ScoredMatch;
import io.touchline.domain.grid.ScoreGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The benchmarks by name. */
public final class Benchmarks {

    private static final int TEAMS = 20;
    private static final int REFITS = 1_152;
    private static final int WINDOW = 3 * TEAMS * (TEAMS - 1);
    private static final long SEED = 11;
    private static final double NANOS_A_MILLISECOND = 1e6;
    private static final double NANOS_A_MICROSECOND = 1e3;

    private static final Map<String, Supplier<Measurement>> ALL =
            new TreeMap<>(Map.of("fit", Benchmarks::fit, "grid", Benchmarks::grid, "refits", Benchmarks::refits));

    private Benchmarks() {}

    /** Their names. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /**
     * Runs one.
     *
     * @throws IllegalArgumentException where there is none of this name
     */
    public static Measurement run(String name) {
        Supplier<Measurement> benchmark = ALL.get(name);
        if (benchmark == null) {
            throw new IllegalArgumentException("no benchmark is named " + name + "; there are " + names());
        }
        return benchmark.get();
    }

    /** A Dixon-Coles fit of one season of 380 matches, beside reading every match once and taking two logarithms of it. */
    static Measurement fit() {
        List<ScoredMatch> season = season();
        DixonColesSettings settings = DixonColesSettings.plain();
        double value = Rounds.nanos(20, () -> DixonColes.fit(season, settings).rho());
        double bound = Rounds.nanos(2_000, () -> {
            double sum = 0;
            for (ScoredMatch match : season) {
                sum += Math.log(1.5 + match.homeGoals()) + Math.log(1.2 + match.awayGoals());
            }
            return sum;
        });
        return new Measurement(
                "fit",
                value / NANOS_A_MILLISECOND,
                "ms a season",
                bound / NANOS_A_MILLISECOND,
                "one pass over the matches with two logarithms each",
                8);
    }

    /** Fits of windows of three seasons, each a match further on, beside one pass over the windows. */
    static Measurement refits() {
        List<ScoredMatch> history = seasons();
        DixonColesSettings settings = DixonColesSettings.plain();
        double rho = 0;
        long began = System.nanoTime();
        for (int first = 0; first < REFITS; first++) {
            rho += DixonColes.fit(history.subList(first, first + WINDOW), settings)
                    .rho();
        }
        double value = (System.nanoTime() - began) / 1e9;
        began = System.nanoTime();
        double sum = rho;
        for (int first = 0; first < REFITS; first++) {
            for (ScoredMatch match : history.subList(first, first + WINDOW)) {
                sum += Math.log(1.5 + match.homeGoals()) + Math.log(1.2 + match.awayGoals());
            }
        }
        double bound = (System.nanoTime() - began) / 1e9;
        if (!Double.isFinite(sum)) {
            throw new IllegalStateException("a fit found no correlation of low scores");
        }
        return new Measurement(
                "refits",
                value,
                "s for " + REFITS + " windows of three seasons",
                bound,
                "one pass over each window with two logarithms a match",
                10);
    }

    /** The season again and again. */
    private static List<ScoredMatch> seasons() {
        List<ScoredMatch> one = season();
        List<ScoredMatch> all = new ArrayList<>();
        while (all.size() < REFITS + WINDOW) {
            Duration later = Duration.ofDays(365L * (all.size() / one.size()));
            one.forEach(match -> all.add(new ScoredMatch(
                    match.home(),
                    match.away(),
                    match.homeGoals(),
                    match.awayGoals(),
                    match.playedAt().plus(later))));
        }
        return all;
    }

    /** A match's grid with all of its markets, beside the products of two goal distributions alone. */
    static Measurement grid() {
        double[] home = {0.22, 0.33, 0.25, 0.13, 0.05, 0.02, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        double[] away = {0.33, 0.36, 0.20, 0.08, 0.02, 0.01, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        Random random = new Random(SEED);
        double value = Rounds.nanos(
                2_000,
                () -> ScoreGrid.dixonColes(1 + random.nextDouble(), 1, -0.1)
                        .marketProbabilities()
                        .size());
        double bound = Rounds.nanos(20_000, () -> {
            double[] products = new double[ScoreGrid.SIZE * ScoreGrid.SIZE];
            for (int h = 0; h < ScoreGrid.SIZE; h++) {
                for (int a = 0; a < ScoreGrid.SIZE; a++) {
                    products[h * ScoreGrid.SIZE + a] = home[h] * away[a];
                }
            }
            return products[random.nextInt(products.length)];
        });
        return new Measurement(
                "grid",
                value / NANOS_A_MICROSECOND,
                "µs a match",
                bound / NANOS_A_MICROSECOND,
                "the products of two goal distributions alone",
                5);
    }

    /** Every pair home and away once, goals from known strengths; the same in every run. */
    static List<ScoredMatch> season() {
        Random random = new Random(SEED);
        List<ScoredMatch> matches = new ArrayList<>();
        Instant start = Instant.parse("2022-08-06T14:00:00Z");
        for (int home = 0; home < TEAMS; home++) {
            for (int away = 0; away < TEAMS; away++) {
                if (home != away) {
                    double strength = (away - home) / (2.0 * TEAMS);
                    matches.add(new ScoredMatch(
                            "team-" + home,
                            "team-" + away,
                            goals(random, 1.5 * Math.exp(strength)),
                            goals(random, 1.15 * Math.exp(-strength)),
                            start.plus(Duration.ofHours(matches.size() * 20L))));
                }
            }
        }
        return matches;
    }

    /** A fit of the season, for whoever wants to see that it is one. */
    static DixonColesFit fitted() {
        return DixonColes.fit(season(), DixonColesSettings.plain());
    }

    private static int goals(Random random, double rate) {
        double left = Math.exp(-rate);
        double draw = random.nextDouble();
        int goals = 0;
        double term = left;
        while (draw > left && goals < ScoreGrid.SIZE - 1) {
            goals++;
            term *= rate / goals;
            left += term;
        }
        return goals;
    }
}
