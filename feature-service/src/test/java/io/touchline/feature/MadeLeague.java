package io.touchline.feature;

import io.touchline.schema.FairPrice;
import io.touchline.schema.Fixture;
import io.touchline.schema.MarketPrices;
import io.touchline.schema.MarketSnapshot;
import io.touchline.schema.MatchResult;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import io.touchline.schema.TeamStatistics;
import io.touchline.schema.Weather;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;

/**
 * A made league of two divisions: double rounds over some seasons, every second match of a division without statistics of one kind. The same seed makes the same league.
 */
public final class MadeLeague {

    /** Something that becomes known at a moment. */
    public record Event(Instant at, String fixtureId, SpecificRecord value) {}

    /** One match with everything that becomes known of it. */
    public record Match(Fixture fixture, MarketSnapshot opening, MarketSnapshot closing, MatchResult result) {}

    private static final Instant WRITTEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FIRST_ROUND = Instant.parse("2015-08-15T14:00:00Z");

    private final Random random;
    private final Random more;
    private final List<Match> matches = new ArrayList<>();

    public MadeLeague(long seed, int teams, int seasons) {
        this.random = new Random(seed);
        this.more = new Random(seed + 1);
        for (int season = 0; season < seasons; season++) {
            division("eng.1", "a", teams, season);
            division("eng.2", "b", teams, season);
        }
        matches.sort(Comparator.comparing((Match match) -> match.fixture().getKickoffAt())
                .thenComparing(match -> match.fixture().getFixtureId()));
    }

    public List<Match> matches() {
        return matches;
    }

    public List<MatchResult> results() {
        return matches.stream().map(Match::result).toList();
    }

