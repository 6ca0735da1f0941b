package io.touchline.simulator.vendor;

import io.touchline.simulator.league.Seed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The games of a simulated baseball league: four a day, around the clock so that one always runs. Who scores how much in which half inning is drawn from the seed; a tie after nine innings goes on.
 */
final class MlbGames {

    private static final Duration HALF_INNING = Duration.ofMinutes(9);
    private static final Duration BETWEEN_GAMES = Duration.ofHours(6);
    private static final int GAMES_A_DAY = 4;
    private static final int INNINGS = 9;
    private static final int MOST_INNINGS = 18;
    private static final int FIRST_NUMBER = 800_000;
    private static final String[] CLUBS = {
        "Ashcombe Anvils", "Brackwater Herons", "Caldervane Kites", "Dunmere Drovers",
        "Eastmoor Foxes", "Fernholt Larks", "Glasswick Furnaces", "Hollowbrig Mules"
    };

    private final Seed seed;

    MlbGames(Seed seed) {
        this.seed = seed.with("baseball");
    }

    /** One game; {@code home} and {@code away} are places in the list of clubs. */
    record Game(int number, LocalDate day, Instant startAt, int home, int away, List<Half> halves) {

        Instant endAt() {
            return startAt.plus(HALF_INNING.multipliedBy(halves.size()));
        }

        boolean hasBegun(Instant now) {
            return !now.isBefore(startAt);
        }

        boolean isOver(Instant now) {
            return !now.isBefore(endAt());
        }

        /** The halves that are played to their end. */
        List<Half> played(Instant now) {
            long done = Duration.between(startAt, now).dividedBy(HALF_INNING);
            return halves.subList(0, (int) Math.clamp(done, 0, halves.size()));
        }
    }

    /** Half an inning: its number from 1, whether the away side bats, and the runs it brings. */
    record Half(int inning, boolean top, int runs) {}

    static String club(int place) {
        return CLUBS[place];
    }

    List<Game> of(LocalDate day) {
        List<Game> games = new ArrayList<>();
        for (int i = 0; i < GAMES_A_DAY; i++) {
            Seed own = seed.with(day.toEpochDay()).with(i);
            int home = (int) (own.with("home").uniform() * CLUBS.length);
            int away = (home + 1 + (int) (own.with("away").uniform() * (CLUBS.length - 1))) % CLUBS.length;
            int number = FIRST_NUMBER + (int) (Math.floorMod(day.toEpochDay(), 10_000L) * GAMES_A_DAY) + i;
            Instant startAt =
                    day.atTime(LocalTime.of(0, 30)).toInstant(ZoneOffset.UTC).plus(BETWEEN_GAMES.multipliedBy(i));
            games.add(new Game(number, day, startAt, home, away, halves(own)));
        }
        return games;
    }

    private static List<Half> halves(Seed own) {
        List<Half> halves = new ArrayList<>();
        int home = 0;
        int away = 0;
        for (int inning = 1; inning <= MOST_INNINGS; inning++) {
            int top = runs(own.with("top").with(inning));
            halves.add(new Half(inning, true, top));
            away += top;
            if (inning >= INNINGS && home > away) {
                break;
            }
            int bottom = runs(own.with("bottom").with(inning));
            boolean last = inning == MOST_INNINGS && home + bottom == away;
            halves.add(new Half(inning, false, last ? bottom + 1 : bottom));
            home += last ? bottom + 1 : bottom;
            if (inning >= INNINGS && home != away) {
                break;
            }
        }
        return halves;
    }

    private static int runs(Seed seed) {
        double at = seed.uniform();
        return at < 0.72 ? 0 : at < 0.87 ? 1 : at < 0.94 ? 2 : at < 0.98 ? 3 : 4;
    }
}
