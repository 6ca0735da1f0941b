package io.touchline.simulator.league;

import io.touchline.domain.fixture.Season;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The league: one whole season before the run and one that begins with it, twenty clubs, everybody twice against everybody.
 * Immutable to its readers and safe for many threads.
 */
public final class League {

    /** Its code in our registry of competitions. */
    public static final String COMPETITION = "sim.1";

    private static final int FIRST_EVENT_ID = 9_000_001;

    private final LeaguePlan plan;
    private final Instant startAt;
    private final List<Club> clubs;
    private final List<Match> matches;
    private final Map<String, MatchScript> scripts = new ConcurrentHashMap<>();
    private final Map<String, List<News>> news = new ConcurrentHashMap<>();

    private League(LeaguePlan plan, Instant startAt, List<Club> clubs, List<Match> matches) {
        this.plan = plan;
        this.startAt = startAt;
        this.clubs = clubs;
        this.matches = matches;
    }

    /** The league of a seed whose running season begins now. */
    public static League of(Instant startAt, long seed, LeaguePlan plan) {
        Instant start = startAt.truncatedTo(ChronoUnit.MINUTES);
        Seed root = new Seed(seed).with("league");
        List<Club> clubs = Clubs.of(root);
        Calendar calendar = new Calendar(clubs, root);
        int year = Season.at(start.atZone(ZoneOffset.UTC).toLocalDate(), false).startYear();
        int rounds = 2 * (clubs.size() - 1);
        Instant pastStart = start.minus(plan.sincePastSeason())
                .minus(plan.betweenPastRounds().multipliedBy(rounds - 1L))
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofHours(15));
        List<Match> matches = new ArrayList<>();
        matches.addAll(calendar.season(year - 1, pastStart, plan.betweenPastRounds(), Duration.ZERO, 1));
        matches.addAll(calendar.season(
                year, start.plus(plan.untilFirstKickoff()), plan.betweenRounds(), plan.betweenWaves(), plan.waves()));
        matches.sort(Comparator.comparing(Match::kickoffAt).thenComparing(Match::eventId));
        return new League(plan, start, clubs, List.copyOf(matches));
    }

    public List<Club> clubs() {
        return clubs;
    }

    /** Both seasons, by kickoff. */
    public List<Match> matches() {
        return matches;
    }

    public Instant startAt() {
        return startAt;
    }

    public LeaguePlan plan() {
        return plan;
    }

    /** Matches that kick off from the first moment (included) to the second (excluded), by kickoff. */
    public List<Match> matchesBetween(Instant from, Instant to) {
        return matches.stream()
                .filter(match ->
                        !match.kickoffAt().isBefore(from) && match.kickoffAt().isBefore(to))
                .toList();
    }

    /** The rates that the match is played with: strengths and all news. */
    public TrueRates trueRates(Match match) {
        return ratesKnownAt(match, match.kickoffAt());
    }

    /** The rates by strengths and the news up to that moment. */
    public TrueRates ratesKnownAt(Match match, Instant at) {
        TrueRates rates = TrueRates.of(match.home(), match.away());
        for (News item : newsOf(match)) {
            if (!item.at().isAfter(at)) {
                rates = rates.shifted(item.homeEffect(), item.awayEffect());
            }
        }
        return rates;
    }

    public MatchScript script(Match match) {
        return scripts.computeIfAbsent(match.eventId(), unused -> MatchScript.of(match, trueRates(match)));
    }

    /** The match as it stands at that moment. */
    public MatchView viewAt(Match match, Instant at) {
        return MatchView.of(
                script(match), Duration.between(match.kickoffAt(), at).toSeconds());
    }

    private List<News> newsOf(Match match) {
        return news.computeIfAbsent(match.eventId(), unused -> News.of(match));
    }

    /** Draws up seasons by the circle method: one club stays, the others go round. */
    private static final class Calendar {

        private final List<Club> clubs;
        private final Seed seed;
        private int nextEventId = FIRST_EVENT_ID;

        Calendar(List<Club> clubs, Seed seed) {
            this.clubs = clubs;
            this.seed = seed;
        }

        List<Match> season(int year, Instant first, Duration betweenRounds, Duration betweenWaves, int waves) {
            List<Match> season = new ArrayList<>();
            int half = clubs.size() - 1;
            for (int round = 0; round < 2 * half; round++) {
                Instant start = first.plus(betweenRounds.multipliedBy(round));
                int pairs = clubs.size() / 2;
                for (int pair = 0; pair < pairs; pair++) {
                    Club one = clubs.get(seat(pair, round % half));
                    Club other = clubs.get(seat(clubs.size() - 1 - pair, round % half));
                    boolean swap = ((pair == 0 ? round % half : pair) % 2 == 1) != (round >= half);
                    Instant kickoff = start.plus(betweenWaves.multipliedBy((long) pair * waves / pairs));
                    season.add(
                            swap ? match(year, round, other, one, kickoff) : match(year, round, one, other, kickoff));
                }
            }
            return season;
        }

        private int seat(int place, int round) {
            int others = clubs.size() - 1;
            return place == 0 ? 0 : 1 + (place - 1 + round) % others;
        }

        private Match match(int year, int round, Club home, Club away, Instant kickoffAt) {
            Seed own = seed.with(year).with(home.abbreviation()).with(away.abbreviation());
            String oddsId = String.format(
                    "%016x%016x", own.with("id").value(), own.with("id2").value());
            return new Match(Integer.toString(nextEventId++), oddsId, year, round + 1, home, away, kickoffAt, own);
        }
    }
}
