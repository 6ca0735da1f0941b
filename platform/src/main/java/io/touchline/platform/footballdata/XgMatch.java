package io.touchline.platform.footballdata;

import io.touchline.domain.fixture.Competition;
import io.touchline.domain.fixture.Score;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One match as a file of expected goals tells of it.
 *
 * @param date by a clock that may be a day off
 * @param score null where it was not played yet
 * @param trust 0 for the publisher's own figure of the match, higher where it was summed from shots
 * @param location file and line, or file and id
 */
record XgMatch(
        Competition competition,
        LocalDate date,
        String homeName,
        String awayName,
        @Nullable Score score,
        MatchXg xg,
        int trust,
        String location) {}
