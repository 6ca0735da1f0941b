package io.touchline.platform.identity;

import io.touchline.domain.fixture.Competitions;
import io.touchline.domain.fixture.TeamId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Assumptions;

/**
 * Pairs of names that no eye was needed for: two sources tell the same division's matches, and where a score was made once that day in both, the match is the same
 * and so are its sides. The names have no part in it. A name must join to one club in nine of ten of its matches, and in three at least.
 */
final class JoinedPairs {

    private record Match(String division, String day, String score, String home, String away) {

        String key() {
            return division + ' ' + day + ' ' + score;
        }
    }

    private final TeamDirectory teams;
    private final Map<String, List<Match>> published = new HashMap<>();

    JoinedPairs(TeamDirectory teams) throws IOException {
        this.teams = teams;
        for (String division : List.of("E0", "D1", "F1", "I1", "SP1")) {
            for (int year = 2009; year < 2023; year++) {
                String season = "%02d%02d".formatted(year % 100, (year + 1) % 100);
                for (Map<String, String> row : csv("football-data/" + division + "_" + season + ".csv")) {
                    String[] date = row.getOrDefault("Date", "").split("/");
                    if (date.length == 3) {
                        String day = (date[2].length() == 2 ? "20" + date[2] : date[2]) + '-' + date[1] + '-' + date[0];
                        keep(published, match(division, day, row, "FTHG", "FTAG", "HomeTeam", "AwayTeam"));
                    }
                }
            }
        }
    }

    /** Every pair of every source. */
    List<NamePair> list() throws IOException {
        List<NamePair> pairs = new ArrayList<>();
        pairs.addAll(join(
                "understat",
                read(
                        "xg/understat_epl_matches_1415-2223.csv",
                        unused -> "E0",
                        "date",
                        "home_goals",
                        "away_goals",
                        "home_team",
                        "away_team")));
        List<Match> shots = new ArrayList<>();
        List<Match> tips = new ArrayList<>();
        for (String division : List.of("E0", "D1", "F1", "I1", "SP1")) {
            shots.addAll(read(
                    "xg/match_xg_" + division + "_1415-2122.csv",
                    row -> row.getOrDefault("Div", ""),
                    "datetime",
                    "home_goals",
                    "away_goals",
                    "home_team",
                    "away_team"));
            tips.addAll(read(
                    "multi-market/" + division + "_2223.csv",
                    unused -> division,
                    "Date",
                    "FTHG",
                    "FTAG",
                    "HomeTeam",
                    "AwayTeam"));
        }
        pairs.addAll(join("shots", shots));
        pairs.addAll(join("tips", tips));
        pairs.addAll(join(
                "odds portal",
                read(
                        "odds-open-close/england_premier-league_0910-2223.csv",
                        unused -> "E0",
                        "Date",
                        "FTHG",
                        "FTAG",
                        "HomeTeam",
                        "AwayTeam")));
        return pairs;
    }

    private List<NamePair> join(String source, List<Match> theirs) {
        Map<String, List<Match>> byKey = new HashMap<>();
        theirs.forEach(match -> keep(byKey, match));
        Map<String, Map<String, Integer>> meant = new TreeMap<>();
        byKey.forEach((key, matches) -> {
            List<Match> ours = published.getOrDefault(key, List.of());
            if (matches.size() == 1 && ours.size() == 1) {
                Match mine = ours.getFirst();
                Match other = matches.getFirst();
                meant.computeIfAbsent(mine.division() + '|' + other.home(), unused -> new TreeMap<>())
                        .merge(mine.home(), 1, Integer::sum);
                meant.computeIfAbsent(mine.division() + '|' + other.away(), unused -> new TreeMap<>())
                        .merge(mine.away(), 1, Integer::sum);
            }
        });
        List<NamePair> pairs = new ArrayList<>();
        meant.forEach((name, clubs) -> {
            int all = clubs.values().stream().mapToInt(Integer::intValue).sum();
            clubs.forEach((club, times) -> {
                if (times >= 3 && times >= 0.9 * all) {
                    String competition = Competitions.findByDivision(name.substring(0, name.indexOf('|')))
                            .orElseThrow()
                            .code();
                    String association = Competitions.get(competition).association();
                    TeamId id = teams.find(association, club).orElseThrow().id();
                    pairs.add(new NamePair(competition, id, club, name.substring(name.indexOf('|') + 1), source));
                }
            });
        });
        return pairs;
    }

    private static List<Match> read(
            String file,
            Function<Map<String, String>, String> division,
            String date,
            String homeGoals,
            String awayGoals,
            String home,
            String away)
            throws IOException {
        List<Match> matches = new ArrayList<>();
        for (Map<String, String> row : csv(file)) {
            String day = row.getOrDefault(date, "");
            if (day.length() >= 10) {
                matches.add(match(division.apply(row), day.substring(0, 10), row, homeGoals, awayGoals, home, away));
            }
        }
        return matches;
    }

    private static Match match(
            String division,
            String day,
            Map<String, String> row,
            String homeGoals,
            String awayGoals,
            String home,
            String away) {
        String score = row.getOrDefault(homeGoals, "").replace(".0", "")
                + '-'
                + row.getOrDefault(awayGoals, "").replace(".0", "");
        return new Match(division, day, score, row.getOrDefault(home, ""), row.getOrDefault(away, ""));
    }

    private static void keep(Map<String, List<Match>> byKey, Match match) {
        byKey.computeIfAbsent(match.key(), unused -> new ArrayList<>(1)).add(match);
    }

    /** The folder of real files is not part of the repository; testkit's {@code SharedData} stands above this module. */
    private static Path shared(String file) {
        String set = System.getenv("TOUCHLINE_DATA");
        Path folder = set == null || set.isBlank() ? Path.of("../../shared/data") : Path.of(set);
        Path path = folder.resolve(file);
        if (!Files.exists(path)) {
            Assumptions.abort("skipped: " + path + " is not here; set TOUCHLINE_DATA to the folder of shared data");
        }
        return path;
    }

    /** These files quote nothing. */
    private static List<Map<String, String>> csv(String file) throws IOException {
        Path path = shared(file);
        try {
            List<String> lines = Files.readAllLines(path, StandardCharsets.ISO_8859_1);
            boolean isUtf8 = file.startsWith("xg/") || file.startsWith("multi") || file.startsWith("odds");
            List<String> read = isUtf8 ? Files.readAllLines(path, StandardCharsets.UTF_8) : lines;
            String[] header = read.getFirst()
                    .replaceFirst("^(\uFEFF|\u00EF\u00BB\u00BF)", "")
                    .split(",", -1);
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : read.subList(1, read.size())) {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < Math.min(cells.length, header.length); i++) {
                    row.put(header[i], cells[i].strip());
                }
                rows.add(row);
            }
            return rows;
        } catch (UncheckedIOException e) {
            throw new IOException(file, e);
        }
    }
}
