package io.touchline.feature.state;

import io.touchline.domain.fixture.Score;
import io.touchline.domain.rating.EloRating;
import io.touchline.domain.rating.PiRating;
import io.touchline.feature.state.Appearance.SeasonTotals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All results of one association in the order in which they were known, with every team's history and ratings derived from them. A pure function of the set of results:
 * one that comes late is put at its place, what came after it is taken back and applied again; one that comes twice changes nothing; a corrected one replaces the first.
 *
 * <p>A result that comes in order costs one step. A late one costs as many steps as results came after it, but only once {@link #settle} is called, so that a whole history
 * in any order costs little more than one pass. Not safe for many threads.
 *
 * <p>Heap: about 450 bytes a result (the result itself, one {@link Appearance} for each side, running sums of the competition).
 */
public final class AssociationState {

    private final EloRating elo;
    private final PiRating pi;
    private final List<PastResult> timeline = new ArrayList<>();
    private final Map<String, PastResult> byFixture = new HashMap<>();
    private final Map<String, TeamHistory> teams = new HashMap<>();
    private final Map<String, CompetitionHistory> competitions = new HashMap<>();
    private final Referees referees = new Referees();
    private final Squads squads = new Squads();
    private int applied;
    private int rewrites;

    public AssociationState(EloRating elo, PiRating pi) {
        this.elo = elo;
        this.pi = pi;
    }

    /** Puts a result at its place, instead of an earlier version of it; false where it is known as it is. */
    public boolean put(PastResult result) {
        PastResult known = byFixture.get(result.fixtureId());
        if (result.equals(known)) {
            return false;
        }
        if (known != null) {
            remove(known.fixtureId());
        }
        int at = -1 - Collections.binarySearch(timeline, result, PastResult.IN_TIME);
        takeBackTo(at);
        timeline.add(at, result);
        byFixture.put(result.fixtureId(), result);
        return true;
    }

    /** Takes a result out; false where there is none of that fixture. */
    public boolean remove(String fixtureId) {
        PastResult known = byFixture.remove(fixtureId);
        if (known == null) {
            return false;
        }
        int at = Collections.binarySearch(timeline, known, PastResult.IN_TIME);
        takeBackTo(at);
        timeline.remove(at);
        return true;
    }

    /** The result of a fixture as the state knows it. */
    public Optional<PastResult> find(String fixtureId) {
        return Optional.ofNullable(byFixture.get(fixtureId));
    }

    /** How many results the state holds. */
    public int size() {
        return timeline.size();
    }

    /** When the newest result was known; {@link Long#MIN_VALUE} where there is none. */
    public long newestAt() {
        return timeline.isEmpty() ? Long.MIN_VALUE : timeline.getLast().resultAt();
    }

    /** How many results {@link #settle} would have to apply. */
    public int unsettled() {
        return timeline.size() - applied;
    }

    /** Applies what is not applied yet; views are only right afterwards. */
    public void settle() {
        while (applied < timeline.size()) {
            apply(timeline.get(applied));
            applied++;
        }
    }

    /** A team's history as it was known before a moment, milliseconds since 1970. */
    public TeamView team(String team, long before) {
        requireSettled();
        return new TeamView(team, before, history(team));
    }

    /** A referee as known before a moment. */
    public RefereeView referee(String key, long before) {
        requireSettled();
        return new RefereeView(referees.before(key, before));
    }

    /** What is told of players and squads. */
    public Squads squads() {
        return squads;
    }

    /** A competition as it was known before a moment, milliseconds since 1970. */
    public LeagueView league(String competition, long before) {
        requireSettled();
        return new LeagueView(
                competition, before, competitions.getOrDefault(competition, new CompetitionHistory()), this);
    }

    TeamHistory history(String team) {
        TeamHistory known = teams.get(team);
        return known == null ? new TeamHistory() : known;
    }

    private void requireSettled() {
        if (unsettled() > 0) {
            throw new IllegalStateException(unsettled() + " results are not applied yet");
        }
    }

    private void apply(PastResult result) {
        TeamHistory home = teams.computeIfAbsent(result.homeTeam(), unused -> new TeamHistory());
        TeamHistory away = teams.computeIfAbsent(result.awayTeam(), unused -> new TeamHistory());
        Appearance homeLast = home.last();
        Appearance awayLast = away.last();
        Score score = new Score(result.homeGoals(), result.awayGoals());
        double homeElo = elo(homeLast);
        double awayElo = elo(awayLast);
        double expected = elo.expected(homeElo, awayElo);
        EloRating.Pair elos = elo.updated(homeElo, awayElo, score);
        double market = result.closing().expectedHome();
        OddsElo.Pair oddsElos = OddsElo.updated(elo, oddsElo(homeLast), oddsElo(awayLast), market);
        PiRating.Pair pis = pi.updated(pi(homeLast), pi(awayLast), score);
        SeasonTotals homeTotals = home.totals(result.competition(), result.season(), Integer.MAX_VALUE)
                .plus(result.homeGoals(), result.awayGoals());
        SeasonTotals awayTotals = away.totals(result.competition(), result.season(), Integer.MAX_VALUE)
                .plus(result.awayGoals(), result.homeGoals());
        home.push(new Appearance(
                result,
                true,
                homeElo,
                awayElo,
                expected,
                elos.home(),
                oddsElos.home(),
                market,
                pis.home().home(),
                pis.home().away(),
                homeTotals));
        away.push(new Appearance(
                result,
                false,
                awayElo,
                homeElo,
                1 - expected,
                elos.away(),
                oddsElos.away(),
                1 - market,
                pis.away().home(),
                pis.away().away(),
                awayTotals));
        competitions
                .computeIfAbsent(result.competition(), unused -> new CompetitionHistory())
                .push(result);
        referees.push(result);
    }

    /** How often something was taken back: while this stays the same, what was known of a team is still what its first so many appearances tell. */
    public int rewrites() {
        return rewrites;
    }

    private void takeBackTo(int size) {
        rewrites += applied > size ? 1 : 0;
        while (applied > size) {
            applied--;
            PastResult result = timeline.get(applied);
            history(result.homeTeam()).pop();
            history(result.awayTeam()).pop();
            CompetitionHistory competition = competitions.get(result.competition());
            if (competition != null) {
                competition.pop(result);
            }
            referees.pop(result);
        }
    }

    private static double elo(@Nullable Appearance last) {
        return last == null ? EloRating.START : last.eloAfter();
    }

    private static double oddsElo(@Nullable Appearance last) {
        return last == null ? Double.NaN : last.oddsEloAfter();
    }

    private static PiRating.Team pi(@Nullable Appearance last) {
        return last == null ? PiRating.Team.START : new PiRating.Team(last.piAtHomeAfter(), last.piAwayAfter());
    }
}
