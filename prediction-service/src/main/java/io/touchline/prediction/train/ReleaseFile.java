package io.touchline.prediction.train;

import io.touchline.prediction.model.EnsembleContent;
import io.touchline.prediction.model.ReleaseState;
import io.touchline.prediction.model.blend.Ensemble;
import io.touchline.schema.ModelRelease;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * A release outside of the process that trained it: as the record of {@code models}, and as two files, the content {@code ensemble-<time>.model.json} and beside it {@code ensemble-<time>.json} that says what it is:
 * version, data range, matches, seed, features, metrics and the content's SHA-256.
 */
public final class ReleaseFile {

    /** Everything that is drawn in training is drawn by this. */
    public static final long SEED = NativeTrees.SEED;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReleaseFile() {}

    /** The record of {@code models}. */
    public static ModelRelease record(TrainedRelease release, Instant emittedAt) {
        return ModelRelease.newBuilder()
                .setName(Ensemble.NAME)
                .setVersion(release.ensemble().version())
                .setState((release.promoted() ? ReleaseState.PROMOTED : ReleaseState.CANDIDATE).name())
                .setValidFrom(release.validFrom())
                .setTrainedFrom(release.trainedFrom())
                .setTrainedTo(release.trainedTo())
                .setMatches(release.matches())
                .setMetrics(release.metrics())
                .setContent(ByteBuffer.wrap(EnsembleContent.write(release.ensemble())))
                .setEmittedAt(emittedAt)
                .build();
    }

    /** Writes both files; the second one's path. */
    public static Path write(TrainedRelease release, Path folder) throws IOException {
        Files.createDirectories(folder);
        byte[] content = EnsembleContent.write(release.ensemble());
        String name = Ensemble.NAME + "-"
                + release.validFrom().toString().replace(":", "").replace("-", "");
        Path model = folder.resolve(name + ".model.json");
        Files.write(model, content);
        Map<String, Object> about = about(release, content);
        about.put("file", String.valueOf(model.getFileName()));
        Path described = folder.resolve(name + ".json");
        Files.writeString(
                described,
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(about) + "\n",
                StandardCharsets.UTF_8);
        return described;
    }

    /** What a release is. */
    static Map<String, Object> about(TrainedRelease release, byte[] content) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("name", Ensemble.NAME);
        about.put("version", release.ensemble().version());
        about.put("state", (release.promoted() ? ReleaseState.PROMOTED : ReleaseState.CANDIDATE).name());
        about.put("valid_from", release.validFrom().toString());
        about.put("trained_from", release.trainedFrom().toString());
        about.put("trained_to", release.trainedTo().toString());
        about.put("matches", release.matches());
        about.put("seed", SEED);
        about.put("sha256", sha256(content));
        about.put("bytes", content.length);
        about.put(
                "models",
                release.ensemble().models().stream().map(model -> model.name()).toList());
        Map<String, Object> features = new TreeMap<>();
        release.ensemble().trees().written().forEach((kind, written) -> features.put(kind, written.inputs()));
        about.put("features", features);
        about.put("weights", release.ensemble().weights().byCutoff());
        about.put("metrics", new TreeMap<>(release.metrics()));
        return about;
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
