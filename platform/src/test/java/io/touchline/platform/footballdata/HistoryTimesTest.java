package io.touchline.platform.footballdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.identity.TeamDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryTimesTest {

    @ParameterizedTest
    @CsvSource({
        // Saturday, Sunday, Monday: the Friday before; Friday evening: the same day
        "2023-01-14T15:00:00Z, 2023-01-13T15:00:00Z",
        "2023-01-15T16:30:00Z, 2023-01-13T15:00:00Z",
        "2023-01-16T20:00:00Z, 2023-01-13T15:00:00Z",
        "2023-01-13T20:00:00Z, 2023-01-13T15:00:00Z",
        // Tuesday to Thursday: Tuesday
        "2023-01-17T19:45:00Z, 2023-01-17T15:00:00Z",
        "2023-01-18T19:45:00Z, 2023-01-17T15:00:00Z",
        "2023-01-19T20:00:00Z, 2023-01-17T15:00:00Z",
        // never later than an hour before kickoff
        "2023-01-13T15:30:00Z, 2023-01-13T14:30:00Z",
        "2023-01-17T12:00:00Z, 2023-01-17T11:00:00Z",
        // summer time: 15:00 in London is 14:00 UTC
        "2022-08-06T11:30:00Z, 2022-08-05T14:00:00Z"
    })
    void openingPrices_areOfFridayOrTuesday(Instant kickoffAt, Instant openingAt) {
        assertThat(HistoryTimes.openingAt(kickoffAt)).isEqualTo(openingAt);
    }

    @Test
    void moments_areInTheOrderOfTheirTime() {
        HistoryReader reader = new HistoryReader(TeamDirectory.shipped(), InstantSource.system());
        HistoryFile file = reader.read("E0_2223.csv", """
                Div,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG,FTR
                E0,06/08/2022,12:30,Fulham,Liverpool,2,2,D
                E0,06/08/2022,14:31,Leeds,Wolves,2,1,H
                """.getBytes(UTF_8));

        assertThat(HistoryMoment.of(file.rows()))
                .extracting(moment ->
                        moment.at() + " " + moment.kind() + " " + moment.row().home())
                .containsExactly(
                        "2022-08-05T14:00:00Z OPENING fulham",
                        "2022-08-05T14:00:00Z OPENING leeds",
                        "2022-08-06T11:29:00Z CLOSING fulham",
                        "2022-08-06T13:30:00Z CLOSING leeds",
                        "2022-08-06T23:00:00Z RESULT fulham",
                        "2022-08-06T23:00:00Z RESULT leeds");
    }

    @Test
    void aFolder_isListedByCodeAndSeason(@TempDir Path folder) throws IOException {
        for (String name : List.of("E0_2122.csv", "E0_2223.csv", "SP1_2223.csv", "BRA_to2022.csv", "README.md")) {
            Files.writeString(folder.resolve(name), "x");
        }

        assertThat(names(HistoryFolder.list(folder)))
                .containsExactly("BRA_to2022.csv", "E0_2122.csv", "E0_2223.csv", "SP1_2223.csv");
        assertThat(names(HistoryFolder.list(folder, Set.of("E0", "bra"), Set.of("2223"))))
                .containsExactly("BRA_to2022.csv", "E0_2223.csv");
    }

    private static List<String> names(List<Path> paths) {
        return paths.stream().map(path -> String.valueOf(path.getFileName())).toList();
    }
}
