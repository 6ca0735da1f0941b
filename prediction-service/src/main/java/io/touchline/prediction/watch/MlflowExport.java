package io.touchline.prediction.watch;

import io.touchline.schema.ModelRelease;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Releases as an experiment of MLflow, in the layout of its file store: {@code <experiment>/meta.yaml} and for each run {@code meta.yaml}, {@code params/}, {@code metrics/}, {@code tags/} and {@code artifacts/}, one file a name. {@code mlflow ui --backend-store-uri DIR} shows
 * it. A release is always the same run, so writing again brings it up to date.
 *
 * <p>MLflow, Tracking Server: backend stores, file store; {@code mlflow.store.tracking.file_store}.
 */
public final class MlflowExport {

    private static final String EXPERIMENT = "touchline";

    /** MLflow's own are digits; a fixed one, so that writing again finds it. */
    private static final String EXPERIMENT_ID = "751026300000000001";

    /** {@code RunStatus.FINISHED} and {@code SourceType.LOCAL} of MLflow's protocol. */
    private static final int FINISHED = 3;

    private static final int LOCAL = 4;

    private final Path folder;

    /** Into a folder such as {@code mlruns}, made where it is missing. */
    public MlflowExport(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Writes all of them; the folder of the experiment. */
    public Path write(List<ModelRelease> releases) throws IOException {
        Path experiment = Files.createDirectories(folder.resolve(EXPERIMENT_ID));
        Instant first = releases.stream()
                .map(ModelRelease::getTrainedTo)
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
        Files.writeString(experiment.resolve("meta.yaml"), """
                artifact_location: "%1$s"
                creation_time: %2$s
                experiment_id: "%3$s"
                last_update_time: %2$s
                lifecycle_stage: "active"
                name: "%4$s"
                """.formatted(
                        uri(experiment), first.toEpochMilli(), EXPERIMENT_ID, EXPERIMENT));
        for (ModelRelease release : releases) {
            write(experiment, release);
        }
        return experiment;
    }

    private static void write(Path experiment, ModelRelease release) throws IOException {
        String name = release.getName() + "@" + release.getVersion();
        String id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        Path run = experiment.resolve(id);
        Path artifacts = Files.createDirectories(run.resolve("artifacts"));
        long at = release.getTrainedTo().toEpochMilli();
        Files.writeString(run.resolve("meta.yaml"), """
                artifact_uri: "%1$s"
                end_time: %2$s
                entry_point_name: ""
                experiment_id: "%3$s"
                lifecycle_stage: "active"
                run_id: "%4$s"
                run_name: "%5$s"
                run_uuid: "%4$s"
                source_name: ""
                source_type: %6$s
                source_version: ""
                start_time: %2$s
                status: %7$s
                tags: []
                user_id: "%8$s"
                """.formatted(
                        uri(artifacts), at, EXPERIMENT_ID, id, name, LOCAL, FINISHED, EXPERIMENT));
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("version", release.getVersion());
        params.put("trained_from", release.getTrainedFrom());
        params.put("trained_to", release.getTrainedTo());
        params.put("matches", release.getMatches());
        params.put("recipe", release.getRecipe());
        params.put("seed", release.getSeed());
        params.put("catalogue_version", release.getCatalogueVersion());
        params.put("features", release.getFeatures().size());
        params.put("sha256", release.getContentSha256());
        each(run.resolve("params"), params);
        Map<String, Object> metrics = new LinkedHashMap<>();
        release.getMetrics().forEach((metric, value) -> metrics.put(metric, at + " " + value + " 0\n"));
        each(run.resolve("metrics"), metrics);
        each(
                run.resolve("tags"),
                Map.of("mlflow.runName", name, "state", release.getState(), "valid_from", release.getValidFrom()));
        ByteBuffer content = release.getContent();
        if (content != null) {
            byte[] bytes = new byte[content.remaining()];
            content.duplicate().get(bytes);
            Files.write(artifacts.resolve("model.json"), bytes);
        }
        Files.writeString(artifacts.resolve("features.txt"), String.join("\n", release.getFeatures()) + "\n");
    }

    /** One file a name; what is unknown has none. */
    private static void each(Path folder, Map<String, Object> values) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, Object> each : values.entrySet()) {
            if (each.getValue() != null) {
                Files.writeString(folder.resolve(each.getKey()), String.valueOf(each.getValue()));
            }
        }
    }

    /** Without a slash at the end, as MLflow writes it. */
    private static String uri(Path path) {
        return URI.create("file://" + path.toUri().getRawPath()).toString().replaceAll("/+$", "");
    }
}
