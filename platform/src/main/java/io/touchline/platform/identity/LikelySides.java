package io.touchline.platform.identity;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sides whose names are not in the table: told by their likeness to a club, and by the fixtures that are known at that time. A side plays one match at a time, so
 * where the other side is certain, a faint likeness to the club that it is known to play then is enough.
 *
 * <p>The thresholds are measured on real pairs of names, see {@code docs/decisions/0012-names-of-clubs.md}.
 */
final class LikelySides {

    /**
     * From which likeness on a name is taken for a club.
     *
     * @param alone with nothing else to support it
     * @param moved where the other side is certain and known to play that club within a day and a half
     * @param sameTime where the other side is certain and known to play that club at that time
     * @param pair of both sides in the geometric mean, where neither is certain and both are known to play each other at that time
     * @param margin how much more alike than the runner-up a club must be
     */
    record Thresholds(double alone, double moved, double sameTime, double pair, double margin) {

        static final Thresholds MEASURED = new Thresholds(0.90, 0.45, 0.35, 0.45, 0.15);
    }

    /** A side with how sure we are of it. */
    record Side(Team team, double confidence) {

        static Side certain(Team team) {
            return new Side(team, 1.0);
        }
    }

    /** Both of them. */
    record Both(Side home, Side away) {

        double likeness() {
            return Math.sqrt(home.confidence() * away.confidence());
        }
    }

    private final TeamFinder finder;
    private final FixtureBook book;
    private final Thresholds thresholds;

    LikelySides(TeamFinder finder, FixtureBook book, Thresholds thresholds) {
        this.finder = finder;
        this.book = book;
        this.thresholds = thresholds;
    }

    /** The club most like a name, if that is certain enough: by the name alone, or because the other side is known to play it then. */
    Optional<Side> side(Competition competition, TeamRef ref, Instant kickoff, @Nullable Team other, boolean isHome) {
        List<ClubSimilarity.Alike> alike = alike(competition, ref);
        if (alike.isEmpty()) {
            return Optional.empty();
        }
        ClubSimilarity.Alike best = alike.getFirst();
        double runnerUp = alike.size() > 1 ? alike.get(1).similarity() : 0;
        boolean clear = best.similarity() - runnerUp >= thresholds.margin();
        if (clear && best.similarity() >= thresholds.alone()) {
            return Optional.of(new Side(best.team(), best.similarity()));
        }
        if (other == null) {
            return Optional.empty();
        }
        boolean supported = clear
                && (meets(competition, kickoff, MeetingFinder.CLOSE, thresholds.sameTime(), best, other, isHome)
                        || meets(
                                competition,
                                kickoff,
                                MeetingFinder.SAME_MATCH,
                                thresholds.moved(),
                                best,
                                other,
                                isHome));
        return supported ? Optional.of(new Side(best.team(), best.similarity())) : Optional.empty();
    }

    private boolean meets(
            Competition competition,
            Instant kickoff,
            Duration window,
            double least,
            ClubSimilarity.Alike club,
            Team other,
            boolean isHome) {
        return club.similarity() >= least
                && book.near(competition.code(), kickoff, window).stream()
                        .anyMatch(known -> isMeeting(known, club.team().id(), other.id(), isHome));
    }

    private static boolean isMeeting(KnownFixture known, TeamId club, TeamId other, boolean isHome) {
        return known.id().home().equals(isHome ? club : other)
                && known.id().away().equals(isHome ? other : club);
    }

    /** The one known fixture about then to which both names are alike. */
    Optional<Both> both(Competition competition, TeamRef home, TeamRef away, Instant kickoff) {
        List<ClubSimilarity.Alike> homeAlike = alike(competition, home);
        List<ClubSimilarity.Alike> awayAlike = alike(competition, away);
        List<Both> found = new ArrayList<>();
        for (KnownFixture known : book.near(competition.code(), kickoff, MeetingFinder.CLOSE)) {
            Optional<Side> first = side(homeAlike, known.id().home());
            Optional<Side> second = side(awayAlike, known.id().away());
            if (first.isPresent() && second.isPresent()) {
                found.add(new Both(first.get(), second.get()));
            }
        }
        found.sort(Comparator.comparingDouble(Both::likeness).reversed());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Both best = found.getFirst();
        double runnerUp = found.size() > 1 ? found.get(1).likeness() : 0;
        boolean clear = best.likeness() - runnerUp >= thresholds.margin();
        return clear && best.likeness() >= thresholds.pair() ? Optional.of(best) : Optional.empty();
    }

    private Optional<Side> side(List<ClubSimilarity.Alike> alike, TeamId club) {
        return alike.stream()
                .filter(each -> each.team().id().equals(club) && each.similarity() >= thresholds.sameTime())
                .findFirst()
                .map(each -> new Side(each.team(), each.similarity()));
    }

    private List<ClubSimilarity.Alike> alike(Competition competition, TeamRef ref) {
        return Stream.of(ref.name(), ref.shortName())
                .filter(Objects::nonNull)
                .filter(name -> !finder.isForeign(competition, name))
                .map(name -> finder.alike(competition, name))
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
