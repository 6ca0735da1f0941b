package io.touchline.bench.lookahead;

import io.touchline.domain.fixture.Score;
import io.touchline.platform.csv.CsvRow;
import io.touchline.platform.footballdata.HistoryMoment.Kind;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.platform.footballdata.MatchXg;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What can be known of a match of football-data.co.uk at a moment, said here once more and apart from the readers of those files: a match lasts 105 minutes at least, closing prices are of
 * the last quarter of an hour, and a column that is neither the match itself nor a first price is of the future until the final whistle.
 */
final class Knowable {

    private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");
    private static final Duration FIRST_PRICES = Duration.ofDays(4);
    private static final Duration CLOSING_PRICES = Duration.ofMinutes(15);
    private static final Duration SHORTEST_MATCH = Duration.ofMinutes(105);

    private static final Set<String> MATCH = Set.of(
            "Div",
            "Date",
            "Time",
            "HomeTeam",
            "AwayTeam",
            "HT",
            "AT",
            "Country",
            "League",
            "Season",
            "Home",
            "Away",
            "Referee");

    private static final String BOOKMAKERS =
            "(B365|BW|BF|BFE|BFD|BMGM|BV|CL|GB|IW|LB|P|PS|SB|SJ|SO|SY|VC|WH|BS|1XB|Max|Avg|BbMx|BbAv)";
    private static final String PRICES = "(H|D|A|>2\\.5|<2\\.5|_2_5|_2_5_1|AH|AHH|AHA)";
    private static final Pattern FIRST = Pattern.compile(BOOKMAKERS + PRICES + "|AHh|BbAHh|Bb1X2|BbOU|BbAH");
    private static final Pattern CLOSING = Pattern.compile(BOOKMAKERS + "C" + PRICES + "|AHCh|B36CA");

    private Knowable() {}

    /** The earliest moment at which something of a match can be known, whatever its reader says. */
    static Instant earliest(HistoryRow row, Kind kind) {
        return switch (kind) {
            case OPENING -> row.kickoffAt().minus(FIRST_PRICES);
            case CLOSING -> row.kickoffAt().minus(CLOSING_PRICES);
            case RESULT ->
                row.kickoffKnown()
                        ? row.kickoffAt().plus(SHORTEST_MATCH)
                        : row.date().plusDays(1).atStartOfDay(UNITED_KINGDOM).toInstant();
        };
    }

    /** The line as it can be known at a moment; garbage, but such that it can be read, in place of what comes later. */
    static HistoryRow at(Instant moment, HistoryRow row) {
        if (!moment.isBefore(earliest(row, Kind.RESULT))) {
            return row;
        }
        boolean closing = !moment.isBefore(earliest(row, Kind.CLOSING));
        return row.with(
                garbage(row.score()),
                row.csv().with((column, value) -> value(row.csv(), column, value, closing)),
                garbage(row.xg()));
    }

    /** The other side's, and more of it. */
    private static @Nullable MatchXg garbage(@Nullable MatchXg xg) {
        return xg == null ? null : new MatchXg(garbage(xg.away()), garbage(xg.home()));
    }

    private static MatchXg.Side garbage(MatchXg.Side side) {
        return new MatchXg.Side(
                side.xg() == null ? null : side.xg() + 1.5,
                side.nonPenaltyXg() == null ? null : side.nonPenaltyXg() + 0.7,
                side.setPieceXg() == null ? null : side.setPieceXg() + 0.4,
                side.shots() == null ? null : side.shots() + 3,
                side.bigChances() == null ? null : side.bigChances() + 2,
                side.penalties() == null ? null : side.penalties() + 1,
                side.passesPerDefensiveAction() == null ? null : side.passesPerDefensiveAction() + 4,
                side.deepCompletions() == null ? null : side.deepCompletions() + 5);
    }

    private static @Nullable String value(CsvRow row, String column, @Nullable String value, boolean closing) {
        boolean known = MATCH.contains(column)
                || FIRST.matcher(column).matches()
                || (closing && CLOSING.matcher(column).matches());
        if (known || value == null) {
            return value;
        }
        if (CLOSING.matcher(column).matches()) {
            // the other side's price: a market whose overround is possible and whose favourite is the wrong one
            String other = row.find(otherSide(column));
            return other == null ? value : other;
        }
        return value.matches("\\d{1,2}") ? String.valueOf((Integer.parseInt(value) * 7 + 3) % 23) : null;
    }

    private static String otherSide(String column) {
        if (column.contains("2.5")) {
            return column.indexOf('>') >= 0 ? column.replace('>', '<') : column.replace('<', '>');
        }
        String stem = column.substring(0, column.length() - 1);
        return stem + (column.endsWith("H") ? "A" : column.endsWith("A") ? "H" : column.substring(stem.length()));
    }

    private static Score garbage(Score score) {
        return new Score((score.away() + 3) % 7, (score.home() + 1) % 5);
    }
}
