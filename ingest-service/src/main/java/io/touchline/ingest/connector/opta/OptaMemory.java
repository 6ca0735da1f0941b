package io.touchline.ingest.connector.opta;

import io.touchline.platform.identity.FixtureRef;
import io.touchline.platform.identity.TeamRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What other payloads said of teams, players and fixtures: the events of F24 name nobody. Forgets the longest unused. */
final class OptaMemory {

    private static final Pattern MATCH_IN_NAME = Pattern.compile("[0-9]{5,}");
    private static final Pattern LETTERS_BEFORE = Pattern.compile("^[a-zA-Z]{1,3}(?=[0-9]+$)");

    private final Map<String, TeamRef> teams = new Bounded<>(20_000);
    private final Map<String, String> players = new Bounded<>(100_000);
    private final Map<String, FixtureRef> fixtures = new Bounded<>(20_000);

    private static final class Bounded<V> extends LinkedHashMap<String, V> {

        private static final long serialVersionUID = 1L;

        private final int most;

        Bounded(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > most;
        }
    }

    /** {@code t569} and {@code 569} are one team; ids of 25 characters stay. */
    static String id(String text) {
        return LETTERS_BEFORE.matcher(text).replaceFirst("");
    }

    /** The match that a file's name means, or the name itself. */
    static String matchOf(String location) {
        String file = location.substring(Math.max(location.lastIndexOf('/'), location.lastIndexOf('\\')) + 1);
        Matcher matcher = MATCH_IN_NAME.matcher(file);
        String found = null;
        while (matcher.find()) {
            found = matcher.group();
        }
        return found == null ? file : found;
    }

    void team(TeamRef team) {
        if (team.vendorId() != null) {
            teams.put(team.vendorId(), team);
        }
    }

    @Nullable TeamRef findTeam(@Nullable String id) {
        return id == null ? null : teams.get(id);
    }

    void player(String id, String name) {
        players.put(id, name);
    }

    @Nullable String findPlayer(@Nullable String id) {
        return id == null ? null : players.get(id);
    }

    /** Keeps it where it says both teams. */
    void fixture(FixtureRef ref) {
        if (ref.home() != null && ref.away() != null) {
            fixtures.put(ref.vendorId(), ref);
        }
    }

    @Nullable FixtureRef findFixture(String id) {
        return fixtures.get(id);
    }
}
