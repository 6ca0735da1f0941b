package io.touchline.platform.footballdata;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Competitions;
import io.touchline.platform.csv.CsvHeader;
import io.touchline.platform.csv.CsvRow;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two layouts of the files. A few old files call the teams {@code HT} and {@code AT}. */
enum Dialect {
    DIVISION(List.of("Div"), List.of("HomeTeam", "HT"), List.of("AwayTeam", "AT"), "FTHG", "FTAG", "FTR"),
    COUNTRY(List.of("Country", "League", "Season"), List.of("Home"), List.of("Away"), "HG", "AG", "Res");

    private final List<String> needed;
    private final List<String> home;
    private final List<String> away;
    private final String homeGoals;
    private final String awayGoals;
    private final String result;

    Dialect(
            List<String> needed,
            List<String> home,
            List<String> away,
            String homeGoals,
            String awayGoals,
            String result) {
        this.needed = needed;
        this.home = home;
        this.away = away;
        this.homeGoals = homeGoals;
        this.awayGoals = awayGoals;
        this.result = result;
    }

    static Optional<Dialect> of(CsvHeader header) {
        for (Dialect dialect : values()) {
            if (dialect.fits(header)) {
                return Optional.of(dialect);
            }
        }
        return Optional.empty();
    }

    /** Of a file whose prices are wanted and that may tell of matches to come, without a column of results or of the season. */
    static Optional<Dialect> ofPrices(CsvHeader header) {
        for (Dialect dialect : values()) {
            boolean named = dialect == DIVISION ? header.has("Div") : header.has("Country") && header.has("League");
            if (named
                    && header.has("Date")
                    && dialect.home.stream().anyMatch(header::has)
                    && dialect.away.stream().anyMatch(header::has)) {
                return Optional.of(dialect);
            }
        }
        return Optional.empty();
    }

    /** Whether a file has columns for results. */
    boolean hasResults(CsvHeader header) {
        return header.has(homeGoals) && header.has(awayGoals);
    }

    private boolean fits(CsvHeader header) {
        return header.has("Date")
                && needed.stream().allMatch(header::has)
                && home.stream().anyMatch(header::has)
                && away.stream().anyMatch(header::has)
                && header.has(homeGoals)
                && header.has(awayGoals);
    }

    /** The competition that a line names; empty where we know none. */
    Optional<Competition> competition(CsvRow row) {
        return this == DIVISION
                ? Competitions.findByDivision(text(row, "Div"))
                : Competitions.findByCountry(text(row, "Country"), text(row, "League"));
    }

    /** What a line says about its competition, for a message. */
    String competitionText(CsvRow row) {
        return this == DIVISION ? text(row, "Div") : text(row, "Country") + ' ' + text(row, "League");
    }

    @Nullable String home(CsvRow row) {
        return first(row, home);
    }

    @Nullable String away(CsvRow row) {
        return first(row, away);
    }

    @Nullable String homeGoals(CsvRow row) {
        return row.find(homeGoals);
    }

    @Nullable String awayGoals(CsvRow row) {
        return row.find(awayGoals);
    }

    @Nullable String result(CsvRow row) {
        return row.find(result);
    }

    private static @Nullable String first(CsvRow row, List<String> columns) {
        for (String column : columns) {
            String value = row.find(column);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static String text(CsvRow row, String column) {
        String value = row.find(column);
        return value == null ? "" : value;
    }
}
