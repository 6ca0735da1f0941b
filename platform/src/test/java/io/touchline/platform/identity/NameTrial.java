package io.touchline.platform.identity;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Competitions;
import io.touchline.domain.fixture.TeamId;
import io.touchline.platform.identity.Resolution.Matched;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts one name at a time before a matcher that knows the whole table or only a part of it, with or without the fixtures of that day. */
final class NameTrial {

    private static final Instant KICKOFF = Instant.parse("2022-10-01T14:00:00Z");

    /** What the matcher has to go by. */
    enum Help {
        /** The whole table, no fixture. */
        TABLE,
        /** Of that club only football-data.co.uk's spelling, no fixture. */
        NAME_ALONE,
        /** The same with the day's fixtures; the other side is in the table. */
        FIXTURES,
        /** The same with the other side held out as well. */
        FIXTURES_BOTH_HELD_OUT
    }

    /** Outcomes. */
    record Score(int right, int wrong, int all, List<String> missed) {

        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        double recall() {
            return (double) right / all;
        }

        String shown() {
            return String.format(
                    Locale.ROOT,
                    "precision %.4f recall %.4f (%d right, %d wrong, %d asked)",
                    precision(),
                    recall(),
                    right,
                    wrong,
                    all);
        }
    }

    private final TeamDirectory whole;
    private final TeamFinder finder;
    private final Map<String, Team> opponents = new HashMap<>();
    private final CompetitionNames competitions = CompetitionNames.shipped();
    private final Map<String, List<TeamId>> clubs = new TreeMap<>();
    private final Map<String, NamePair> othersName = new HashMap<>();
    private final Map<String, List<Team>> scopes = new HashMap<>();

    NameTrial(TeamDirectory whole, List<NamePair> pairs) {
        this.whole = whole;
        this.finder = new TeamFinder(whole);
        Map<String, Set<TeamId>> found = new TreeMap<>();
        for (NamePair pair : pairs) {
            found.computeIfAbsent(pair.competition(), unused -> new TreeSet<>()).add(pair.club());
            othersName.putIfAbsent(pair.competition() + pair.club(), pair);
        }
        found.forEach((competition, ids) -> clubs.put(competition, List.copyOf(ids)));
    }

    Score run(List<NamePair> pairs, Help help, LikelySides.Thresholds thresholds) {
        int right = 0;
        int wrong = 0;
        List<String> missed = new ArrayList<>();
        for (NamePair pair : pairs) {
            Optional<TeamId> found = meant(pair, help, thresholds);
            if (found.isEmpty()) {
                missed.add(pair.competition() + ' ' + pair.name() + " = " + pair.club());
            } else if (found.get().equals(pair.club())) {
                right++;
            } else {
                wrong++;
                missed.add(pair.competition() + ' ' + pair.name() + " = " + pair.club() + " WRONG " + found.get());
            }
        }
        return new Score(right, wrong, pairs.size(), missed);
    }

    private Optional<TeamId> meant(NamePair pair, Help help, LikelySides.Thresholds thresholds) {
        Competition competition = Competitions.get(pair.competition());
        List<TeamId> all = clubs.getOrDefault(pair.competition(), List.of());
        TeamId other = all.get((all.indexOf(pair.club()) + 1) % all.size());
        NamePair others = Objects.requireNonNull(othersName.get(pair.competition() + other));
        boolean bothHeldOut = help == Help.FIXTURES_BOTH_HELD_OUT;
        Map<TeamId, String> held = new HashMap<>();
        if (help != Help.TABLE) {
            held.put(pair.club(), pair.spelling());
        }
        if (bothHeldOut) {
            held.put(other, others.spelling());
        }
        FixtureBook book = new FixtureBook();
        if (help == Help.FIXTURES || bothHeldOut) {
            announce(book, pair.competition(), pair.club(), other);
            for (int i = 0; i + 1 < all.size(); i += 2) {
                if (!Set.of(pair.club(), other).contains(all.get(i))
                        && !Set.of(pair.club(), other).contains(all.get(i + 1))) {
                    announce(book, pair.competition(), all.get(i), all.get(i + 1));
                }
            }
        }
        TeamFinder table = held.isEmpty() ? finder : without(competition, held, null);
        return home(
                table,
                book,
                thresholds,
                pair.competition(),
                pair.name(),
                bothHeldOut ? others.name() : others.spelling());
    }

