package io.touchline.prediction.train;

import io.touchline.prediction.model.EnsembleContent;
import io.touchline.prediction.model.ReleaseState;
import io.touchline.prediction.model.blend.Ensemble;
import io.touchline.schema.FeatureCatalogue;
import io.touchline.schema.FeatureSpread;
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
 * A release outside of the process that trained it: as the record of {@code models}, and as files, the content {@code ensemble-<time>.model.json}, beside it {@code ensemble-<time>.json} that says what it is:
 * version, data range, matches, seed, recipe, features, metrics and the content's SHA-256, and {@code ensemble-<time>.spreads.json} with how the features were spread over what it learned from.
 */
public final class ReleaseFile {

    /** Everything that is drawn in training is drawn by this. */
    public static final long SEED = NativeTrees.SEED;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReleaseFile() {}

    /** The record of {@code models}. */
    public static ModelRelease record(TrainedRelease release, Instant emittedAt) {
        byte[] content = EnsembleContent.write(release.ensemble());
        return ModelRelease.newBuilder()
                .setName(Ensemble.NAME)
                .setVersion(release.ensemble().version())
                .setState((release.promoted() ? ReleaseState.PROMOTED : ReleaseState.CANDIDATE).name())
                .setValidFrom(release.validFrom())
                .setTrainedFrom(release.trainedFrom())
                .setTrainedTo(release.trainedTo())
                .setMatches(release.matches())
                .setMetrics(release.metrics())
                .setContent(ByteBuffer.wrap(content))
                .setContentSha256(sha256(content))
                .setSeed(SEED)
                .setRecipe(release.recipe())
                .setCatalogueVersion(FeatureCatalogue.shipped().version())
                .setFeatures(release.features())
                .setSpreads(release.inputs().features())
                .setEmittedAt(emittedAt)
                .build();
    }

    /** Writes the files; the path of the one that says what it is. */
    public static Path write(TrainedRelease release, Path folder) throws IOException {
        Files.createDirectories(folder);
        byte[] content = EnsembleContent.write(release.ensemble());
        String name = Ensemble.NAME + "-"
                + release.validFrom().toString().replace(":", "").replace("-", "");
        Path model = folder.resolve(name + ".model.json");
        Files.write(model, content);
        Map<String, Object> about = about(release, content);
        about.put("file", String.valueOf(model.getFileName()));
        Path spreads = folder.resolve(name + ".spreads.json");
        Files.write(spreads, JSON.writeValueAsBytes(spreads(release)));
        about.put("spreads_file", String.valueOf(spreads.getFileName()));
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
        about.put("recipe", release.recipe());
        about.put("catalogue_version", FeatureCatalogue.shipped().version());
        about.put("features", release.features());
        Map<String, Object> ofTrees = new TreeMap<>();
        release.ensemble().trees().written().forEach((kind, written) -> ofTrees.put(kind, written.inputs()));
        about.put("tree_features", ofTrees);
        about.put("weights", release.ensemble().weights().byCutoff());
        about.put("metrics", new TreeMap<>(release.metrics()));
        return about;
    }

    /** Edges and shares by feature. */
    private static Map<String, Object> spreads(TrainedRelease release) {
        Map<String, Object> spreads = new LinkedHashMap<>();
        for (FeatureSpread each : release.inputs().features()) {
            spreads.put(each.getName(), Map.of("edges", each.getEdges(), "shares", each.getShares()));
        }
        return spreads;
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
