package io.touchline.platform.identity;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Competitions;
import io.touchline.domain.fixture.FixtureId;
import io.touchline.domain.fixture.Season;
import io.touchline.platform.identity.LikelySides.Side;
import io.touchline.platform.identity.Resolution.Matched;
import io.touchline.platform.identity.Resolution.Unmatched;
import io.touchline.platform.reject.RejectReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Matches a vendor's reference to one of our fixtures: a person's link first, then both names by the table of spellings, then one name by the table and the other
 * by likeness, then a known fixture at that time to which both names are alike ({@link LikelySides}). A wrong match is worse than a missing one: what is not
 * certain is {@link Unmatched} with candidates. Safe for many threads.
 */
public final class FixtureMatcher implements FixtureIdentity {

    private static final double BY_FIXTURE_ALONE = 0.95;
    private static final int MOST_CANDIDATES = 5;

    private final FixtureBook book;
    private final FixtureLinks links;
    private final TeamFinder finder;
    private final MeetingFinder meetings;
    private final LikelySides likely;
    private final CompetitionNames names;

    public FixtureMatcher(TeamDirectory teams, FixtureBook book, FixtureLinks links) {
        this(new TeamFinder(teams), book, links, CompetitionNames.shipped(), LikelySides.Thresholds.MEASURED);
    }

    FixtureMatcher(
            TeamFinder finder,
            FixtureBook book,
            FixtureLinks links,
            CompetitionNames names,
            LikelySides.Thresholds thresholds) {
        this.book = book;
        this.links = links;
        this.names = names;
        this.finder = finder;
        this.meetings = new MeetingFinder(book);
        this.likely = new LikelySides(finder, book, thresholds);
    }

    @Override
    public synchronized Resolution resolve(FixtureRef ref) {
        Optional<FixtureId> linked = links.find(ref.source(), ref.vendorId());
        if (linked.isPresent()) {
            return matched(linked.get(), 1.0);
        }
        TeamRef home = ref.home();
        TeamRef away = ref.away();
        Instant kickoff = ref.kickoffAt();
        Optional<KnownFixture> before = book.byVendor(ref.source(), ref.vendorId());
        if (home == null || away == null || kickoff == null) {
            return before.map(known -> matched(known.id(), 1.0))
                    .orElseGet(() -> home == null && away == null
                            ? unmatched(
                                    RejectReason.UNKNOWN_FIXTURE,
                                    "nothing but an id that was not heard before",
                                    ref,
                                    List.of())
                            : unmatched(
                                    RejectReason.MISSING_FIELD, "a side or the kickoff is missing", ref, List.of()));
        }
        Optional<Competition> competition = competition(ref);
        Resolution found = competition.isPresent()
                ? within(competition.get(), ref, home, away, kickoff)
                : anywhere(ref, home, away, kickoff);
        if (found instanceof Unmatched unmatched
                && before.isPresent()
                && Set.of(RejectReason.UNKNOWN_TEAM, RejectReason.UNKNOWN_COMPETITION)
                        .contains(unmatched.reason())) {
            return matched(before.get().id(), 1.0);
        }
        if (found instanceof Matched match) {
            book.remember(ref, match.id());
        }
        return found;
    }

    private Optional<Competition> competition(FixtureRef ref) {
        String code = ref.competition();
        if (code != null) {
            return Competitions.find(code)
                    .filter(competition -> competition.sport().equals(ref.sport()));
        }
        return names.find(ref.sport(), ref.competitionName(), ref.country());
    }

    private Resolution within(
            Competition competition, FixtureRef ref, TeamRef homeRef, TeamRef awayRef, Instant kickoff) {
        Season season = SeasonCalendar.season(competition, kickoff);
        Optional<Team> homeExact = finder.exact(competition, season, homeRef);
        Optional<Team> awayExact = finder.exact(competition, season, awayRef);
        Optional<Side> home = homeExact
                .map(Side::certain)
                .or(() -> likely.side(competition, homeRef, kickoff, awayExact.orElse(null), true));
        Optional<Side> away = awayExact
                .map(Side::certain)
                .or(() -> likely.side(competition, awayRef, kickoff, homeExact.orElse(null), false));
        if (homeExact.isEmpty() && awayExact.isEmpty() && (home.isEmpty() || away.isEmpty())) {
            Optional<LikelySides.Both> both = likely.both(competition, homeRef, awayRef, kickoff);
            home = both.map(LikelySides.Both::home);
            away = both.map(LikelySides.Both::away);
        }
        if (home.isEmpty() || away.isEmpty()) {
            TeamRef unknown = home.isEmpty() ? homeRef : awayRef;
            return unmatched(
                    RejectReason.UNKNOWN_TEAM,
                    "no team of " + competition.code() + " is called " + unknown.name(),
                    ref,
                    finder.candidates(competition, unknown.name()));
        }
        return meeting(competition, season, ref, home.get(), away.get());
    }