    /** Whether a name is taken for that club, though the club's fixture with the same opponent at the same time is known. */
    boolean isTakenFor(
            String competitionCode,
            String name,
            TeamId club,
            boolean ownClubRemoved,
            Duration later,
            LikelySides.Thresholds thresholds) {
        Competition competition = Competitions.get(competitionCode);
        Team opponent = opponents.computeIfAbsent(competitionCode + club, unused -> opponent(competition, club, name));
        TeamId own = finder.exact(competition, null, TeamRef.of(name))
                .map(Team::id)
                .filter(id -> !id.equals(club))
                .orElse(null);
        TeamFinder table = ownClubRemoved && own != null ? without(competition, Map.of(), own) : finder;
        FixtureBook book = new FixtureBook();
        announce(book, competitionCode, club, opponent.id(), later);
        return home(
                                table,
                                book,
                                thresholds,
                                competitionCode,
                                name,
                                opponent.id().value())
                        .filter(club::equals)
                        .isPresent()
                || home(
                                table,
                                new FixtureBook(),
                                thresholds,
                                competitionCode,
                                name,
                                opponent.id().value())
                        .filter(club::equals)
                        .isPresent();
    }

    /** Some other club whose name means one club alone. */
    private Team opponent(Competition competition, TeamId club, String name) {
        String firstWord = TeamDirectory.fold(name).split("-")[0];
        return scope(competition).stream()
                .filter(team -> !team.id().equals(club) && !team.id().value().contains(firstWord))
                .filter(team -> finder.exact(
                                competition, null, TeamRef.of(team.id().value()))
                        .filter(team::equals)
                        .isPresent())
                .skip(3)
                .findFirst()
                .orElseThrow();
    }

    private Optional<TeamId> home(
            TeamFinder table,
            FixtureBook book,
            LikelySides.Thresholds thresholds,
            String competition,
            String name,
            String other) {
        FixtureMatcher matcher = new FixtureMatcher(table, book, new FixtureLinks(), competitions, thresholds);
        FixtureRef ref = References.of("x", "1", competition, name, other, KICKOFF.toString())
                .ref();
        return matcher.resolve(ref) instanceof Matched matched
                ? Optional.of(matched.id().home())
                : Optional.empty();
    }

    private TeamFinder without(Competition competition, Map<TeamId, String> held, @Nullable TeamId removed) {
        return new TeamFinder(TeamDirectory.of(scope(competition).stream()
                .filter(team -> !team.id().equals(removed))
                .map(team -> held.containsKey(team.id())
                        ? new Team(team.association(), team.id(), held.getOrDefault(team.id(), ""), List.of())
                        : team)
                .toList()));
    }

    private List<Team> scope(Competition competition) {
        return scopes.computeIfAbsent(
                competition.association(),
                association -> Confederations.scope(association, whole.associations()).stream()
                        .flatMap(each -> whole.list(each).stream())
                        .toList());
    }

    private static void announce(FixtureBook book, String competition, TeamId home, TeamId away) {
        announce(book, competition, home, away, Duration.ZERO);
    }

    private static void announce(FixtureBook book, String competition, TeamId home, TeamId away, Duration later) {
        Competition played = Competitions.get(competition);
        String id = io.touchline.domain.fixture.FixtureId.of(
                        played.sport(), competition, SeasonCalendar.season(played, KICKOFF), home, away, 1)
                .value();
        book.take(References.fixture(id, KICKOFF.plus(later).toString(), "SCHEDULED", Map.of()));
    }
}
