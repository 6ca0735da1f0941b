package io.touchline.ingest.connector.footballdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.touchline.platform.csv.CsvRejection;
import io.touchline.platform.footballdata.HistoryFile;
import io.touchline.platform.footballdata.HistoryFolder;
import io.touchline.platform.footballdata.HistoryReader;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.schema.MatchResult;
import io.touchline.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The real files of 1993 to 2023 as published, and five broken copies; skipped where they are absent. */
class SharedFilesTest {

    private static final Duration LEAST_REST = Duration.ofHours(20);

    private final HistoryReader reader =
            new HistoryReader(TeamDirectory.shipped(), InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));

    @Test
    void everyLine_isAMatchOrNamed() throws IOException {
        List<HistoryRow> matches = new ArrayList<>();
        Map<String, Integer> rejected = new TreeMap<>();
        List<String> unusual = new ArrayList<>();
        Map<String, Integer> faults = new TreeMap<>();
        int lines = 0;
        List<Path> files = HistoryFolder.list(SharedData.path("football-data"));
        for (Path path : files) {
            HistoryFile file = reader.read(path);
            lines += file.lines();
            matches.addAll(file.rows());
            assertThat(file.derivedTeams())
                    .as("clubs unknown to the directory in " + path)
                    .isEmpty();
            for (CsvRejection rejection : file.rejections()) {
                String reason = rejection.reason().name();
                rejected.merge(reason, 1, Integer::sum);
                if (!reason.equals("EMPTY_ROW")) {
                    unusual.add(rejection.location() + ' ' + reason);
                }
            }
            for (HistoryRow row : file.rows()) {
                MatchResult result = IngestRows.replayed()
                        .result(row, fault -> faults.merge(fault.reason().name(), 1, Integer::sum));
                assertThat(result.getHomeGoals()).isEqualTo(row.score().home());
            }
        }

        assertThat(files).hasSize(417);
        assertThat(lines).isEqualTo(194_172);
        assertThat(matches).hasSize(189_017);
        assertThat(rejected)
                .containsExactly(entry("EMPTY_ROW", 5_151), entry("MISSING_SCORE", 3), entry("MISSING_TEAM", 1));
        assertThat(unusual)
                .containsExactlyInAnyOrder(
                        "BRA_to2022.csv:1893 MISSING_SCORE",
                        "G1_1415.csv:302 MISSING_SCORE",
                        "G1_1819.csv:199 MISSING_SCORE",
                        "T1_1314.csv:308 MISSING_TEAM");
        assertThat(matches).extracting(HistoryRow::fixtureId).doesNotHaveDuplicates();
        assertThat(faults.values().stream().mapToInt(Integer::intValue).sum())
                .as("single values that cannot be: %s", faults)
                .isLessThan(40);
        assertNobodyPlaysTwiceADay(matches);
    }

    /** Two spellings of one club, or two clubs under one id, would show here. */
    private static void assertNobodyPlaysTwiceADay(List<HistoryRow> matches) {
        Map<String, List<HistoryRow>> byTeam = new HashMap<>();
        for (HistoryRow row : matches) {
            String association = row.competition().association();
            byTeam.computeIfAbsent(association + row.home(), team -> new ArrayList<>())
                    .add(row);
            byTeam.computeIfAbsent(association + row.away(), team -> new ArrayList<>())
                    .add(row);
        }
        byTeam.forEach((team, rows) -> {
            rows.sort(Comparator.comparing(HistoryRow::kickoffAt));
            for (int i = 1; i < rows.size(); i++) {
                assertThat(Duration.between(
                                rows.get(i - 1).kickoffAt(), rows.get(i).kickoffAt()))
                        .as(
                                "%s in %s and %s",
                                team, rows.get(i - 1).location(), rows.get(i).location())
                        .isGreaterThan(LEAST_REST);
            }
        });
        assertThat(byTeam).hasSizeGreaterThan(1_000);
    }

    @Test
    void brokenCopies_giveTheSameMatchesAsTheOriginals() throws IOException {
        assertThat(read("dirt-samples/AUS_all_html-error.csv").rejections())
                .extracting(rejection -> rejection.reason().name())
                .containsExactly("HTML_INSTEAD_OF_DATA");
        assertSame("dirt-samples/E0_2122_crcrlf_double-encoded-bom.csv", "football-data/E0_2122.csv", 380, 0);
        assertSame("dirt-samples/I1_2021_renamed-columns.csv", "football-data/I1_2021.csv", 380, 0);
        assertSame("dirt-samples/E0_0304_resaved-335-rows.csv", "football-data/E0_0304.csv", 335, 0);
        assertSame("dirt-samples/SP1_2021_in-progress.csv", "football-data/SP1_2021.csv", 225, 0);
    }

    private void assertSame(String copy, String original, int matches, int corrected) throws IOException {
        Map<String, MatchResult> whole = results(read(original));
        Map<String, MatchResult> broken = results(read(copy));
        assertThat(broken.size()).as("matches in %s", copy).isEqualTo(matches);
        List<String> differing = broken.keySet().stream()
                .filter(id -> !broken.get(id).equals(whole.get(id)))
                .toList();
        assertThat(differing)
                .as("matches that differ between %s and %s", copy, original)
                .hasSize(corrected);
        assertThat(whole.size()).isEqualTo(380);
    }

    private HistoryFile read(String path) throws IOException {
        return reader.read(SharedData.path(path));
    }

    private static Map<String, MatchResult> results(HistoryFile file) {
        Map<String, MatchResult> results = new TreeMap<>();
        for (HistoryRow row : file.rows()) {
            results.put(row.fixtureId().value(), IngestRows.replayed().result(row));
        }
        return results;
    }
}
