package io.touchline.platform.identity;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.FixtureId;
import io.touchline.domain.fixture.Season;
import io.touchline.domain.fixture.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which meeting of two known sides a reference means.
 *
 * <p>Where sides meet once in a while, a kickoff near a known one is that meeting, and an unknown pair makes its first meeting. In sports with series (baseball,
 * basketball, hockey) the sides meet on days in a row and twice in one day, so the meeting is numbered by day and game: game 2 of 17 September is meeting
 * 9172 whatever was heard before.
 */
final class MeetingFinder {

    /** Two kickoffs of the same sides at the same ground nearer than this are the same match, moved a little. */
    static final Duration SAME_MATCH = Duration.ofHours(36);

    private static final Duration SAME_WEEK = Duration.ofDays(5);
    private static final Duration SAME_GAME = Duration.ofHours(3);
    private static final Duration OTHER_GAME = Duration.ofHours(4);
    static final Duration CLOSE = Duration.ofMinutes(75);

    /** From UTC to about the clock of American grounds, whose evening games end after midnight. */
    private static final Duration AMERICAN_DAY = Duration.ofHours(9);

    private static final Set<String> SPORTS_WITH_SERIES = Set.of("baseball", "basketball", "hockey");

    /** Leagues in which a pair meets once a season at one ground, so that another kickoff is a postponement, unless the match has been played. */
    private static final Set<String> ONCE = Set.of(
            "eng.1", "esp.1", "ita.1", "ger.1", "ger.2", "ger.3", "fra.1", "por.1", "tur.1", "bra.1", "bra.2", "chn.1",
            "nor.1", "swe.1", "swe.2", "eng.w.1");

    /** A meeting, or why none. */
    record Found(@Nullable FixtureId id, double confidence, String problem, List<KnownFixture> candidates) {

        static Found of(FixtureId id, double confidence) {
            return new Found(id, confidence, "", List.of());
        }

        static Found ambiguous(String problem, List<KnownFixture> candidates) {
            return new Found(null, 0, problem, candidates);
        }
    }

    private final FixtureBook book;

    MeetingFinder(FixtureBook book) {
        this.book = book;
    }

    Found find(FixtureRef ref, Competition competition, Season season, TeamId home, TeamId away) {
        List<KnownFixture> met = book.meetings(competition.code(), home, away);
        Optional<KnownFixture> before = book.byVendor(ref.source(), ref.vendorId());
        if (before.isPresent() && met.contains(before.get())) {
            return Found.of(before.get().id(), 1.0);
        }
        boolean series = SPORTS_WITH_SERIES.contains(competition.sport());
        Instant kickoff = Objects.requireNonNull(ref.kickoffAt());
        Duration swapWindow = series ? SAME_GAME : SAME_MATCH;
        List<KnownFixture> swapped = book.meetings(competition.code(), away, home).stream()
                .filter(known -> known.distance(kickoff).compareTo(swapWindow) <= 0)
                .toList();
        Meeting meeting = new Meeting(ref, competition, season, home, away, kickoff);
        Found found = series ? ofSeries(meeting, met) : single(meeting, met);
        boolean isNew =
                found.id() != null && met.stream().noneMatch(known -> known.id().equals(found.id()));
        return isNew && !swapped.isEmpty()
                ? Found.ambiguous("known only with home and away the other way round", swapped)
                : found;
    }

    private record Meeting(
            FixtureRef ref, Competition competition, Season season, TeamId home, TeamId away, Instant kickoff) {

        FixtureId number(int meeting) {
            return FixtureId.of(competition.sport(), competition.code(), season, home, away, meeting);
        }
    }

    private static Found single(Meeting meeting, List<KnownFixture> met) {
        Duration window = meeting.competition().sport().equals("soccer") ? SAME_MATCH : SAME_WEEK;
        List<KnownFixture> near = met.stream()
                .filter(known -> known.distance(meeting.kickoff()).compareTo(window) <= 0)
                .toList();
        if (near.size() == 1) {
            return Found.of(near.getFirst().id(), 1.0);
        } else if (!near.isEmpty()) {
            return Found.ambiguous("several meetings are near " + meeting.kickoff(), near);
        }
        List<KnownFixture> inSeason = met.stream()
                .filter(known -> known.id().season().equals(meeting.season()))
                .toList();
        if (inSeason.isEmpty()) {
            return Found.of(meeting.number(1), 1.0);
        }
        boolean later = inSeason.stream().allMatch(known -> known.kickoff().isBefore(meeting.kickoff()));
        if (later && inSeason.stream().allMatch(KnownFixture::isFinished)) {
            return Found.of(next(meeting, inSeason), 1.0);
        }
        List<KnownFixture> open =
                inSeason.stream().filter(known -> !known.isFinished()).toList();
        List<KnownFixture> postponed = open.stream()
                .filter(known -> Set.of("POSTPONED", "ABANDONED").contains(known.status()))
                .toList();
        if (postponed.size() == 1) {
            return Found.of(postponed.getFirst().id(), 0.95);
        } else if (ONCE.contains(meeting.competition().code()) && open.size() == 1 && inSeason.size() == 1) {
            return Found.of(open.getFirst().id(), 0.95);
        } else if (later && inSeason.stream().allMatch(known -> known.isAnothersOf(meeting.ref()))) {
            return Found.of(next(meeting, inSeason), 1.0);
        }
        return Found.ambiguous(meeting.kickoff() + " is far from every known meeting", inSeason);
    }

