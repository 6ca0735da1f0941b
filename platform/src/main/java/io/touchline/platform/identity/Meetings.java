package io.touchline.platform.identity;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.FixtureId;
import io.touchline.domain.fixture.Season;
import io.touchline.domain.fixture.TeamId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives the matches of one season their ids. Most pairs meet once a season at one ground, and their id does not depend on the day, so it survives a
 * postponement. Where a pair meets again (Scotland, Switzerland, play-offs) the meetings are numbered in the order of their days: make all known first with
 * {@link #announce}, then ask for ids.
 */
public final class Meetings {

    private record Pair(String competition, Season season, TeamId home, TeamId away) {}

    private final Map<Pair, TreeMap<LocalDate, String>> days = new HashMap<>();

    /**
     * Makes a match known.
     *
     * @param location where it was read, for the message about a repetition
     * @return null, or the location of the match of the same pair on the same day that was announced before: this one repeats it
     */
    public @Nullable String announce(
            Competition competition, Season season, TeamId home, TeamId away, LocalDate day, String location) {
        return days.computeIfAbsent(new Pair(competition.code(), season, home, away), unused -> new TreeMap<>())
                .putIfAbsent(day, location);
    }

    /**
     * The id of an announced match.
     *
     * @throws IllegalArgumentException if it was not announced
     */
    public FixtureId id(Competition competition, Season season, TeamId home, TeamId away, LocalDate day) {
        TreeMap<LocalDate, String> met = days.get(new Pair(competition.code(), season, home, away));
        int meeting = 0;
        if (met != null) {
            for (Entry<LocalDate, String> entry : met.entrySet()) {
                meeting++;
                if (entry.getKey().equals(day)) {
                    return FixtureId.of(competition.sport(), competition.code(), season, home, away, meeting);
                }
            }
        }
        throw new IllegalArgumentException("not announced: " + home + " against " + away + " on " + day);
    }
}
