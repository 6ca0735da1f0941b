package io.touchline.platform.footballdata;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Season;
import io.touchline.domain.fixture.TeamId;
import io.touchline.platform.identity.Team;
import io.touchline.platform.identity.TeamDirectory;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Expected goals of past matches, joined to the lines of football-data.co.uk by competition, teams, day with slack (clocks of the source drift, and a moved match may keep its first date) and
 * score. A match whose score differs (stopped or awarded) is not joined but counted. A name that the team directory does not know is joined only where the other side, the day and the score
 * leave one line. Safe for use by several threads.
 */
public final class XgHistory {

    /** No expected goals at all. */
    public static final XgHistory NONE = new XgHistory(List.of(), List.of(), null);

    private static final int DAYS_OF_SLACK = 14;
    private static final int DAYS_OF_SLACK_UNNAMED = 1;

    /** What became of the matches of one competition and season; those outside the lines that were read are not counted. */
    private enum Outcome {
        WITHOUT_MATCH,
        SCORE_DIFFERS,
        JOINED
    }

    private record Entry(
            XgMatch match, @Nullable TeamId home, @Nullable TeamId away) {}

    /**
     * How the join went, in matches as told: a match that two files tell counts twice.
     *
     * @param joined told of a line that was read
     * @param scoreDiffers of a line with another score: stopped or awarded
     * @param withoutMatch within the days of the lines read, but of none of them
     * @param unreadable lines of files of expected goals that could not be read
     */
    public record Report(int joined, int scoreDiffers, int withoutMatch, int unreadable) {

        public double joinedShare() {
            int told = joined + scoreDiffers + withoutMatch;
            return told == 0 ? Double.NaN : (double) joined / told;
        }

        /** The keys of the commands' JSON. */
        public Map<String, Object> json() {
            Map<String, Object> json = new TreeMap<>();
            json.put("joined", joined);
            json.put("score_differs", scoreDiffers);
            json.put("without_match", withoutMatch);
            json.put("unreadable", unreadable);
            return json;
        }
    }

    private final Map<String, List<Entry>> byCompetition = new HashMap<>();
    private final Map<Entry, Outcome> outcomes = new ConcurrentHashMap<>();
    private final List<String> unreadable;

    private XgHistory(List<XgMatch> matches, List<String> unreadable, @Nullable TeamDirectory directory) {
        this.unreadable = List.copyOf(unreadable);
        if (directory != null) {
            for (XgMatch match : matches) {
                if (match.score() != null) {
                    byCompetition
                            .computeIfAbsent(match.competition().code(), unused -> new ArrayList<>())
                            .add(new Entry(
                                    match,
                                    team(directory, match, match.homeName()),
                                    team(directory, match, match.awayName())));
                }
            }
            // the publisher's own figure first; what others tell fills the gaps
            byCompetition
                    .values()
                    .forEach(entries -> entries.sort(Comparator.comparingInt(
                                    (Entry entry) -> entry.match().trust())
                            .thenComparing(entry -> entry.match().location())));
        }
    }

