package io.touchline.prediction.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.prediction.model.EnsembleContent;
import io.touchline.prediction.model.blend.Ensemble;
import io.touchline.schema.ModelRelease;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the file store's layout as MLflow reads it: meta.yaml of experiment and run, a file a parameter, metric and tag. */
class MlflowExportTest {

    private static final Instant MONDAY = Instant.parse("2025-08-04T03:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    Path folder;

    @Test
    void release_isARun_andAgainTheSameOne() throws IOException {
        MlflowExport export = new MlflowExport(folder.resolve("mlruns"));
        Path experiment = export.write(List.of(release("CANDIDATE")));
        assertThat(Files.readString(experiment.resolve("meta.yaml")))
                .contains("experiment_id: \"" + experiment.getFileName() + "\"\n")
                .contains("lifecycle_stage: \"active\"\n", "name: \"touchline\"\n");
        Path run = run(experiment);
        assertThat(run.getFileName().toString()).matches("[0-9a-f]{32}");
        assertThat(Files.readString(run.resolve("meta.yaml")))
                .contains("run_id: \"" + run.getFileName() + "\"\n")
                .contains("run_uuid: \"" + run.getFileName() + "\"\n")
                .contains("artifact_uri: \"file://" + run + "/artifacts\"\n")
                .contains("status: 3\n", "source_type: 4\n", "tags: []\n");
        assertThat(Files.readString(run.resolve("metrics/blend.log_loss")))
                .isEqualTo(MONDAY.toEpochMilli() + " 0.97 0\n");
        assertThat(Files.readString(run.resolve("params/seed"))).isEqualTo("5");
        assertThat(run.resolve("params/catalogue_version")).doesNotExist();
        assertThat(Files.readString(run.resolve("tags/state"))).isEqualTo("CANDIDATE");
        assertThat(Files.readAllBytes(run.resolve("artifacts/model.json")))
                .isEqualTo(EnsembleContent.write(Ensemble.untrained()));
        export.write(List.of(release("PROMOTED")));
        assertThat(run(experiment)).isEqualTo(run);
        assertThat(Files.readString(run.resolve("tags/state"))).isEqualTo("PROMOTED");
    }

    /** The only one. */
    private static Path run(Path experiment) throws IOException {
        try (Stream<Path> runs = Files.list(experiment)) {
            List<Path> all = runs.filter(Files::isDirectory).toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    private static ModelRelease release(String state) {
        return ModelRelease.newBuilder()
                .setName(Ensemble.NAME)
                .setVersion("2025-08-04T03:00:00Z")
                .setState(state)
                .setValidFrom(MONDAY)
                .setTrainedFrom(MONDAY)
                .setTrainedTo(MONDAY)
                .setMatches(12)
                .setMetrics(Map.of("blend.log_loss", 0.97))
                .setSeed(5L)
                .setContent(ByteBuffer.wrap(EnsembleContent.write(Ensemble.untrained())))
                .setEmittedAt(MONDAY)
                .build();
    }
}
