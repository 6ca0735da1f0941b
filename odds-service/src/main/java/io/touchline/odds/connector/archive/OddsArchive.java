package io.touchline.odds.connector.archive;

import io.touchline.domain.fixture.TeamId;
import io.touchline.domain.market.MarketType;
import io.touchline.domain.odds.Overround;
import io.touchline.platform.csv.CsvFile;
import io.touchline.platform.csv.CsvHeader;
import io.touchline.platform.csv.CsvRow;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.platform.identity.Team;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.schema.Price;
import io.touchline.schema.Quote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tables with a line a match: {@code Date,HomeTeam,AwayTeam,FTHG,FTAG,over_2.5_open,over_2.5_close,...,bts_yes_close,...}. A line belongs to the match of the same two clubs and the same score on the
 * same day or a day beside it, as clocks differ; a club whose name is not known is taken to be the other side's opponent where day and score leave one line.
 *
 * <p>A price that cannot be (1 or below, or an overround that no bookmaker has) is left out and counted.
 */
public final class OddsArchive {

    /** None at all. */
    public static final OddsArchive NONE = new OddsArchive();

    /** In the place of a bookmaker's name. */
    public static final String AVERAGE = "archive-average";

    private static final double TOTAL_LINE = 2.5;
    private static final double LEAST_OVERROUND = -0.02;
    private static final double GREATEST_OVERROUND = 0.25;

    /** Where a market's prices stand, by the market's order of selections. */
    private record Columns(MarketType market, @Nullable Double line, List<String> names) {}

    private static final List<Columns> MARKETS = List.of(
            new Columns(MarketType.TOTAL_GOALS, TOTAL_LINE, List.of("over_2.5", "under_2.5")),
            new Columns(MarketType.BOTH_TEAMS_TO_SCORE, null, List.of("bts_yes", "bts_no")));

    private final Map<LocalDate, List<CsvRow>> byDay = new HashMap<>();
    private @Nullable TeamDirectory directory;
    private int lines;
    private int unreadable;
    private int joined;
    private int impossible;

    /**
     * Averages of one match.
     *
     * @param opening at their opening
     * @param closing at their close
     */
    public record Averages(List<Quote> opening, List<Quote> closing) {
        /** Nothing is told. */
        public static final Averages NONE = new Averages(List.of(), List.of());
    }

    private OddsArchive() {}

    /**
     * Reads every table in a folder; files with other columns are passed over.
     *
     * @throws IOException where there is no such folder, or a file in it cannot be opened
     */
    public static OddsArchive read(Path folder, TeamDirectory directory) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        OddsArchive archive = new OddsArchive();
        archive.directory = directory;
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.filter(OddsArchive::isTable).sorted().toList()) {
                archive.add(CsvFile.read(path));
            }
        }
        return archive;
    }

    private static boolean isTable(Path path) {
        return Files.isRegularFile(path)
                && path.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private void add(CsvFile file) {
        CsvHeader header = file.header();
        boolean sides = header.has("Date") && header.has("HomeTeam") && header.has("AwayTeam") && header.has("FTHG");
        if (!sides
                || MARKETS.stream()
                        .noneMatch(columns -> header.has(columns.names().getFirst() + "_close"))) {
            return;
        }
        unreadable += file.rejections().size();
        for (CsvRow row : file.rows()) {
            LocalDate day = day(row.find("Date"));
            if (day == null || row.find("HomeTeam") == null || row.find("AwayTeam") == null) {
                unreadable++;
            } else {
                byDay.computeIfAbsent(day, none -> new ArrayList<>()).add(row);
                lines++;
            }
        }
    }

    /** How many lines it has. */
    public int size() {
        return lines;
    }

    /** What became of the lines that were asked for so far, under the keys of the commands' JSON. */
    public Map<String, Object> report() {
        Map<String, Object> report = new TreeMap<>();
        report.put("lines", lines);
        report.put("joined", joined);
        report.put("unreadable", unreadable);
        report.put("impossible_prices", impossible);
        return report;
    }

    /** The averages of a match. */
    public Averages of(HistoryRow match) {
        @Nullable CsvRow line = null;
        for (int off : new int[] {0, -1, 1}) {
            line = line == null ? on(match.date().plusDays(off), match) : line;
        }
        if (line == null) {
            return Averages.NONE;
        }
        joined++;
        return new Averages(
                quotes(line, "_open", false, match.openingAt()), quotes(line, "_close", true, match.closingAt()));
    }

    private @Nullable CsvRow on(LocalDate day, HistoryRow match) {
        @Nullable CsvRow half = null;
        int halves = 0;
        for (CsvRow row : byDay.getOrDefault(day, List.of())) {
            if (!isGoals(row.find("FTHG"), match.score().home())
                    || !isGoals(row.find("FTAG"), match.score().away())) {
                continue;
            }
            Boolean home = isTeam(row.find("HomeTeam"), match, match.home());
            Boolean away = isTeam(row.find("AwayTeam"), match, match.away());
            if (Boolean.TRUE.equals(home) && Boolean.TRUE.equals(away)) {
                return row;
            }
            boolean one = Boolean.TRUE.equals(home) || Boolean.TRUE.equals(away);
            if (one && (home == null || away == null)) {
                half = row;
                halves++;
            }
        }
        return halves == 1 ? half : null;
    }

    /** Null where the name is not known. */
    private @Nullable Boolean isTeam(@Nullable String name, HistoryRow match, TeamId team) {
        if (name == null || directory == null) {
            return null;
        }
        Optional<Team> known = directory.find(match.competition().association(), name, match.season());
        return known.isEmpty() ? null : Boolean.valueOf(known.get().id().equals(team));
    }

    private List<Quote> quotes(CsvRow row, String when, boolean closing, Instant at) {
        List<Quote> quotes = new ArrayList<>();
        for (Columns columns : MARKETS) {
            List<Price> prices = new ArrayList<>();
            double[] odds = new double[columns.names().size()];
            for (int i = 0; i < odds.length; i++) {
                odds[i] = number(row.find(columns.names().get(i) + when));
                prices.add(new Price(
                        columns.market().selections().get(i).name(), odds[i] > 1 ? odds[i] : null, null, null, null));
            }
            if (Double.isNaN(odds[0]) && Double.isNaN(odds[1])) {
                continue;
            }
            double overround = odds[0] > 1 && odds[1] > 1 ? Overround.of(odds) : Double.NaN;
            if (overround >= LEAST_OVERROUND && overround <= GREATEST_OVERROUND) {
                quotes.add(new Quote(
                        AVERAGE, columns.market().name(), columns.line(), false, closing, List.copyOf(prices), at));
            } else {
                impossible++;
            }
        }
        return List.copyOf(quotes);
    }

    private static boolean isGoals(@Nullable String text, int goals) {
        return number(text) == goals;
    }

    private static double number(@Nullable String text) {
        try {
            return text == null ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** {@code 2009-08-15 13:45:00} or the day alone. */
    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
