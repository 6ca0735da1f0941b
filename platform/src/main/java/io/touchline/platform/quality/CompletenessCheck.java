package io.touchline.platform.quality;

import io.touchline.domain.fixture.FixtureId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which share of a day's known fixtures of a competition has something (prices, or a score). A fixture counts from some time around its kickoff on: prices are expected before,
 * scores after. Safe for many threads.
 */
public final class CompletenessCheck {

    private static final int FIXTURES = 20_000;
    private static final String ALL_SOURCES = "all";

    private final String what;
    private final Duration expected;
    private final double least;
    private final Map<FixtureId, Known> fixtures = new Bounded<>(FIXTURES);
    private final Set<String> told = new HashSet<>();

    private record Known(@Nullable Instant kickoffAt, boolean reported) {}

    /**
     * Of a competition's day.
     *
     * @param day of kickoff, UTC
     * @param expected fixtures that should have it by now
     * @param reported how many of them have
     * @param missing the first few that have not
     */
    public record Share(String competition, LocalDate day, int expected, int reported, List<String> missing) {

        /** 0 to 1. */
        public double share() {
            return expected == 0 ? 1 : (double) reported / expected;
        }
    }

    /**
     * By its parts.
     *
     * @param what in a word or two: prices, scores
     * @param expected from when on, relative to kickoff; negative is before
     * @param least share below which it is told
     */
    public CompletenessCheck(String what, Duration expected, double least) {
        this.what = what;
        this.expected = expected;
        this.least = least;
    }

    /** Prices, a day before kickoff; nine of ten fixtures. */
    public static CompletenessCheck ofPrices() {
        return new CompletenessCheck("prices", Duration.ofDays(-1), 0.9);
    }

    /** Scores, ten minutes after kickoff; nine of ten fixtures. */
    public static CompletenessCheck ofScores() {
        return new CompletenessCheck("scores", Duration.ofMinutes(10), 0.9);
    }

    /** A fixture is announced, or its kickoff moved. */
    public synchronized void known(FixtureId fixture, Instant kickoffAt) {
        Known before = fixtures.get(fixture);
        fixtures.put(fixture, new Known(kickoffAt, before != null && before.reported()));
    }

    /** A fixture is called off, or put off without a date: nothing is owed. */
    public synchronized void gone(FixtureId fixture) {
        fixtures.remove(fixture);
    }

    /** Somebody told it of this fixture. */
    public synchronized void reported(FixtureId fixture) {
        Known before = fixtures.get(fixture);
        if (before == null || !before.reported()) {
            fixtures.put(fixture, new Known(before == null ? null : before.kickoffAt(), true));
        }
    }

    /** Every competition of every day between two moments of kickoff, as it stands. */
    public synchronized List<Share> shares(Instant now, Instant from, Instant to) {
        Map<String, Tally> tallies = new TreeMap<>();
        fixtures.forEach((fixture, known) -> {
            Instant kickoffAt = known.kickoffAt();
            if (kickoffAt == null
                    || kickoffAt.isBefore(from)
                    || kickoffAt.isAfter(to)
                    || now.isBefore(kickoffAt.plus(expected))) {
                return;
            }
            LocalDate day = kickoffAt.atZone(ZoneOffset.UTC).toLocalDate();
            String competition = fixture.competition();
            tallies.computeIfAbsent(day + "|" + competition, unused -> new Tally(competition, day))
                    .add(fixture, known.reported());
        });
        return tallies.values().stream().map(Tally::share).toList();
    }

    /** Competitions of the last and the next day that are short of it; each day of each is told once. */
    public synchronized List<Finding> check(Instant now) {
        List<Finding> findings = new ArrayList<>();
        for (Share share : shares(now, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)))) {
            String key = share.competition() + "|" + share.day();
            if (share.share() >= least) {
                told.remove(key);
            } else if (told.add(key)) {
                findings.add(new Finding(
                        FindingKind.COMPETITION_INCOMPLETE,
                        ALL_SOURCES,
                        null,
                        share.competition(),
                        "%d of %d fixtures of %s have %s; without: %s"
                                .formatted(
                                        share.reported(),
                                        share.expected(),
                                        share.day(),
                                        what,
                                        String.join(", ", share.missing())),
                        null,
                        now));
            }
        }
        return findings;
    }

    /** What is counted of one competition's day. */
    private static final class Tally {

        private static final int NAMED = 5;

        private final String competition;
        private final LocalDate day;
        private final List<String> missing = new ArrayList<>();
        private int expected;
        private int reported;

        Tally(String competition, LocalDate day) {
            this.competition = competition;
            this.day = day;
        }

        void add(FixtureId fixture, boolean has) {
            expected++;
            if (has) {
                reported++;
            } else if (missing.size() < NAMED) {
                missing.add(fixture.value());
            }
        }

        Share share() {
            return new Share(competition, day, expected, reported, List.copyOf(missing));
        }
    }
}