    private Resolution meeting(Competition competition, Season season, FixtureRef ref, Side home, Side away) {
        if (home.team().id().equals(away.team().id())) {
            return unmatched(RejectReason.SAME_TEAM_TWICE, home.team().name() + " against itself", ref, List.of());
        }
        MeetingFinder.Found found = meetings.find(
                ref, competition, season, home.team().id(), away.team().id());
        FixtureId id = found.id();
        if (id == null) {
            return unmatched(RejectReason.AMBIGUOUS_FIXTURE, found.problem(), ref, ids(found.candidates()));
        }
        return new Matched(
                id,
                competition,
                id.season(),
                home.team(),
                away.team(),
                found.confidence() * home.confidence() * away.confidence());
    }

    /** Without a competition: the one known fixture of both sides, named outright, at that time. */
    private Resolution anywhere(FixtureRef ref, TeamRef home, TeamRef away, Instant kickoff) {
        String told = ref.competition() == null ? ref.competitionName() : ref.competition();
        Set<String> countries = names.countries(ref.country());
        List<FixtureId> found = new ArrayList<>();
        if (told == null || TeamMarkers.of(TeamDirectory.fold(told)).isPlain()) {
            for (KnownFixture known : book.near(kickoff, MeetingFinder.CLOSE)) {
                Competition competition =
                        Competitions.find(known.id().competition()).orElse(null);
                if (competition != null
                        && competition.sport().equals(ref.sport())
                        && !competition.isWomens()
                        && (countries.isEmpty() || isIn(competition, countries))
                        && is(competition, known.id(), home, true)
                        && is(competition, known.id(), away, false)) {
                    found.add(known.id());
                }
            }
        }
        if (found.size() == 1) {
            return matched(found.getFirst(), BY_FIXTURE_ALONE);
        }
        return found.isEmpty()
                ? unmatched(
                        RejectReason.UNKNOWN_COMPETITION,
                        told == null
                                ? "no competition told, and no known fixture of both sides then"
                                : "not ours: " + told,
                        ref,
                        List.of())
                : unmatched(
                        RejectReason.AMBIGUOUS_FIXTURE,
                        "several known fixtures of both sides then",
                        ref,
                        found.stream().map(FixtureId::value).toList());
    }

    private boolean is(Competition competition, FixtureId id, TeamRef side, boolean isHome) {
        return finder.exact(competition, id.season(), side)
                .filter(team -> team.id().equals(isHome ? id.home() : id.away()))
                .isPresent();
    }

    /** A competition of several countries may be played in any of them. */
    private static boolean isIn(Competition competition, Set<String> countries) {
        String code = competition.association().substring(competition.sport().length() + 1);
        return code.length() > 3 || countries.contains(code);
    }

    private Resolution matched(FixtureId id, double confidence) {
        Competition competition = Competitions.find(id.competition()).orElse(null);
        if (competition == null) {
            return new Unmatched(
                    RejectReason.UNKNOWN_COMPETITION,
                    "it was linked to " + id + ", whose competition is not ours",
                    List.of());
        }
        return new Matched(
                id,
                competition,
                id.season(),
                finder.byId(competition, id.home()),
                finder.byId(competition, id.away()),
                confidence);
    }

    private static Unmatched unmatched(RejectReason reason, String detail, FixtureRef ref, List<String> candidates) {
        return new Unmatched(reason, detail + ": " + ref.shown(), candidates);
    }

    private static List<String> ids(List<KnownFixture> known) {
        return known.stream()
                .map(each -> each.id().value())
                .limit(MOST_CANDIDATES)
                .toList();
    }
}
