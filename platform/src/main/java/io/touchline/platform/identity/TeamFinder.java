package io.touchline.platform.identity;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Season;
import io.touchline.domain.fixture.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which club of a competition a vendor's name means: outright by the table of spellings, or by likeness, with what is known of the runner-up. */
final class TeamFinder {

    /** A short name speaks for a club only where the long one is at least as alike as this. */
    private static final double PLAUSIBLE = 0.2;

    private static final int MOST_CANDIDATES = 5;

    private final TeamDirectory teams;
    private final Map<String, ClubSimilarity> similarities = new ConcurrentHashMap<>();

    TeamFinder(TeamDirectory teams) {
        this.teams = teams;
    }

    /** The one club that the table says it is; empty where none or several. */
    Optional<Team> exact(Competition competition, @Nullable Season season, TeamRef ref) {
        List<Team> byName = spelled(competition, season, ref.name());
        if (!byName.isEmpty()) {
            return byName.size() == 1 ? Optional.of(byName.getFirst()) : Optional.empty();
        }
        String shortName = ref.shortName();
        if (shortName == null || shortName.isBlank()) {
            return Optional.empty();
        }
        List<Team> byShort = spelled(competition, season, shortName);
        if (byShort.size() != 1) {
            return Optional.empty();
        }
        Team team = byShort.getFirst();
        double likeness = alike(competition, ref.name()).stream()
                .filter(each -> each.team().equals(team))
                .mapToDouble(ClubSimilarity.Alike::similarity)
                .findFirst()
                .orElse(0);
        return likeness >= PLAUSIBLE ? Optional.of(team) : Optional.empty();
    }

    /** All clubs at all like the name, most alike first. */
    List<ClubSimilarity.Alike> alike(Competition competition, String name) {
        TeamMarkers marked = TeamMarkers.of(TeamDirectory.fold(name));
        TeamMarkers wanted = competition.isWomens() ? marked.amongWomen() : marked;
        if (wanted.rest().isEmpty()) {
            return List.of();
        }
        return similarities
                .computeIfAbsent(competition.association(), this::similarity)
                .to(wanted);
    }

    /** Whether the table says that a name is a club of another country: {@code Arsenal de Sarandi} in England. */
    boolean isForeign(Competition competition, String name) {
        List<String> scope = scope(competition);
        String sport = competition.sport() + "/";
        return teams.associations().stream()
                .filter(association -> association.startsWith(sport) && !scope.contains(association))
                .anyMatch(association -> teams.find(association, name).isPresent());
    }

    /** Ids of the clubs that a name may have meant, best first. */
    List<String> candidates(Competition competition, String name) {
        return alike(competition, name).stream()
                .filter(each -> each.similarity() >= PLAUSIBLE)
                .limit(MOST_CANDIDATES)
                .map(each -> each.team().id().value())
                .toList();
    }

    /** The club with that id in a competition; by its id alone where the table does not have it. */
    Team byId(Competition competition, TeamId id) {
        return scope(competition).stream()
                .flatMap(association -> teams.find(association, id).stream())
                .findFirst()
                .orElseGet(() -> new Team(competition.association(), id, id.value(), List.of()));
    }

    /** Several only where clubs of several countries play and have the same name; a club's first name goes before others' further spellings. */
    private List<Team> spelled(Competition competition, @Nullable Season season, String name) {
        String wanted = name;
        if (competition.isWomens()) {
            TeamMarkers marked = TeamMarkers.of(TeamDirectory.fold(name));
            if (marked.marks().contains(TeamMarkers.WOMEN)) {
                TeamMarkers rest = marked.amongWomen();
                if (!rest.isPlain()) {
                    return List.of();
                }
                wanted = rest.rest();
            }
        }
        List<Team> found = new ArrayList<>();
        for (String association : scope(competition)) {
            teams.find(association, wanted, season).ifPresent(found::add);
        }
        if (found.size() < 2) {
            return found;
        }
        String folded = TeamDirectory.fold(wanted);
        List<Team> byName = found.stream()
                .filter(team -> team.id().value().equals(folded)
                        || TeamDirectory.fold(team.name()).equals(folded))
                .toList();
        return byName.size() == 1 ? byName : found;
    }

    private List<String> scope(Competition competition) {
        return Confederations.scope(competition.association(), teams.associations());
    }

    private ClubSimilarity similarity(String association) {
        return new ClubSimilarity(Confederations.scope(association, teams.associations()).stream()
                .flatMap(each -> teams.list(each).stream())
                .toList());
    }
}
