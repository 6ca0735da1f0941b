package io.touchline.prediction.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.touchline.prediction.model.EnsembleContent;
import io.touchline.prediction.model.FeatureValues;
import io.touchline.prediction.model.InputSpread;
import io.touchline.prediction.model.blend.Ensemble;
import io.touchline.prediction.train.ReleaseFile;
import io.touchline.prediction.train.TrainedRelease;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.ModelRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelOrdersTest {

    private static final Instant MONDAY = Instant.parse("2025-08-04T03:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    Path folder;

    @Test
    void whatTrainWrote_isRead_withItsHashChecked() throws IOException {
        Path file = ReleaseFile.write(trained(), folder);
        ModelRelease release = ModelOrders.read(file);
        assertThat(release.getVersion()).isEqualTo(Ensemble.UNTRAINED);
        assertThat(release.getMatches()).isEqualTo(12);
        assertThat(release.getMetrics()).containsEntry("blend.log_loss", 0.97);
        assertThat(release.getState()).isEqualTo("PROMOTED");
        assertThat(release).isEqualTo(ReleaseFile.record(trained(), Instant.EPOCH));
        assertThat(release.getSeed()).isEqualTo(ReleaseFile.SEED);
        assertThat(release.getRecipe()).isEqualTo("r1");
        assertThat(release.getFeatures()).containsExactly("elo_difference");
        assertThat(release.getContentSha256()).hasSize(64);
        assertThat(EnsembleContent.write(EnsembleContent.read(release.getContent())))
                .isEqualTo(EnsembleContent.write(Ensemble.untrained()));
        try (var files = Files.list(folder)) {
            Path model = files.filter(path -> path.toString().endsWith(".model.json"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(model, Files.readString(model) + " ");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelOrders.read(file))
                .withMessageContaining("another hash");
    }

    @Test
    void inForce_isTheNewestPromotedOne() throws IOException {
        ModelRelease release = ModelOrders.read(ReleaseFile.write(trained(), folder));
        ModelRelease later = ModelRelease.newBuilder(release)
                .setVersion("later")
                .setValidFrom(MONDAY.plusSeconds(60))
                .build();
        ModelRelease takenBack = ModelRelease.newBuilder(later)
                .setVersion("bad")
                .setState("ROLLED_BACK")
                .setValidFrom(MONDAY.plusSeconds(90))
                .build();
        List<ModelRelease> all = List.of(release, later, takenBack);
        assertThat(ModelOrders.inForce(all, MONDAY.plusSeconds(100))).contains(later);
        assertThat(ModelOrders.inForce(all, MONDAY)).contains(release);
        assertThat(ModelOrders.inForce(all, MONDAY.minusSeconds(1))).isEmpty();
    }

    private static TrainedRelease trained() {
        float[] values = new float[FeatureCatalogue.shipped().size()];
        Arrays.fill(values, Float.NaN);
        values[FeatureCatalogue.position("elo_difference")] = 120;
        return new TrainedRelease(
                Ensemble.untrained(),
                MONDAY,
                true,
                MONDAY,
                MONDAY,
                12,
                Map.of("blend.log_loss", 0.97),
                "r1",
                InputSpread.of(List.of(FeatureValues.of(values))));
    }
}
