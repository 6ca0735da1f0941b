package io.touchline.platform.footballdata;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When a historical price or result could have been known. The files have no times of collection; their notes say that prices were collected "Friday
 * afternoons" for weekend and "Tuesday afternoons" for midweek matches and that closing prices are the last ones before the match starts.
 */
public final class HistoryTimes {

    /** All dates and times of the files are local time of the United Kingdom. */
    public static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");

    /** Kickoff of a match whose time the file does not tell. */
    public static final LocalTime USUAL_KICKOFF = LocalTime.of(15, 0);

    private static final LocalTime COLLECTED = LocalTime.of(15, 0);
    private static final Duration OPENING_BEFORE_KICKOFF = Duration.ofHours(1);
    private static final Duration CLOSING_BEFORE_KICKOFF = Duration.ofMinutes(1);
    private static final Duration RESULT_AFTER_KICKOFF = Duration.ofHours(2);

    private HistoryTimes() {}

    /** Start of a match from a day and a time of the files. */
    public static Instant kickoffAt(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(UNITED_KINGDOM).toInstant();
    }

    /**
     * Friday 15:00 before matches from Friday to Monday, Tuesday 15:00 before matches from Tuesday to Thursday, United Kingdom time; one hour before kickoff where
     * that would be later.
     */
    public static Instant openingAt(Instant kickoffAt) {
        ZonedDateTime kickoff = kickoffAt.atZone(UNITED_KINGDOM);
        DayOfWeek weekday = kickoff.getDayOfWeek();
        int daysSince = switch (weekday) {
            case TUESDAY, FRIDAY -> 0;
            case WEDNESDAY, SATURDAY -> 1;
            case THURSDAY, SUNDAY -> 2;
            case MONDAY -> 3;
        };
        Instant collectedAt = kickoffAt(kickoff.toLocalDate().minusDays(daysSince), COLLECTED);
        Instant latest = kickoffAt.minus(OPENING_BEFORE_KICKOFF);
        return collectedAt.isAfter(latest) ? latest : collectedAt;
    }

    /** One minute before kickoff. */
    public static Instant closingAt(Instant kickoffAt) {
        return kickoffAt.minus(CLOSING_BEFORE_KICKOFF);
    }

    /**
     * The end of the day of the match in the United Kingdom, two hours after kickoff where that is later. Most files do not tell the time of the kickoff, so nothing earlier is sure to be
     * after the final whistle, and a result that is known too early is a look ahead.
     */
    public static Instant resultAt(Instant kickoffAt) {
        Instant played = kickoffAt.plus(RESULT_AFTER_KICKOFF);
        Instant endOfDay = kickoffAt
                .atZone(UNITED_KINGDOM)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(UNITED_KINGDOM)
                .toInstant();
        return played.isAfter(endOfDay) ? played : endOfDay;
    }
}
