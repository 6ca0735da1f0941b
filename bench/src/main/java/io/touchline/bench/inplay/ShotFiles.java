package io.touchline.bench.inplay;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Competitions;
import io.touchline.domain.inplay.GoalClock;
import io.touchline.platform.csv.CsvFile;
import io.touchline.platform.csv.CsvRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads Understat's lists of shots, plain or gzip, into goals, shots and expected goals by minute. An own goal stands under the side of the player who scored it and counts for the other; it is no shot. Minutes and goals are
 * written as floats.
 */
final class ShotFiles {

    private static final Map<String, String> LEAGUES = Map.of(
            "epl", "eng.1",
            "laliga", "esp.1",
            "bundesliga", "ger.1",
            "seriea", "ita.1",
            "ligue1", "fra.1",
            "rfpl", "rus.1");

    /** No shot is later: extra time is not in leagues. */
    private static final int LATEST = 130;

    /** One match of a file. */
    @SuppressWarnings("ArrayRecordComponent") // filled while read, then left alone
    record ShotMatch(
            Competition competition,
            LocalDate date,
            String home,
            String away,
            int homeGoals,
            int awayGoals,
            int[][] goals,
            int[][] shots,
            double[][] xg) {

        /** Whether the goals in the list are those of the final score. */
        boolean addsUp() {
            return sum(goals[0]) == homeGoals && sum(goals[1]) == awayGoals;
        }

        private static int sum(int[] values) {
            int sum = 0;
            for (int value : values) {
                sum += value;
            }
            return sum;
        }
    }

    private final List<ShotMatch> matches = new ArrayList<>();
    private int unreadable;
    private int files;

    private ShotFiles() {}

    /** All matches of a folder. */
    static ShotFiles read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        ShotFiles all = new ShotFiles();
        try (Stream<Path> paths = Files.walk(folder, 2)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                all.file(path);
            }
        }
        return all;
    }

    List<ShotMatch> matches() {
        return matches;
    }

    /** Lines that are no shot. */
    int unreadable() {
        return unreadable;
    }

    int files() {
        return files;
    }

    private void file(Path path) throws IOException {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        Competition competition = competition(name);
        if (competition == null || !(name.endsWith(".csv") || name.endsWith(".csv.gz"))) {
            return;
        }
        byte[] bytes = Files.readAllBytes(path);
        if (name.endsWith(".gz")) {
            try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                bytes = plain.readNBytes(CsvFile.MAX_FILE_BYTES);
            }
        }
        CsvFile file = CsvFile.read(name, bytes);
        if (!file.header().has("match_id")
                || !file.header().has("minute")
                || !file.header().has("h_a")) {
            return;
        }
        files++;
        unreadable += file.rejections().size();
        Map<String, ShotMatch> byId = new LinkedHashMap<>();
        for (CsvRow row : file.rows()) {
            try {
                shot(row, competition, byId);
            } catch (IllegalArgumentException | DateTimeException e) {
                unreadable++;
            }
        }
        matches.addAll(byId.values());
    }

    private static void shot(CsvRow row, Competition competition, Map<String, ShotMatch> byId) {
        String id = text(row, "match_id");
        int minute = count(row, "minute", LATEST);
        double xg = number(row, "xG");
        if (!(xg >= 0 && xg <= 1)) {
            throw new IllegalArgumentException("expected goals of a shot lie in 0..1 but were " + xg);
        }
        ShotMatch match = byId.get(id);
        if (match == null) {
            int minutes = GoalClock.LAST + 1;
            match = new ShotMatch(
                    competition,
                    LocalDate.parse(text(row, "date").substring(0, 10)),
                    text(row, "h_team"),
                    text(row, "a_team"),
                    count(row, "h_goals", 99),
                    count(row, "a_goals", 99),
                    new int[2][minutes],
                    new int[2][minutes],
                    new double[2][minutes]);
            byId.put(id, match);
        }
        int at = Math.min(minute, GoalClock.LAST);
        int side = text(row, "h_a").equals("h") ? 0 : 1;
        switch (text(row, "result")) {
            case "OwnGoal" -> match.goals()[1 - side][at]++;
            case "Goal" -> {
                match.goals()[side][at]++;
                match.shots()[side][at]++;
                match.xg()[side][at] += xg;
            }
            default -> {
                match.shots()[side][at]++;
                match.xg()[side][at] += xg;
            }
        }
    }

    private static String text(CsvRow row, String column) {
        String value = row.find(column);
        if (value == null) {
            throw new IllegalArgumentException(column + " is missing");
        }
        return value;
    }

    private static double number(CsvRow row, String column) {
        return Double.parseDouble(text(row, column));
    }

    private static int count(CsvRow row, String column, int most) {
        double number = number(row, column);
        if (!(number >= 0 && number <= most)) {
            throw new IllegalArgumentException(column + " lies in 0.." + most + " but was " + number);
        }
        return (int) number;
    }

    private static @Nullable Competition competition(String name) {
        String squashed = name.replaceAll("[^a-z0-9]", "");
        @Nullable String longest = null;
        for (String league : LEAGUES.keySet()) {
            if (squashed.contains(league) && (longest == null || league.length() > longest.length())) {
                longest = league;
            }
        }
        return longest == null
                ? null
                : Competitions.find(LEAGUES.getOrDefault(longest, "")).orElse(null);
    }
}
