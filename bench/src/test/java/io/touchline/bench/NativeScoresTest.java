package io.touchline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.bench.path.RealVectors;
import io.touchline.platform.footballdata.HistoryReader;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** LightGBM's boosted trees, its forest and XGBoost's trees in the shape of the shipped ones, by ours and by the libraries. */
class NativeScoresTest {

    private static final double SAME = 1e-9;
    private static final int FIRST_SEASON = 7;
    private static final int LAST_SEASON = 22;

    @Test
    void drawnVectors_areScoredAsByTheNatives() {
        areScoredTheSame(DrawnVectors.list(ScoreBenchmark.VECTORS));
    }

    @Test
    void realVectors_areScoredAsByTheNatives() throws IOException {
        List<Path> files = IntStream.rangeClosed(FIRST_SEASON, LAST_SEASON)
                .mapToObj(year -> SharedData.path("football-data/E0_%02d%02d.csv".formatted(year, year + 1)))
                .toList();
        HistoryReader reader = new HistoryReader(TeamDirectory.shipped(), InstantSource.system());
        List<float[]> vectors = RealVectors.latest(files, reader, ScoreBenchmark.VECTORS);
        assertThat(vectors).hasSize(ScoreBenchmark.VECTORS);
        areScoredTheSame(vectors);
    }

    private static void areScoredTheSame(List<float[]> vectors) {
        assertThat(vectors).filteredOn(NativeScoresTest::hasUnknown).hasSizeGreaterThan(vectors.size() / 2);
        try (NativeScores trees = NativeScores.grown(vectors.toArray(float[][]::new))) {
            assertThat(trees.difference(vectors)).isLessThanOrEqualTo(SAME);
        }
    }

    private static boolean hasUnknown(float[] row) {
        return IntStream.range(0, row.length).anyMatch(at -> Float.isNaN(row[at]));
    }
}
