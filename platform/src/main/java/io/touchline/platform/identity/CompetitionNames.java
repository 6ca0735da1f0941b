package io.touchline.platform.identity;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Competitions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which competition a vendor's words mean. A name that leagues of several countries share ({@code Premier League}) means one only together with its country,
 * and a name that is not in the table means none: {@code Premier League 2} and {@code Norway - 1st Division Corners} are nobody's first division.
 */
final class CompetitionNames {

    private record Named(Competition competition, boolean everywhere) {}

    private final Map<String, List<Named>> byName = new HashMap<>();
    private final Map<String, Set<String>> byIso = new HashMap<>();
    private final Map<String, String> byWord = new HashMap<>();

    private CompetitionNames() {
        for (List<String> row : TeamTable.rows("countries.txt", 3)) {
            for (String iso : row.get(1).split(";")) {
                byIso.computeIfAbsent(iso.strip(), unused -> new HashSet<>()).add(row.getFirst());
            }
            for (String word : row.get(2).split(";")) {
                byWord.put(TeamDirectory.fold(word), row.getFirst());
            }
        }
        for (List<String> row : TeamTable.rows("competitions.txt", 2)) {
            Competition competition = Competitions.get(row.getFirst());
            add(competition.code(), competition, true);
            for (String name : row.get(1).split(";")) {
                boolean everywhere = name.strip().startsWith("=");
                add(name, competition, everywhere);
            }
        }
        for (Competition competition : Competitions.list()) {
            add(competition.code(), competition, true);
        }
    }

    static CompetitionNames shipped() {
        return new CompetitionNames();
    }

    /**
     * The competition; empty where the words mean none for certain.
     *
     * @param country ISO code of two or three letters, or FIFA's; null where not told
     */
    Optional<Competition> find(String sport, @Nullable String name, @Nullable String country) {
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        String folded = TeamDirectory.fold(name);
        Set<String> countries = countries(country);
        Optional<Competition> everywhere = one(sport, folded, null);
        if (everywhere.isPresent()) {
            return fits(everywhere.get(), countries) ? everywhere : Optional.empty();
        }
        for (String told : countries) {
            Optional<Competition> there = one(sport, folded, told);
            if (there.isPresent() && countries.size() == 1) {
                return there;
            }
        }
        return named(sport, folded, countries);
    }

    /** Our codes of the associations behind a country code; empty where it is none of ours, or none was told. */
    Set<String> countries(@Nullable String iso) {
        return iso == null ? Set.of() : byIso.getOrDefault(iso.strip().toUpperCase(Locale.ROOT), Set.of());
    }

    /** The country stands before or behind the name. */
    private Optional<Competition> named(String sport, String folded, Set<String> countries) {
        List<Competition> found = new ArrayList<>();
        byWord.forEach((word, code) -> {
            if (countries.isEmpty() || countries.contains(code)) {
                if (folded.startsWith(word + "-")) {
                    one(sport, folded.substring(word.length() + 1), code).ifPresent(found::add);
                }
                if (folded.endsWith("-" + word)) {
                    one(sport, folded.substring(0, folded.length() - word.length() - 1), code)
                            .ifPresent(found::add);
                }
            }
        });
        return found.stream().distinct().count() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private Optional<Competition> one(String sport, String folded, @Nullable String country) {
        List<Competition> found = byName.getOrDefault(folded, List.of()).stream()
                .filter(named -> named.competition().sport().equals(sport))
                .filter(named -> country == null ? named.everywhere() : isOf(named.competition(), country))
                .map(Named::competition)
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private boolean fits(Competition competition, Set<String> countries) {
        return countries.isEmpty()
                || !isNational(competition)
                || countries.stream().anyMatch(country -> isOf(competition, country));
    }

    /** Whether it is played in one of the countries that we have a word for. */
    private boolean isNational(Competition competition) {
        int dot = competition.code().indexOf('.');
        return dot > 0
                && byWord.containsValue(competition.code().substring(0, dot).toUpperCase(Locale.ROOT));
    }

    private static boolean isOf(Competition competition, String country) {
        return competition.code().startsWith(country.toLowerCase(Locale.ROOT) + ".");
    }

    private void add(String name, Competition competition, boolean everywhere) {
        byName.computeIfAbsent(TeamDirectory.fold(name), unused -> new ArrayList<>(1))
                .add(new Named(competition, everywhere));
    }
}