    private static FixtureId next(Meeting meeting, List<KnownFixture> met) {
        return meeting.number(
                1 + met.stream().mapToInt(known -> known.id().meeting()).max().orElse(0));
    }

    private static Found ofSeries(Meeting meeting, List<KnownFixture> met) {
        FixtureRef ref = meeting.ref();
        LocalDate day = day(meeting.kickoff(), ref.kickoffKnown());
        List<KnownFixture> free =
                met.stream().filter(known -> !known.isAnothersOf(ref)).toList();
        List<KnownFixture> thatDay =
                free.stream().filter(known -> isOn(known, day)).toList();
        Integer game = ref.gameNumber();
        if (game != null) {
            FixtureId id = meeting.number(number(day, game));
            Optional<KnownFixture> named =
                    thatDay.stream().filter(known -> known.id().equals(id)).findFirst();
            if (named.isPresent() && maybeSame(named.get(), ref, meeting.kickoff(), OTHER_GAME)) {
                return Found.of(id, 1.0);
            }
            // one that a vendor told without a number, or that was moved here from another day
            List<KnownFixture> close = thatDay.stream()
                    .filter(known -> ref.kickoffKnown() && known.kickoffKnown())
                    .filter(known -> known.distance(meeting.kickoff()).compareTo(CLOSE) <= 0)
                    .filter(known -> !isOtherGameOf(known.id(), day, game))
                    .toList();
            if (close.size() == 1) {
                return Found.of(close.getFirst().id(), 1.0);
            } else if (close.size() > 1) {
                return Found.ambiguous("several games are near " + meeting.kickoff(), close);
            }
            return Found.of(free(meeting, met, day, game), 1.0);
        }
        if (!ref.kickoffKnown()) {
            return switch (thatDay.size()) {
                case 0 -> Found.of(free(meeting, met, day, 1), 1.0);
                case 1 -> Found.of(thatDay.getFirst().id(), 1.0);
                default -> Found.ambiguous("two games on " + day + " and no time to tell them apart", thatDay);
            };
        }
        return byClock(meeting, met, day, thatDay);
    }

    private static Found byClock(Meeting meeting, List<KnownFixture> met, LocalDate day, List<KnownFixture> thatDay) {
        List<KnownFixture> byDistance = thatDay.stream()
                .sorted(Comparator.comparing((KnownFixture known) -> known.distance(meeting.kickoff()))
                        .thenComparing(KnownFixture::id))
                .toList();
        if (byDistance.isEmpty()) {
            return Found.of(free(meeting, met, day, 1), 1.0);
        }
        Duration nearest = byDistance.getFirst().distance(meeting.kickoff());
        boolean alone = byDistance.size() == 1
                || byDistance.get(1).distance(meeting.kickoff()).minus(nearest).compareTo(CLOSE) > 0;
        if (alone
                && (nearest.compareTo(SAME_GAME) <= 0 || !byDistance.getFirst().kickoffKnown())) {
            return Found.of(byDistance.getFirst().id(), 1.0);
        } else if (nearest.compareTo(OTHER_GAME) > 0) {
            return Found.of(free(meeting, met, day, 1), 1.0);
        }
        return Found.ambiguous("it may be the same game or another of that day", thatDay);
    }

    /** The id of a game of a day; the next free number where another game has it. */
    private static FixtureId free(Meeting meeting, List<KnownFixture> met, LocalDate day, int game) {
        for (int number = Math.clamp(game, 1, 9); number <= 9; number++) {
            FixtureId id = meeting.number(number(day, number));
            if (met.stream().noneMatch(known -> known.id().equals(id))) {
                return id;
            }
        }
        return meeting.number(number(day, 9));
    }

    private static boolean isOn(KnownFixture known, LocalDate day) {
        return known.kickoffs().stream()
                .anyMatch(kickoff -> day(kickoff, known.kickoffKnown()).equals(day)
                        || (!known.kickoffKnown() && day(kickoff, true).equals(day)));
    }

    private static boolean maybeSame(KnownFixture known, FixtureRef ref, Instant kickoff, Duration window) {
        return !ref.kickoffKnown()
                || !known.kickoffKnown()
                || known.distance(kickoff).compareTo(window) <= 0;
    }

    private static boolean isOtherGameOf(FixtureId id, LocalDate day, int game) {
        int number = id.meeting();
        return number / 10 == number(day, 0) / 10 && number % 10 != game && number % 10 > 1;
    }

    private static int number(LocalDate day, int game) {
        return day.getMonthValue() * 1000 + day.getDayOfMonth() * 10 + game;
    }

    private static LocalDate day(Instant kickoff, boolean known) {
        return LocalDate.ofInstant(known ? kickoff.minus(AMERICAN_DAY) : kickoff, ZoneOffset.UTC);
    }
}
