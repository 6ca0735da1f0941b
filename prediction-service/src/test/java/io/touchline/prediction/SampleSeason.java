package io.touchline.prediction;

import io.touchline.domain.fixture.Cutoff;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureVector;
import io.touchline.schema.MatchResult;
import io.touchline.schema.TeamStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A league of eight teams of known strength that plays each weekend; results and vectors as they stand on the topics. */
public final class SampleSeason {

    public static final int TEAMS = 8;
    private static final Instant FIRST_SATURDAY = Instant.parse("2021-08-07T14:00:00Z");

    private SampleSeason() {}

    /** One match with its vectors. */
    public record Sample(MatchResult result, List<FeatureVector> vectors) {}

    /** So many weekends of four matches each, the same for the same seed. */
    public static List<Sample> weekends(int count, long seed) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (int week = 0; week < count; week++) {
            List<Integer> order = new ArrayList<>();
            for (int team = 0; team < TEAMS; team++) {
                order.add(team);
            }
            Collections.shuffle(order, random);
            for (int i = 0; i < TEAMS; i += 2) {
                samples.add(sample(week, order.get(i), order.get(i + 1), random));
            }
        }
        return samples;
    }

    private static Sample sample(int week, int home, int away, Random random) {
        Instant kickoff = FIRST_SATURDAY.plus(Duration.ofDays(7L * week));
        double strength = (home - away) / 10.0;
        double homeRate = Math.exp(0.35 + strength);
        double awayRate = Math.exp(0.10 - strength);
        String id = "soccer:eng.1:2021-22:%s:%s:%d".formatted(team(home), team(away), week + 2);
        MatchResult result = MatchResult.newBuilder()
                .setFixtureId(id)
                .setCompetition("eng.1")
                .setSeason("2021-22")
                .setHomeTeam(team(home))
                .setAwayTeam(team(away))
                .setKickoffAt(kickoff)
                .setResultAt(kickoff.plus(Duration.ofHours(2)))
                .setHomeGoals(goals(random, homeRate))
                .setAwayGoals(goals(random, awayRate))
                .setHome(TeamStatistics.newBuilder().build())
                .setAway(TeamStatistics.newBuilder().build())
                .setSource("sample")
                .setObservedAt(kickoff.plus(Duration.ofHours(2)))
                .setReceivedAt(kickoff.plus(Duration.ofHours(2)))
                .setEmittedAt(kickoff.plus(Duration.ofHours(2)))
                .build();
        double elo = 65 + 400 * strength;
        return new Sample(
                result,
                List.of(
                        vector(
                                id,
                                home,
                                away,
                                kickoff,
                                Cutoff.OPENING,
                                kickoff.minus(Duration.ofHours(23)),
                                elo,
                                strength),
                        vector(
                                id,
                                home,
                                away,
                                kickoff,
                                Cutoff.CLOSING,
                                kickoff.minus(Duration.ofMinutes(1)),
                                elo,
                                strength)));
    }

    private static FeatureVector vector(
            String id, int home, int away, Instant kickoff, Cutoff cutoff, Instant asOf, double elo, double strength) {
        double homeWin = Math.clamp(0.45 + 0.5 * strength, 0.05, 0.9);
        double draw = (1 - homeWin) * 0.47;
        return vector(id, team(home), team(away), kickoff, cutoff, asOf, elo, homeWin, draw, 0.52);
    }

    /** A vector in which all but the named features are unknown. */
    public static FeatureVector vector(
            String id,
            String home,
            String away,
            Instant kickoff,
            Cutoff cutoff,
            Instant asOf,
            double elo,
            double homeWin,
            double draw,
            double over) {
        List<Float> values =
                new ArrayList<>(Collections.nCopies(FeatureCatalogue.shipped().size(), Float.NaN));
        values.set(FeatureCatalogue.position("elo_difference"), (float) elo);
        values.set(FeatureCatalogue.position("market_fair_home"), (float) homeWin);
        values.set(FeatureCatalogue.position("market_fair_draw"), (float) draw);
        values.set(FeatureCatalogue.position("market_fair_away"), (float) (1 - homeWin - draw));
        values.set(FeatureCatalogue.position("market_fair_over25"), (float) over);
        return FeatureVector.newBuilder()
                .setFixtureId(id)
                .setCompetition("eng.1")
                .setSeason("2021-22")
                .setHomeTeam(home)
                .setAwayTeam(away)
                .setKickoffAt(kickoff)
                .setCutoff(cutoff.name())
                .setAsOf(asOf)
                .setCatalogueVersion(FeatureCatalogue.shipped().version())
                .setValues(values)
                .setEmittedAt(asOf)
                .build();
    }

    private static String team(int number) {
        return "team-0" + number;
    }

    private static int goals(Random random, double rate) {
        double limit = Math.exp(-rate);
        int goals = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            goals++;
        }
        return goals;
    }
}
