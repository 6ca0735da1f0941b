package io.touchline.platform.footballdata;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.FixtureId;
import io.touchline.domain.fixture.Score;
import io.touchline.domain.fixture.Season;
import io.touchline.domain.fixture.TeamId;
import io.touchline.platform.csv.CsvRow;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One played match of a history file: who, when, how it ended. Everything else is asked from the line by its column's name.
 *
 * @param fixtureId the same whichever service reads the file
 * @param date day of the match in the United Kingdom, as published
 * @param homeName as published, without blanks around it
 * @param awayName as published, without blanks around it
 * @param kickoffAt start of the match
 * @param kickoffKnown false where the file has the day alone; kickoffAt is then 15:00 United Kingdom time
 * @param score goals after 90 minutes
 * @param csv the line
 * @param xg expected goals and what comes with them, from files beside these; null where none tells them
 */
public record HistoryRow(
        FixtureId fixtureId,
        Competition competition,
        Season season,
        LocalDate date,
        TeamId home,
        TeamId away,
        String homeName,
        String awayName,
        Instant kickoffAt,
        boolean kickoffKnown,
        Score score,
        CsvRow csv,
        @Nullable MatchXg xg) {

    /** The same match with expected goals. */
    HistoryRow with(MatchXg expected) {
        return with(score, csv, expected);
    }

    /** The same match, told otherwise. */
    public HistoryRow with(Score otherScore, CsvRow otherCsv, @Nullable MatchXg otherXg) {
        return new HistoryRow(
                fixtureId,
                competition,
                season,
                date,
                home,
                away,
                homeName,
                awayName,
                kickoffAt,
                kickoffKnown,
                otherScore,
                otherCsv,
                otherXg);
    }

    /** The value of a column; null where the column or the value is absent. */
    public @Nullable String find(String column) {
        return csv.find(column);
    }

    /** When the prices without {@code C} in their names were collected; see {@link HistoryTimes#openingAt}. */
    public Instant openingAt() {
        return HistoryTimes.openingAt(kickoffAt);
    }

    /** When the closing prices were collected; see {@link HistoryTimes#closingAt}. */
    public Instant closingAt() {
        return HistoryTimes.closingAt(kickoffAt);
    }

    /** When the result was known; see {@link HistoryTimes#resultAt}. */
    public Instant resultAt() {
        return HistoryTimes.resultAt(kickoffAt);
    }

    /** File and line. */
    public String location() {
        return csv.location();
    }
}
