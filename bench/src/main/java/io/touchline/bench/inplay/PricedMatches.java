package io.touchline.bench.inplay;

import io.touchline.bench.inplay.ShotFiles.ShotMatch;
import io.touchline.domain.devig.MarginRemoval;
import io.touchline.domain.devig.MarginRemovals;
import io.touchline.domain.fixture.Season;
import io.touchline.platform.footballdata.HistoryFolder;
import io.touchline.platform.footballdata.HistoryReader;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.platform.identity.Team;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.prediction.model.inplay.RunningMatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Matches whose shots and closing odds are both known: joined by competition, sides and day, names by our own directory. */
final class PricedMatches {

    /** Clocks of the shots drift, and a moved match may keep its first date. */
    private static final int DAYS_OF_SLACK = 14;

    private static final String[][] RESULT = {{"PSCH", "PSCD", "PSCA"}, {"AvgCH", "AvgCD", "AvgCA"}};
    private static final String[][] TOTALS = {
        {"PC>2.5", "PC<2.5"},
        {"AvgC>2.5", "AvgC<2.5"},
        {"P>2.5", "P<2.5"},
        {"Avg>2.5", "Avg<2.5"},
        {"BbAv>2.5", "BbAv<2.5"}
    };

    /** A match with its place in time. */
    record Priced(LocalDate date, String season, RunningMatch match) {}

    private final List<Priced> matches = new ArrayList<>();
    private int unmatched;
    private int doNotAddUp;
    private int unpriced;

    private PricedMatches() {}

    static PricedMatches join(ShotFiles shots, Path folder, HistoryReader reader, TeamDirectory directory)
            throws IOException {
        Set<String> codes = new TreeSet<>();
        Set<String> seasons = new TreeSet<>();
        for (ShotMatch match : shots.matches()) {
            codes.add(match.competition().source());
            int year = Season.at(match.date(), false).startYear();
            for (int near = year - 1; near <= year + 1; near++) {
                seasons.add("%02d%02d".formatted(near % 100, (near + 1) % 100));
            }
        }
        Map<String, List<HistoryRow>> rows = new HashMap<>();
        for (Path file : HistoryFolder.list(folder, codes, seasons)) {
            for (HistoryRow row : reader.read(file).rows()) {
                rows.computeIfAbsent(
                                row.competition().code() + '|' + row.home() + '|' + row.away(), k -> new ArrayList<>())
                        .add(row);
            }
        }
        PricedMatches joined = new PricedMatches();
        shots.matches().forEach(match -> joined.add(match, rows, directory));
        joined.matches.sort(Comparator.comparing(Priced::date));
        return joined;
    }

    /** In the order of their days. */
    List<Priced> matches() {
        return matches;
    }

    /** Matches of the shot files that the odds files do not know. */
    int unmatched() {
        return unmatched;
    }

    /** Matches whose goals in the list are not those of the score after 90 minutes, by either file. */
    int doNotAddUp() {
        return doNotAddUp;
    }

    /** Matches without closing odds. */
    int unpriced() {
        return unpriced;
    }

    private void add(ShotMatch match, Map<String, List<HistoryRow>> rows, TeamDirectory directory) {
        HistoryRow row = row(match, rows, directory);
        if (row == null) {
            unmatched++;
            return;
        }
        double[] result = fair(row, RESULT);
        if (result == null) {
            unpriced++;
            return;
        }
        if (!match.addsUp()) {
            // the list lacks a goal: the score at some minute is not known
            doNotAddUp++;
            return;
        }
        double[] total = fair(row, TOTALS);
        matches.add(new Priced(
                match.date(),
                row.season().label(),
                new RunningMatch(
                        result[0],
                        result[1],
                        result[2],
                        total == null ? Double.NaN : total[0],
                        match.goals(),
                        match.shots(),
                        match.xg(),
                        halfTime(row))));
    }

    private static int @Nullable [] halfTime(HistoryRow row) {
        String home = row.find("HTHG");
        String away = row.find("HTAG");
        double[] goals = {home == null ? Double.NaN : parsed(home), away == null ? Double.NaN : parsed(away)};
        return goals[0] >= 0 && goals[1] >= 0 ? new int[] {(int) goals[0], (int) goals[1]} : null;
    }

    private static @Nullable HistoryRow row(
            ShotMatch match, Map<String, List<HistoryRow>> rows, TeamDirectory directory) {
        Season season = Season.at(match.date(), match.competition().calendarYear());
        String association = match.competition().association();
        Optional<Team> home = directory.find(association, match.home(), season);
        Optional<Team> away = directory.find(association, match.away(), season);
        if (home.isEmpty() || away.isEmpty()) {
            return null;
        }
        String key = match.competition().code()
                + '|'
                + home.get().id()
                + '|'
                + away.get().id();
        return rows.getOrDefault(key, List.of()).stream()
                .filter(row -> days(match, row) <= DAYS_OF_SLACK)
                .min(Comparator.comparingLong(row -> days(match, row)))
                .orElse(null);
    }

    private static long days(ShotMatch match, HistoryRow row) {
        return Math.abs(ChronoUnit.DAYS.between(match.date(), row.date()));
    }

    /** Fair probabilities from the first columns that are all there. */
    private static double @Nullable [] fair(HistoryRow row, String[][] choices) {
        MarginRemoval power = MarginRemovals.of("power");
        for (String[] columns : choices) {
            double[] odds = new double[columns.length];
            boolean whole = true;
            for (int i = 0; i < odds.length; i++) {
                String text = row.find(columns[i]);
                odds[i] = text == null ? Double.NaN : parsed(text);
                whole &= odds[i] > 1 && odds[i] <= 1000;
            }
            if (whole) {
                return power.fairProbabilities(odds);
            }
        }
        return null;
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
