package io.touchline.ingest.connector.footballdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.footballdata.HistoryFolder;
import io.touchline.platform.footballdata.HistoryReader;
import io.touchline.platform.footballdata.XgHistory;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Expected goals of nine real seasons of five leagues, joined by our own names. */
class XgSeasonsTest {

    @Test
    void realSeasons_areJoinedAllButAFew() throws IOException {
        TeamDirectory directory = TeamDirectory.shipped();
        XgHistory xg = XgHistory.read(SharedData.path("xg"), directory);
        HistoryReader reader =
                new HistoryReader(directory, InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")), xg);
        for (Path file : HistoryFolder.list(
                SharedData.path("football-data"), List.of("E0", "SP1", "D1", "I1", "F1"), List.of())) {
            reader.read(file);
        }

        Map<String, XgHistory.Report> seasons = xg.reportBySeason();
        assertThat(seasons).hasSize(45);
        assertThat(seasons)
                .allSatisfy((season, report) -> assertThat(report.joinedShare())
                        .as(season + " " + report)
                        .isGreaterThan(0.99));
        assertThat(xg.report().withoutMatch()).isZero();
        assertThat(xg.unreadable()).isEmpty();
    }
}
