package io.touchline.platform.footballdata;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Season;
import io.touchline.platform.csv.CsvRejection;
import io.touchline.platform.csv.CsvRow;
import io.touchline.schema.Quote;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file as far as prices go, the sides in the publisher's words: a match that was played or one to come.
 *
 * @param competition null where we know none of that name
 * @param competitionText what the line says of its competition
 * @param season of the file or of the line; null in a file of matches to come
 * @param date day of the match in the United Kingdom
 * @param kickoffAt start of the match
 * @param kickoffKnown false where the line has the day alone; kickoffAt is then 15:00 United Kingdom time
 * @param home as published
 * @param away as published
 * @param played whether the line has a result
 * @param csv the line
 */
public record PricedMatch(
        @Nullable Competition competition,
        String competitionText,
        @Nullable Season season,
        LocalDate date,
        Instant kickoffAt,
        boolean kickoffKnown,
        String home,
        String away,
        boolean played,
        CsvRow csv) {

    /** What tells it from every other match of the site: {@code E0/2023-08-11/Burnley/Man City}. */
    public String key() {
        return competitionText + '/' + date + '/' + home + '/' + away;
    }

    /** Whether it has begun at that moment, as far as the line tells: a line with the day alone has when the day is over. */
    public boolean hasBegun(Instant at) {
        Instant latest = kickoffKnown
                ? kickoffAt
                : date.plusDays(1).atStartOfDay(HistoryTimes.UNITED_KINGDOM).toInstant();
        return played || !latest.isAfter(at);
    }

    /** When the prices without {@code C} in their names were collected; see {@link HistoryTimes#openingAt}. */
    public Instant openingAt() {
        return HistoryTimes.openingAt(kickoffAt);
    }

    /** When the closing prices were collected; see {@link HistoryTimes#closingAt}. */
    public Instant closingAt() {
        return HistoryTimes.closingAt(kickoffAt);
    }

    /** The bookmakers' prices that were collected before the closing ones, observed at that moment. */
    public List<Quote> opening(Instant at, Consumer<CsvRejection> faults) {
        return HistoryPrices.opening(csv, at, faults);
    }

    /** The bookmakers' closing prices, observed at that moment. */
    public List<Quote> closing(Instant at, Consumer<CsvRejection> faults) {
        return HistoryPrices.closing(csv, at, faults);
    }
}