    /**
     * Reads a folder and the folders in it.
     *
     * @throws IOException where there is no such folder, or a file in it cannot be opened
     */
    public static XgHistory read(Path folder, TeamDirectory directory) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        XgFiles files = new XgFiles();
        try (Stream<Path> paths = Files.walk(folder, 2, FileVisitOption.FOLLOW_LINKS)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                files.read(path);
            }
        }
        return new XgHistory(files.matches(), files.unreadable(), directory);
    }

    /** How many played matches the files tell of; one that two files tell counts twice. */
    public int size() {
        return byCompetition.values().stream().mapToInt(List::size).sum();
    }

    /** What could not be read, file and line with what was wrong. */
    public List<String> unreadable() {
        return unreadable;
    }

    /** How the joins so far went. */
    public Report report() {
        return report(outcomes.values());
    }

    /** The same by competition and season, {@code eng.1 2022-23}. */
    public Map<String, Report> reportBySeason() {
        Map<String, List<Outcome>> bySeason = new TreeMap<>();
        outcomes.forEach((entry, outcome) -> {
            Season season = Season.at(entry.match().date(), false);
            bySeason.computeIfAbsent(
                            entry.match().competition().code() + ' ' + season.label(), unused -> new ArrayList<>())
                    .add(outcome);
        });
        Map<String, Report> reports = new TreeMap<>();
        bySeason.forEach((season, found) -> reports.put(season, report(found)));
        return reports;
    }

    private Report report(Iterable<Outcome> found) {
        int[] counts = new int[Outcome.values().length];
        found.forEach(outcome -> counts[outcome.ordinal()]++);
        return new Report(
                counts[Outcome.JOINED.ordinal()],
                counts[Outcome.SCORE_DIFFERS.ordinal()],
                counts[Outcome.WITHOUT_MATCH.ordinal()],
                unreadable.size());
    }

    /** The same lines in the same order, with expected goals where a file tells them. */
    List<HistoryRow> join(List<HistoryRow> rows) {
        if (byCompetition.isEmpty() || rows.isEmpty()) {
            return rows;
        }
        Map<HistoryRow, MatchXg> found = new HashMap<>();
        Map<String, List<HistoryRow>> byCode = new HashMap<>();
        for (HistoryRow row : rows) {
            if (byCompetition.containsKey(row.competition().code())) {
                byCode.computeIfAbsent(row.competition().code(), unused -> new ArrayList<>())
                        .add(row);
            }
        }
        byCode.forEach(
                (code, ofCompetition) -> join(ofCompetition, byCompetition.getOrDefault(code, List.of()), found));
        if (found.isEmpty()) {
            return rows;
        }
        List<HistoryRow> joined = new ArrayList<>(rows.size());
        for (HistoryRow row : rows) {
            MatchXg xg = found.get(row);
            joined.add(xg == null ? row : row.with(xg));
        }
        return joined;
    }

    private void join(List<HistoryRow> rows, List<Entry> entries, Map<HistoryRow, MatchXg> found) {
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        Map<TeamId, List<HistoryRow>> byHome = new HashMap<>();
        Map<TeamId, List<HistoryRow>> byAway = new HashMap<>();
        for (HistoryRow row : rows) {
            first = row.date().isBefore(first) ? row.date() : first;
            last = row.date().isAfter(last) ? row.date() : last;
            byHome.computeIfAbsent(row.home(), unused -> new ArrayList<>()).add(row);
            byAway.computeIfAbsent(row.away(), unused -> new ArrayList<>()).add(row);
        }
        for (Entry entry : entries) {
            LocalDate date = entry.match().date();
            if (date.isBefore(first.minusDays(DAYS_OF_SLACK)) || date.isAfter(last.plusDays(DAYS_OF_SLACK))) {
                continue;
            }
            @Nullable HistoryRow row = row(entry, byHome, byAway);
            if (row == null) {
                if (!date.isBefore(first) && !date.isAfter(last)) {
                    outcomes.merge(entry, Outcome.WITHOUT_MATCH, XgHistory::better);
                }
            } else if (row.score().equals(entry.match().score())) {
                found.merge(row, entry.match().xg(), MatchXg::or);
                outcomes.merge(entry, Outcome.JOINED, XgHistory::better);
            } else {
                outcomes.merge(entry, Outcome.SCORE_DIFFERS, XgHistory::better);
            }
        }
    }

    private static @Nullable HistoryRow row(
            Entry entry, Map<TeamId, List<HistoryRow>> byHome, Map<TeamId, List<HistoryRow>> byAway) {
        TeamId home = entry.home();
        TeamId away = entry.away();
        if (home != null && away != null) {
            @Nullable HistoryRow nearest = null;
            for (HistoryRow row : byHome.getOrDefault(home, List.of())) {
                if (row.away().equals(away)
                        && days(entry, row) <= DAYS_OF_SLACK
                        && (nearest == null || days(entry, row) < days(entry, nearest))) {
                    nearest = row;
                }
            }
            return nearest;
        }
        if (home == null && away == null) {
            return null;
        }
        List<HistoryRow> ofSide =
                home == null ? byAway.getOrDefault(away, List.of()) : byHome.getOrDefault(home, List.of());
        @Nullable HistoryRow only = null;
        for (HistoryRow row : ofSide) {
            if (days(entry, row) <= DAYS_OF_SLACK_UNNAMED
                    && row.score().equals(entry.match().score())) {
                if (only != null) {
                    return null;
                }
                only = row;
            }
        }
        return only;
    }

    private static long days(Entry entry, HistoryRow row) {
        return Math.abs(ChronoUnit.DAYS.between(entry.match().date(), row.date()));
    }

    private static Outcome better(Outcome one, Outcome other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static @Nullable TeamId team(TeamDirectory directory, XgMatch match, String name) {
        Competition competition = match.competition();
        Optional<Team> known =
                directory.find(competition.association(), name, Season.at(match.date(), competition.calendarYear()));
        return known.map(Team::id).orElse(null);
    }
}