    /** All events in the order in which they become known; at one time results come first. */
    public List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (Match match : matches) {
            String id = match.fixture().getFixtureId();
            events.add(new Event(match.fixture().getObservedAt(), id, match.fixture()));
            events.add(new Event(match.opening().getAsOf(), id, match.opening()));
            events.add(new Event(match.closing().getAsOf(), id, match.closing()));
            events.add(new Event(match.result().getResultAt(), id, match.result()));
        }
        events.sort(Comparator.comparing(Event::at)
                .thenComparing(
                        event -> event.value() instanceof MatchResult ? 0 : event.value() instanceof Fixture ? 1 : 2)
                .thenComparing(Event::fixtureId));
        return events;
    }

    private void division(String competition, String prefix, int teams, int season) {
        int year = 2015 + season;
        String label = year + "-" + (year + 1) % 100;
        for (int round = 0; round < 2 * (teams - 1); round++) {
            Instant kickoff = FIRST_ROUND.plus(Duration.ofDays(364L * season + 6L * round + round % 3));
            for (int pair = 0; pair < teams / 2; pair++) {
                int one = pair == 0 ? teams - 1 : (round + pair) % (teams - 1);
                int two = (round + teams - 1 - pair) % (teams - 1);
                boolean swap = (round >= teams - 1) != (pair % 2 == 1);
                String home = prefix + (swap ? two : one);
                String away = prefix + (swap ? one : two);
                String id = "soccer:%s:%s:%s:%s".formatted(competition, label, home, away);
                matches.add(match(id, competition, label, home, away, kickoff.plus(Duration.ofHours(pair % 2 * 3L))));
            }
        }
    }

    private Match match(String id, String competition, String season, String home, String away, Instant kickoff) {
        Instant told = kickoff.minus(Duration.ofHours(47));
        double pHome = 0.25 + 0.35 * random.nextDouble();
        MarketSnapshot opening = snapshot(id, competition, kickoff, told, pHome, pHome);
        MarketSnapshot closing = snapshot(
                id,
                competition,
                kickoff,
                kickoff.minus(Duration.ofMinutes(1)),
                pHome + 0.04 * (random.nextDouble() - 0.5),
                pHome);
        return new Match(
                fixture(id, competition, season, home, away, kickoff, told),
                opening,
                closing,
                result(id, competition, season, home, away, kickoff));
    }

    public static Fixture fixture(
            String id, String competition, String season, String home, String away, Instant kickoff, Instant told) {
        return Fixture.newBuilder()
                .setFixtureId(id)
                .setSport("soccer")
                .setCompetition(competition)
                .setSeason(season)
                .setHomeTeam(home)
                .setAwayTeam(away)
                .setHomeName(home)
                .setAwayName(away)
                .setKickoffAt(kickoff)
                .setReferee("R Number" + Math.floorMod(id.hashCode(), 4))
                .setWeather(
                        Math.floorMod(id.hashCode(), 3) == 0
                                ? null
                                : new Weather(
                                        Math.floorMod(id.hashCode(), 35) - 2.5,
                                        Math.floorMod(id.hashCode(), 7) * 0.5,
                                        Math.floorMod(id.hashCode(), 50) * 1.0,
                                        told))
                .setSource("made")
                .setObservedAt(told)
                .setReceivedAt(told)
                .setEmittedAt(WRITTEN)
                .build();
    }

    /** A snapshot of the match result and of total goals 2.5. */
    public static MarketSnapshot snapshot(
            String id, String competition, Instant kickoff, Instant asOf, double pHome, double openingHome) {
        double rest = 1 - pHome;
        double openingRest = 1 - openingHome;
        return MarketSnapshot.newBuilder()
                .setFixtureId(id)
                .setCompetition(competition)
                .setKickoffAt(kickoff)
                .setAsOf(asOf)
                .setMarkets(List.of(
                        MarketPrices.newBuilder()
                                .setMarket("MATCH_RESULT")
                                .setMethod("odds_ratio")
                                .setPrices(List.of(
                                        price("HOME", pHome, openingHome),
                                        price("DRAW", rest * 0.45, openingRest * 0.45),
                                        price("AWAY", rest * 0.55, openingRest * 0.55)))
                                .setOverround(0.05)
                                .setBestOverround(0.01)
                                .setBookmakers(3)
                                .setDisagreement(0.007)
                                .setSharpProbabilities(List.of(pHome + 0.01, rest * 0.45, rest * 0.55 - 0.01))
                                .setObservedAt(asOf)
                                .build(),
                        MarketPrices.newBuilder()
                                .setMarket("TOTAL_GOALS")
                                .setLine(2.5)
                                .setMethod("odds_ratio")
                                .setPrices(List.of(price("OVER", 0.52, 0.5), price("UNDER", 0.48, 0.5)))
                                .setOverround(0.04)
                                .setBestOverround(0.02)
                                .setBookmakers(2)
                                .setDisagreement(0.004)
                                .setObservedAt(asOf)
                                .build()))
                .setEmittedAt(WRITTEN)
                .build();
    }

    private static FairPrice price(String selection, double probability, double opening) {
        return FairPrice.newBuilder()
                .setSelection(selection)
                .setProbability(probability)
                .setOpeningProbability(opening)
                .setBestOdds(1.02 / probability)
                .setBestBookmaker("bet365")
                .setMeanOdds(0.96 / probability)
                .build();
    }

    private MatchResult result(
            String id, String competition, String season, String home, String away, Instant kickoff) {
        int homeGoals = goals(1.2 + 0.15 * strength(home) - 0.1 * strength(away));
        int awayGoals = goals(0.9 + 0.15 * strength(away) - 0.1 * strength(home));
        Instant resultAt = kickoff.plus(Duration.ofHours(9));
        return MatchResult.newBuilder()
                .setFixtureId(id)
                .setCompetition(competition)
                .setSeason(season)
                .setHomeTeam(home)
                .setAwayTeam(away)
                .setKickoffAt(kickoff)
                .setResultAt(resultAt)
                .setHomeGoals(homeGoals)
                .setAwayGoals(awayGoals)
                .setHome(statistics(homeGoals))
                .setAway(statistics(awayGoals))
                .setReferee(referee())
                .setAttendance(more.nextInt(3) > 0 ? more.nextInt(60_000) : null)
                .setClosingQuotes(closing())
                .setSource("made")
                .setObservedAt(resultAt)
                .setReceivedAt(resultAt)
                .setEmittedAt(WRITTEN)
                .build();
    }

    private String referee() {
        return "R Number" + more.nextInt(4);
    }

    private List<Quote> closing() {
        List<Quote> quotes = new ArrayList<>();
        for (String bookmaker : List.of("bet365", "market-average", "pinnacle")) {
            if (more.nextInt(4) > 0) {
                double home = 0.25 + 0.35 * more.nextDouble();
                quotes.add(Quote.newBuilder()
                        .setBookmaker(bookmaker)
                        .setMarket("MATCH_RESULT")
                        .setPrices(List.of(odds("HOME", home), odds("DRAW", 0.27), odds("AWAY", 0.73 - home)))
                        .setObservedAt(WRITTEN)
                        .build());
            }
        }
        // of one bookmaker alone the mean is its own, which the reference leaves out
        return quotes.size() < 2 ? List.of() : quotes;
    }

    private static Price odds(String selection, double probability) {
        return Price.newBuilder()
                .setSelection(selection)
                .setBackOdds(0.95 / probability)
                .build();
    }

    private TeamStatistics statistics(int goals) {
        boolean shots = random.nextInt(5) > 0;
        int onTarget = goals + random.nextInt(6);
        return TeamStatistics.newBuilder()
                .setHalfTimeGoals(random.nextInt(6) > 0 ? random.nextInt(goals + 1) : null)
                .setShots(shots ? onTarget + random.nextInt(9) : null)
                .setShotsOnTarget(shots ? onTarget : null)
                .setCorners(random.nextInt(3) > 0 ? random.nextInt(11) : null)
                .setFouls(6 + random.nextInt(12))
                .setYellowCards(random.nextInt(5))
                .setRedCards(random.nextInt(12) == 0 ? 1 : 0)
                .setNonPenaltyXg(more.nextInt(3) > 0 ? more.nextInt(200) / 128.0 : null)
                .setSetPieceXg(more.nextInt(3) > 0 ? more.nextInt(60) / 128.0 : null)
                .setBigChances(more.nextInt(3) > 0 ? more.nextInt(4) : null)
                .setPenalties(more.nextInt(5) > 0 ? more.nextInt(2) : null)
                .setPassesPerDefensiveAction(more.nextInt(4) > 0 ? 5 + more.nextInt(900) / 64.0 : null)
                .setDeepCompletions(more.nextInt(4) > 0 ? more.nextInt(15) : null)
                .setPossession(more.nextInt(4) > 0 ? (30 + more.nextInt(40)) / 128.0 : null)
                .setXg(random.nextInt(3) > 0 ? Math.round(100 * (goals * 0.6 + random.nextDouble())) / 128.0 : null)
                .build();
    }

    private static int strength(String team) {
        return Character.digit(team.charAt(team.length() - 1), 10);
    }

    private int goals(double rate) {
        double limit = Math.exp(-Math.max(0.2, rate));
        int goals = 0;
        for (double product = random.nextDouble(); product > limit && goals < 9; product *= random.nextDouble()) {
            goals++;
        }
        return goals;
    }
}
