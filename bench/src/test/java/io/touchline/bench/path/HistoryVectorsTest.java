package io.touchline.bench.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.bench.MadeHistory;
import io.touchline.platform.footballdata.HistoryReader;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.schema.serde.MemorySchemaRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is cut off goes on where it was: nothing twice, nothing missing, the same bytes. */
class HistoryVectorsTest {

    private final MemorySchemaRegistry registry = new MemorySchemaRegistry();

    @TempDir
    private Path folder;

    private List<Path> files = List.of();

    @BeforeEach
    void write() throws IOException {
        files = List.of(
                Files.writeString(folder.resolve("E0_1920.csv"), MadeHistory.file(3, 2019)),
                Files.writeString(folder.resolve("E0_2021.csv"), MadeHistory.file(5, 2020)),
                Files.writeString(
                        folder.resolve("SP1_2021.csv"),
                        MadeHistory.file(7, 2020).replace("\nE0,", "\nSP1,")));
    }

    @Test
    void goesOnAfterACut_withoutRepeatingOrLosing() throws IOException, InterruptedException {
        Map<String, Emitted> whole = new ConcurrentHashMap<>();
        HistoryVectors.Report report = vectors()
                .run(
                        files,
                        Set.of(),
                        vector -> assertThat(whole.put(vector.key(), vector)).isNull());
        assertThat(report.matches()).isEqualTo(90);
        assertThat(whole).hasSize(180);

        Map<String, Emitted> cut = new ConcurrentHashMap<>();
        assertThatThrownBy(() -> vectors().run(files, Set.of(), vector -> {
                    if (cut.size() >= 71) {
                        throw new IllegalStateException("the broker is gone");
                    }
                    cut.put(vector.key(), vector);
                }))
                .hasMessageContaining("the broker is gone");
        assertThat(cut).hasSizeBetween(71, 72);

        Set<String> stored = Set.copyOf(cut.keySet());
        HistoryVectors.Report rest = vectors()
                .run(
                        files,
                        stored,
                        vector -> assertThat(cut.put(vector.key(), vector)).isNull());
        assertThat(cut).isEqualTo(whole);
        assertThat(rest.vectors() - rest.repeated()).isEqualTo(180 - stored.size());
    }

    private HistoryVectors vectors() {
        return new HistoryVectors(
                new HistoryReader(TeamDirectory.shipped(), InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"))),
                registry,
                2,
                done -> {});
    }
}
