package io.touchline.platform.identity;

import io.touchline.domain.fixture.Season;
import io.touchline.domain.fixture.TeamId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All clubs with all their spellings, per association. The shipped table knows every spelling of the football-data.co.uk files and the full names of
 * the bigger leagues; a user's file adds clubs and spellings, and wins where it contradicts.
 *
 * <p>A spelling is compared without case, accents and punctuation ({@code M'Gladbach} is {@code M'gladbach}). A name that is not in the
 * table is never guessed: {@link #find} is empty and {@link #candidates} says what it may have meant.
 *
 * <p>Safe for use by several threads.
 */
public final class TeamDirectory {

    private static final double WORTH_TELLING = 0.5;
    private static final int MOST_CANDIDATES = 5;
    private static final Pattern DOTTED = Pattern.compile("(?<!\\p{L})(\\p{L})\\.(?=\\p{L}(?!\\p{L}))");
    private static final Pattern WITH_YEARS = Pattern.compile("(.+)@([0-9]{4})?-([0-9]{4})?");

    /** A spelling and the start years of the seasons in which it means this club. */
    private record Entry(Team team, int fromYear, int toYear) {
        boolean holds(@Nullable Season season) {
            return season == null || (season.startYear() >= fromYear && season.startYear() <= toYear);
        }
    }

    private final Map<String, Map<String, Team>> teams = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Entry>>> entries = new HashMap<>();

    /** The same with umlauts that are written out taken back: {@code Goeteborg}. */
    private final Map<String, Map<String, List<Entry>>> plainEntries = new HashMap<>();

    /** The entries of spellings met before, so that no name is folded twice; only known names are kept, so it stays small. */
    private final Map<String, Map<String, List<Entry>>> met = new ConcurrentHashMap<>();

    private TeamDirectory(List<Team> shipped, List<Team> users) {
        shipped.forEach(team -> add(team, false));
        users.forEach(team -> add(team, true));
    }

    /** The table that comes with Touchline. */
    public static TeamDirectory shipped() {
        return new TeamDirectory(TeamTable.shipped(), List.of());
    }

    /** A table of one's own and nothing else. */
    static TeamDirectory of(List<Team> teams) {
        return new TeamDirectory(teams, List.of());
    }

    /**
     * The shipped table with a user's file of the same form laid over it.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if a line is not of that form; names the line
     */
    public static TeamDirectory shippedWith(Path file) throws IOException {
        return new TeamDirectory(TeamTable.shipped(), TeamTable.read(file));
    }

    /** The club that a name means, whatever the season. */
    public Optional<Team> find(String association, String name) {
        return find(association, name, null);
    }

    /**
     * The club that a name means in a season: some spellings meant different clubs over the years. Empty where unknown or ambiguous. In a women's
     * association the men's spellings hold too, for the women's side of that club.
     */
    public Optional<Team> find(String association, String name, @Nullable Season season) {
        Optional<Team> own = own(association, name, season);
        return own.isEmpty() && Confederations.isWomens(association)
                ? own(Confederations.mens(association), name, season).map(team -> womens(association, team))
                : own;
    }

    private Optional<Team> own(String association, String name, @Nullable Season season) {
        @Nullable Team found = null;
        for (Entry entry : entriesOf(association, name)) {
            if (entry.holds(season)) {
                if (found != null && !found.id().equals(entry.team().id())) {
                    return Optional.empty();
                }
                found = entry.team();
            }
        }
        return Optional.ofNullable(found);
    }

    /** The club with that id. */
    public Optional<Team> find(String association, TeamId id) {
        Team own = teams.getOrDefault(association, Map.of()).get(id.value());
        return own == null && Confederations.isWomens(association)
                ? find(Confederations.mens(association), id).map(team -> womens(association, team))
                : Optional.ofNullable(own);
    }

    /** All clubs of an association, in the order of the table; the women's sides of the men's clubs too. */
    public Collection<Team> list(String association) {
        Map<String, Team> own = teams.getOrDefault(association, Map.of());
        if (!Confederations.isWomens(association)) {
            return List.copyOf(own.values());
        }
        Map<String, Team> all = new LinkedHashMap<>(own);
        list(Confederations.mens(association))
                .forEach(team -> all.putIfAbsent(team.id().value(), womens(association, team)));
        return List.copyOf(all.values());
    }

    /** The associations of the table. */
    public Set<String> associations() {
        return Set.copyOf(teams.keySet());
    }

    private static Team womens(String association, Team team) {
        return new Team(association, team.id(), team.name() + " Women", team.spellings());
    }

    /** All clubs. */
    public List<Team> list() {
        return teams.values().stream().flatMap(byId -> byId.values().stream()).toList();
    }

    /** What an unknown name may have meant, most alike first, five at most; empty where nothing comes near. */
    public List<TeamCandidate> candidates(String association, String name) {
        String wanted = fold(name);
        Map<String, TeamCandidate> best = new HashMap<>();
        entries.getOrDefault(association, Map.of())
                .forEach((spelling, meanings) -> meanings.forEach(entry -> best.merge(
                        entry.team().id().value(),
                        new TeamCandidate(entry.team(), NameSimilarity.between(wanted, spelling)),
                        (one, other) -> one.similarity() >= other.similarity() ? one : other)));
        return best.values().stream()
                .filter(candidate -> candidate.similarity() >= WORTH_TELLING)
                .sorted(Comparator.comparingDouble(TeamCandidate::similarity)
                        .reversed()
                        .thenComparing(candidate -> candidate.team().id()))
                .limit(MOST_CANDIDATES)
                .toList();
    }

    private List<Entry> entriesOf(String association, String name) {
        Map<String, List<Entry>> known = met.computeIfAbsent(association, unused -> new ConcurrentHashMap<>());
        List<Entry> before = known.get(name);
        if (before != null) {
            return before;
        }
        String folded = fold(name);
        List<Entry> found = entries.getOrDefault(association, Map.of()).getOrDefault(folded, List.of());
        if (found.isEmpty()) {
            found = plainEntries.getOrDefault(association, Map.of()).getOrDefault(ClubWords.plain(folded), List.of());
        }
        if (!found.isEmpty() && name.length() <= 100) {
            known.put(name, found);
        }
        return found;
    }

    private void add(Team team, boolean wins) {
        Map<String, Team> byId = teams.computeIfAbsent(team.association(), unused -> new LinkedHashMap<>());
        Team before = byId.get(team.id().value());
        byId.put(team.id().value(), before == null ? team : merged(before, team));
        boolean idHasYears = false;
        for (String spelling : team.spellings()) {
            Matcher years = WITH_YEARS.matcher(spelling);
            if (years.matches()) {
                int from = years.group(2) == null ? 0 : Integer.parseInt(years.group(2));
                int to = years.group(3) == null ? Integer.MAX_VALUE : Integer.parseInt(years.group(3));
                String folded = fold(years.group(1));
                idHasYears |= folded.equals(team.id().value());
                add(folded, new Entry(team, from, to), false);
            } else {
                add(fold(spelling), new Entry(team, 0, Integer.MAX_VALUE), wins);
            }
        }
        add(fold(team.name()), new Entry(team, 0, Integer.MAX_VALUE), wins);
        if (!idHasYears) {
            add(team.id().value(), new Entry(team, 0, Integer.MAX_VALUE), wins);
        }
    }

    private void add(String folded, Entry entry, boolean wins) {
        add(entries, folded, entry, wins);
        add(plainEntries, ClubWords.plain(folded), entry, wins);
    }

    private static void add(Map<String, Map<String, List<Entry>>> entries, String folded, Entry entry, boolean wins) {
        List<Entry> sameSpelling = entries.computeIfAbsent(entry.team().association(), unused -> new HashMap<>())
                .computeIfAbsent(folded, unused -> new ArrayList<>(1));
        if (wins) {
            sameSpelling.clear();
        }
        boolean hasYears =
                sameSpelling.stream().anyMatch(other -> other.fromYear() > 0 || other.toYear() < Integer.MAX_VALUE);
        boolean always = entry.fromYear() == 0 && entry.toYear() == Integer.MAX_VALUE;
        boolean repeated = sameSpelling.stream()
                .anyMatch(other -> other.team().id().equals(entry.team().id()));
        if (!(repeated && always) && !(hasYears && always)) {
            sameSpelling.add(entry);
        }
    }

    private static Team merged(Team before, Team addition) {
        List<String> spellings = new ArrayList<>(before.spellings());
        addition.spellings().stream()
                .filter(spelling -> !spellings.contains(spelling))
                .forEach(spellings::add);
        return new Team(before.association(), before.id(), addition.name(), spellings);
    }

    /** Case, accents and punctuation away, {@code F.C.} one word; empty text where nothing is left. */
    static String fold(String name) {
        try {
            return TeamId.fromName(DOTTED.matcher(name).replaceAll("$1")).value();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
