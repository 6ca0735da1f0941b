package io.touchline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.ingest.publish.HistoryInput;
import io.touchline.ingest.publish.LoadReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryChoiceTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-02-01T12:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void aFolder_givesItsFiles_orThoseAskedFor() throws IOException {
        for (String name : List.of("E0_2122.csv", "E0_2223.csv", "SP1_2223.csv", "BRA_to2022.csv", "notes.txt")) {
            Files.writeString(folder.resolve(name), "x");
        }

        assertThat(names(folder, List.of(), List.of()))
                .containsExactly("BRA_to2022.csv", "E0_2122.csv", "E0_2223.csv", "SP1_2223.csv");
        assertThat(names(folder, List.of("E0", "bra.1"), List.of("2223")))
                .containsExactly("BRA_to2022.csv", "E0_2223.csv");
    }

    @Test
    void withoutAFolder_filesComeFromTheSite() throws IOException {
        try (HistoryChoice choice = HistoryChoice.of(null, List.of("E0", "BRA"), List.of("2223", "9900"), CLOCK)) {
            assertThat(choice.fromDisk()).isFalse();
            assertThat(choice.inputs())
                    .extracting(HistoryInput::name)
                    .containsExactly("E0_2223.csv", "BRA.csv", "E0_9900.csv");
        }
        try (HistoryChoice choice = HistoryChoice.of(null, List.of("eng.1"), List.of(), CLOCK)) {
            assertThat(choice.inputs()).extracting(HistoryInput::name).containsExactly("E0_2324.csv");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    -  | 2223 | say which files: --dir DIR, or -l E0 -s 2324 for football-data.co.uk's site
                    E9 | 2223 | unknown league E9; known are E0 E1
                    E0 | 2225 | a season looks like 2324 for 2023-24 but was 2225
                    E0 | 22   | a season looks like 2324 for 2023-24 but was 22
                    """)
    void badUsage_isOneLine(String league, String season, String message) {
        List<String> leagues = league == null ? List.of() : List.of(league);
        assertThatThrownBy(() -> HistoryChoice.of(null, leagues, List.of(season), CLOCK))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCodes.BAD_USAGE))
                .hasMessageStartingWith(message);
    }

    @Test
    void aMissingFolder_andAnEmptyOne_areToldApart() {
        assertThatThrownBy(() -> HistoryChoice.of(folder.resolve("absent"), List.of(), List.of(), CLOCK))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCodes.BAD_USAGE))
                .hasMessage("no such folder: " + folder.resolve("absent"));
        assertThatThrownBy(() -> HistoryChoice.of(folder, List.of(), List.of(), CLOCK))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCodes.NOTHING_TO_DO));
    }

    @Test
    void theReport_hasTheNamesOfTheCommand() {
        LoadReport report = new LoadReport(
                2, 10, 6, 3, new TreeMap<>(Map.of("EMPTY_ROW", 1L)), new TreeMap<>(), 0, Duration.ofMillis(2_500));

        assertThat(LoadHistoricalCommand.describe(report))
                .containsEntry("files", 2)
                .containsEntry("rows", 10L)
                .containsEntry("loaded", 6L)
                .containsEntry("unchanged", 3L)
                .containsEntry("rejected", new TreeMap<>(Map.of("EMPTY_ROW", 1L)))
                .containsEntry("seconds", 2.5)
                .containsEntry("rows_per_s", 4L);
        assertThat(report.loaded() + report.unchanged() + report.rejectedRows()).isEqualTo(report.rows());
    }

    @Test
    void theBar_tellsHowFar() {
        assertThat(ProgressBar.text(1, 4, "files, 12,345 rows"))
                .isEqualTo("[##########..............................] 1 of 4 files, 12,345 rows");
        assertThat(ProgressBar.text(0, 0, "files")).startsWith("[########################################]");
    }

    private static List<String> names(Path folder, List<String> leagues, List<String> seasons) throws IOException {
        try (HistoryChoice choice = HistoryChoice.of(folder, leagues, seasons, CLOCK)) {
            assertThat(choice.fromDisk()).isTrue();
            return choice.inputs().stream().map(HistoryInput::name).toList();
        }
    }
}
