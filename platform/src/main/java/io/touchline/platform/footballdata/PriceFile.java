package io.touchline.platform.footballdata;

import io.touchline.domain.fixture.Season;
import io.touchline.platform.csv.CsvFile;
import io.touchline.platform.csv.CsvRejection;
import io.touchline.platform.csv.CsvRow;
import io.touchline.platform.reject.RejectReason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of football-data.co.uk as a bearer of prices: a division's season, a country's seasons, or the matches to come ({@code fixtures.csv}, {@code new_league_fixtures.csv}). Lines without
 * anything in them are passed over.
 *
 * @param matches in the order of the file
 * @param rejections the other lines; one where the whole file was refused
 * @param refused whether the whole file is of no use
 */
public record PriceFile(List<PricedMatch> matches, List<CsvRejection> rejections, boolean refused) {

    public PriceFile {
        matches = List.copyOf(matches);
        rejections = List.copyOf(rejections);
    }

    /** Reads bytes that came under that name; the name may tell the season, {@code E0_2223.csv}. Never throws because of what is in them. */
    public static PriceFile read(String name, byte[] bytes) {
        CsvFile file = CsvFile.read(name, bytes);
        if (file.header().size() == 0) {
            return new PriceFile(List.of(), file.rejections(), true);
        }
        Optional<Dialect> dialect = Dialect.ofPrices(file.header());
        if (dialect.isEmpty()) {
            return refused(name, RejectReason.UNKNOWN_HEADER, "not the columns of football-data.co.uk", bytes);
        }
        if (file.lines() == 0 && !endsWithLine(bytes)) {
            return refused(name, RejectReason.UNREADABLE_PAYLOAD, "the file breaks off in its first line", bytes);
        }
        return new Reading(file, dialect.get()).file();
    }

    private static PriceFile refused(String name, RejectReason reason, String detail, byte[] bytes) {
        return new PriceFile(List.of(), List.of(new CsvRejection(reason, detail, name, bytes)), true);
    }

    private static boolean endsWithLine(byte[] bytes) {
        return bytes[bytes.length - 1] == '\n' || bytes[bytes.length - 1] == '\r';
    }

    private static final class Reading {

        private final CsvFile file;
        private final Dialect dialect;
        private final @Nullable Season season;
        private final Map<String, CsvRow> seen = new HashMap<>();
        private final List<PricedMatch> matches = new ArrayList<>();
        private final List<CsvRejection> rejections = new ArrayList<>();

        Reading(CsvFile file, Dialect dialect) {
            this.file = file;
            this.dialect = dialect;
            boolean ofOneSeason = dialect == Dialect.DIVISION && dialect.hasResults(file.header());
            this.season = ofOneSeason ? FileSeason.of(file.name(), readableDates()) : null;
        }

        PriceFile file() {
            for (CsvRejection rejection : file.rejections()) {
                if (rejection.reason() != RejectReason.EMPTY_ROW) {
                    rejections.add(rejection);
                }
            }
            for (CsvRow row : file.rows()) {
                try {
                    matches.add(match(row));
                } catch (RowFault fault) {
                    int prices = HistoryPrices.count(row);
                    rejections.add(row.reject(fault.reason(), fault.detail() + ", " + prices + " prices"));
                }
            }
            PriceColumns.unknown(file.header()).forEach(this::rejectUnknown);
            return new PriceFile(matches, rejections, false);
        }

        private PricedMatch match(CsvRow row) throws RowFault {
            if (row.breaksOff()) {
                throw new RowFault(RejectReason.RAGGED_ROW, "the file breaks off in this line");
            }
            String home = dialect.home(row);
            String away = dialect.away(row);
            if (home == null || away == null) {
                throw new RowFault(RejectReason.MISSING_TEAM, "a side without name");
            } else if (home.equals(away)) {
                throw new RowFault(RejectReason.SAME_TEAM_TWICE, home + " against itself");
            }
            LocalDate date = RowValues.date(row.find("Date"));
            LocalTime time = RowValues.time(row.find("Time"));
            Instant kickoff = HistoryTimes.kickoffAt(date, time == null ? HistoryTimes.USUAL_KICKOFF : time);
            PricedMatch match = new PricedMatch(
                    dialect.competition(row).orElse(null),
                    dialect.competitionText(row),
                    season(row, date),
                    date,
                    kickoff,
                    time != null,
                    home,
                    away,
                    dialect.homeGoals(row) != null && dialect.awayGoals(row) != null,
                    row);
            CsvRow before = seen.putIfAbsent(match.key(), row);
            if (before != null) {
                throw new RowFault(RejectReason.DUPLICATE_MATCH, "the same match as in " + before.location());
            }
            return match;
        }

        private @Nullable Season season(CsvRow row, LocalDate date) throws RowFault {
            if (season != null) {
                FileSeason.check(season, date);
                return season;
            }
            String named = dialect == Dialect.COUNTRY ? row.find("Season") : null;
            return named == null ? null : FileSeason.named(named, date);
        }

        private void rejectUnknown(String letters, List<Integer> places) {
            int prices = 0;
            for (CsvRow row : file.rows()) {
                for (int place : places) {
                    prices += row.at(place) == null ? 0 : 1;
                }
            }
            if (prices > 0) {
                String detail = prices + " prices of a bookmaker that is not in the list: " + letters;
                rejections.add(new CsvRejection(
                        RejectReason.UNKNOWN_MARKET, detail, file.name() + ':' + letters, new byte[0]));
            }
        }

        private List<LocalDate> readableDates() {
            List<LocalDate> dates = new ArrayList<>(file.rows().size());
            for (CsvRow row : file.rows()) {
                try {
                    dates.add(RowValues.date(row.find("Date")));
                } catch (RowFault unreadable) {
                    // named when the row itself is read; here only the readable ones count
                    continue;
                }
            }
            return dates;
        }
    }
}
