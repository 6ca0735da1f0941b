package io.touchline.bench.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.bench.MadeHistory;
import io.touchline.platform.footballdata.HistoryMoment;
import io.touchline.platform.footballdata.HistoryReader;
import io.touchline.platform.footballdata.HistoryRow;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.testkit.SharedData;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The straight path makes the same vectors in the same order, byte for byte, as the topologies in Kafka's own driver. */
class StraightPathTest {

    @Test
    void equalsTheTopologies_overMadeSeasons() {
        List<HistoryRow> rows = new ArrayList<>();
        for (int year = 2015; year < 2019; year++) {
            rows.addAll(MadeHistory.season(year, year));
        }
        assertThat(compare(rows)).isEqualTo(240);
    }

    /** Two divisions between which teams move, with prices of every kind that the files have. */
    @Test
    void equalsTheTopologies_overRealSeasons() throws IOException {
        HistoryReader reader = new HistoryReader(TeamDirectory.shipped(), InstantSource.system());
        List<HistoryRow> rows = new ArrayList<>();
        for (String file : List.of("E0_1819", "E1_1819", "E0_1920")) {
            rows.addAll(reader.read(SharedData.path("football-data/" + file + ".csv"))
                    .rows());
        }
        assertThat(compare(rows)).isGreaterThan(1_300);
    }

    private static int compare(List<HistoryRow> rows) {
        HistorySource source = HistorySource.replayed();
        try (DriverPath driver = new DriverPath()) {
            List<Emitted> straight = new ArrayList<>();
            try (StraightPath path =
                    new StraightPath(Map.of(), rejected -> {}, vector -> straight.add(driver.emitted(vector)))) {
                for (HistoryMoment moment : HistoryMoment.of(rows)) {
                    source.tell(moment.row(), moment.kind(), path);
                    source.tell(moment.row(), moment.kind(), driver);
                }
            }
            assertThat(straight).isEqualTo(driver.vectors);
            return straight.size();
        }
    }
}
