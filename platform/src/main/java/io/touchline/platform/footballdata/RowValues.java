package io.touchline.platform.footballdata;

import io.touchline.domain.fixture.Score;
import io.touchline.platform.reject.RejectReason;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a line's date, time and score, each strictly. */
final class RowValues {

    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{2}|\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})(?::\\d{2})?");

    /** Tables re-saved by other tools have {@code 3.0} for 3. */
    private static final Pattern WHOLE = Pattern.compile("(-?\\d{1,4})(?:\\.0+)?");

    /** Two-digit years from here on are of the last century: the first season of the files is 1993/94. */
    private static final int FIRST_TWO_DIGIT_YEAR = 70;

    /** More goals than any football match saw (36-0 in 1885, 149-0 with own goals on purpose in 2002) are a slip. */
    private static final int MOST_GOALS = 36;

    private RowValues() {}

    static LocalDate date(@Nullable String text) throws RowFault {
        if (text == null) {
            throw new RowFault(RejectReason.BROKEN_DATE, "no date");
        }
        try {
            Matcher dayFirst = DAY_FIRST.matcher(text);
            if (dayFirst.matches()) {
                int year = Integer.parseInt(dayFirst.group(3));
                if (dayFirst.group(3).length() == 2) {
                    year += year >= FIRST_TWO_DIGIT_YEAR ? 1900 : 2000;
                }
                return LocalDate.of(year, Integer.parseInt(dayFirst.group(2)), Integer.parseInt(dayFirst.group(1)));
            }
            if (ISO.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            throw new RowFault(RejectReason.BROKEN_DATE, "no such day: " + text);
        }
        throw new RowFault(RejectReason.BROKEN_DATE, "a date is day/month/year but was " + text);
    }

    static @Nullable LocalTime time(@Nullable String text) throws RowFault {
        if (text == null) {
            return null;
        }
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            try {
                return LocalTime.of(Integer.parseInt(clock.group(1)), Integer.parseInt(clock.group(2)));
            } catch (DateTimeException e) {
                throw new RowFault(RejectReason.BROKEN_DATE, "no such time: " + text);
            }
        }
        throw new RowFault(RejectReason.BROKEN_DATE, "a time is hours:minutes but was " + text);
    }

    static Score score(@Nullable String home, @Nullable String away, @Nullable String result) throws RowFault {
        if (home == null || away == null) {
            throw new RowFault(RejectReason.MISSING_SCORE, "no full-time score");
        }
        int homeGoals = goals(home);
        int awayGoals = goals(away);
        if (homeGoals < 0 || awayGoals < 0) {
            throw new RowFault(
                    RejectReason.VALUE_OUT_OF_RANGE, "goals are 0 or more but were " + home + " and " + away);
        }
        if (homeGoals > MOST_GOALS || awayGoals > MOST_GOALS) {
            throw new RowFault(RejectReason.VALUE_OUT_OF_RANGE, "nobody scores " + home + " against " + away);
        }
        String letter = homeGoals > awayGoals ? "H" : homeGoals < awayGoals ? "A" : "D";
        if (result != null && !result.equals(letter)) {
            throw new RowFault(
                    RejectReason.CONTRADICTORY_RESULT, "result " + result + " beside " + homeGoals + '-' + awayGoals);
        }
        return new Score(homeGoals, awayGoals);
    }

    private static int goals(String text) throws RowFault {
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            throw new RowFault(RejectReason.VALUE_OUT_OF_RANGE, "goals are a whole number but were " + text);
        }
        return Integer.parseInt(whole.group(1));
    }
}
