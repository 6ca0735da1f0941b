package io.touchline.bench.live;

import io.touchline.schema.Fixture;
import io.touchline.schema.MatchResult;
import io.touchline.schema.TeamStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Leagues of 20 teams with ten rounds behind them and two rounds ahead, so that team parts have values. The same seed makes the same schedule. */
final class MadeSchedule {

    private static final int TEAMS = 20;
    private static final int PLAYED = 10;
    private static final Duration AHEAD = Duration.ofHours(20);
    private static final Duration MATCH = Duration.ofMinutes(110);

    private final List<Fixture> fixtures = new ArrayList<>();
    private final List<MatchResult> results = new ArrayList<>();
    private final Random random;

    /**
     * @param matches ahead, at least one
     * @param now before which the results are known and after which the fixtures kick off
     */
    MadeSchedule(int matches, Instant now, long seed) {
        random = new Random(seed);
        for (int league = 0; fixtures.size() < matches; league++) {
            String competition = "m%02d.1".formatted(league);
            for (int round = 0; round < PLAYED; round++) {
                Instant kickoff = now.minus(Duration.ofDays(7L * (PLAYED - round)));
                for (int pair = 0; pair < TEAMS / 2; pair++) {
                    results.add(result(competition, teams(round, pair), kickoff));
                }
            }
            for (int round = PLAYED; round < PLAYED + 2; round++) {
                Instant kickoff = now.plus(AHEAD).plus(Duration.ofDays(4L * (round - PLAYED)));
                for (int pair = 0; pair < TEAMS / 2 && fixtures.size() < matches; pair++) {
                    fixtures.add(fixture(competition, teams(round, pair), kickoff, now.minus(Duration.ofHours(1))));
                }
            }
        }
    }

    List<Fixture> fixtures() {
        return fixtures;
    }

    List<MatchResult> results() {
        return results;
    }

    /** Every pair of a round once, by the circle. */
    private static int[] teams(int round, int pair) {
        int one = pair == 0 ? TEAMS - 1 : (round + pair) % (TEAMS - 1);
        int two = (round + TEAMS - 1 - pair) % (TEAMS - 1);
        return round % 2 == 0 ? new int[] {one, two} : new int[] {two, one};
    }

    private static Fixture fixture(String competition, int[] teams, Instant kickoff, Instant told) {
        return Fixture.newBuilder()
                .setFixtureId(id(competition, teams))
                .setSport("soccer")
                .setCompetition(competition)
                .setSeason("2026-27")
                .setHomeTeam(team(teams[0]))
                .setAwayTeam(team(teams[1]))
                .setHomeName(team(teams[0]))
                .setAwayName(team(teams[1]))
                .setKickoffAt(kickoff)
                .setSource("made")
                .setObservedAt(told)
                .setReceivedAt(told)
                .setEmittedAt(told)
                .build();
    }

    private MatchResult result(String competition, int[] teams, Instant kickoff) {
        Instant over = kickoff.plus(MATCH);
        TeamStatistics home = statistics();
        TeamStatistics away = statistics();
        return MatchResult.newBuilder()
                .setFixtureId(id(competition, teams))
                .setCompetition(competition)
                .setSeason("2026-27")
                .setHomeTeam(team(teams[0]))
                .setAwayTeam(team(teams[1]))
                .setKickoffAt(kickoff)
                .setResultAt(over)
                .setHomeGoals(home.getHalfTimeGoals() + random.nextInt(2))
                .setAwayGoals(away.getHalfTimeGoals() + random.nextInt(2))
                .setHome(home)
                .setAway(away)
                .setSource("made")
                .setObservedAt(over)
                .setReceivedAt(over)
                .setEmittedAt(over)
                .build();
    }

    private TeamStatistics statistics() {
        return TeamStatistics.newBuilder()
                .setHalfTimeGoals(random.nextInt(3))
                .setShots(6 + random.nextInt(14))
                .setShotsOnTarget(2 + random.nextInt(5))
                .setCorners(random.nextInt(11))
                .setFouls(6 + random.nextInt(10))
                .setYellowCards(random.nextInt(4))
                .setRedCards(random.nextInt(15) == 0 ? 1 : 0)
                .setXg(0.3 + 2 * random.nextDouble())
                .build();
    }

    private static String id(String competition, int[] teams) {
        return "soccer:%s:2026-27:%s:%s".formatted(competition, team(teams[0]), team(teams[1]));
    }

    private static String team(int number) {
        return "made-town-" + number;
    }
}
