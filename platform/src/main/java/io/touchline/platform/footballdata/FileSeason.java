package io.touchline.platform.footballdata;

import io.touchline.domain.fixture.Season;
import io.touchline.platform.reject.RejectReason;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The season of a division's file. The file's name tells ({@code E0_2223.csv}) where the dates do not speak against it; else the middle one of its dates tells, since
 * single days mislead: the season of 2019/20 ran into August.
 */
final class FileSeason {

    private static final Pattern IN_NAME = Pattern.compile("_(\\d{2})(\\d{2})(?:[_.].*)?$");
    private static final Pattern LABEL = Pattern.compile("(\\d{4})(?:[/-](\\d{4}|\\d{2}))?");

    private FileSeason() {}

    /** Null where the file has no readable date. */
    static @Nullable Season of(String fileName, List<LocalDate> dates) {
        if (dates.isEmpty()) {
            return null;
        }
        LocalDate middle = dates.stream().sorted().toList().get(dates.size() / 2);
        Matcher name = IN_NAME.matcher(fileName);
        if (name.find()) {
            int first = Integer.parseInt(name.group(1));
            int second = Integer.parseInt(name.group(2));
            Season named = new Season(first >= 70 ? 1900 + first : 2000 + first, false);
            if (second == (first + 1) % 100 && holds(named, middle)) {
                return named;
            }
        }
        return Season.at(middle, false);
    }

    /** Throws where a day cannot belong to the file's season: from June before it to September behind it. */
    static void check(Season season, LocalDate day) throws RowFault {
        if (!holds(season, day)) {
            throw new RowFault(
                    RejectReason.DATE_OUTSIDE_SEASON, day + " is not in the file's season " + season.label());
        }
    }

    private static boolean holds(Season season, LocalDate day) {
        LocalDate first = LocalDate.of(season.startYear(), Month.JUNE, 1);
        LocalDate last = LocalDate.of(season.startYear() + 1, Month.SEPTEMBER, 30);
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** The season that a line of a country's file names: {@code 2022} or {@code 2021/2022}; a year of grace for play-offs held late. */
    static Season named(@Nullable String text, LocalDate day) throws RowFault {
        Matcher label = LABEL.matcher(text == null ? "" : text);
        if (!label.matches()) {
            throw new RowFault(RejectReason.UNKNOWN_SEASON, "a season is 2022 or 2021/2022 but was " + text);
        }
        int first = Integer.parseInt(label.group(1));
        String second = label.group(2);
        if (second != null && Integer.parseInt(second) % 100 != (first + 1) % 100) {
            throw new RowFault(RejectReason.UNKNOWN_SEASON, "the years of a season follow each other but were " + text);
        }
        if (day.getYear() < first || day.getYear() > first + 2) {
            throw new RowFault(RejectReason.DATE_OUTSIDE_SEASON, day + " is not in the line's season " + text);
        }
        return new Season(first, second == null);
    }
}
