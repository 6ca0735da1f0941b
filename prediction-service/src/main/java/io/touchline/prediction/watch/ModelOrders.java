package io.touchline.prediction.watch;

import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.RecordSender;
import io.touchline.platform.topic.TopicView;
import io.touchline.prediction.model.EnsembleContent;
import io.touchline.prediction.model.ReleaseState;
import io.touchline.prediction.model.blend.Ensemble;
import io.touchline.schema.FeatureSpread;
import io.touchline.schema.ModelRelease;
import io.touchline.schema.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person's orders about releases, told on {@code models} like the service's own: it takes them up as it reads them. */
public final class ModelOrders {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KafkaSettings kafka;
    private final Rejections rejections;

    public ModelOrders(KafkaSettings kafka, Rejections rejections) {
        this.kafka = kafka;
        this.rejections = rejections;
    }

    /** All releases as they were last told, the oldest first. */
    public List<ModelRelease> list() throws InterruptedException {
        Map<String, ModelRelease> byKey = new ConcurrentSkipListMap<>();
        try (TopicView view = new TopicView("model-orders", kafka, List.of(Topics.MODELS), rejections, received -> {
                    if (received.value() instanceof ModelRelease release) {
                        byKey.put(received.key(), release);
                    } else {
                        byKey.remove(received.key());
                    }
                })
                .start()) {
            if (!view.awaitCaughtUp(LIMIT)) {
                throw new IllegalStateException("the releases could not be read: " + view.problem());
            }
        }
        List<ModelRelease> releases = new ArrayList<>(byKey.values());
        releases.sort(Comparator.comparing(ModelRelease::getValidFrom).thenComparing(ModelRelease::getVersion));
        return releases;
    }

    /** The one that scores at a time. */
    public static Optional<ModelRelease> inForce(List<ModelRelease> releases, Instant time) {
        return releases.stream()
                .filter(release -> release.getState().equals(ReleaseState.PROMOTED.name()))
                .filter(release -> !release.getValidFrom().isAfter(time))
                .max(Comparator.comparing(ModelRelease::getValidFrom));
    }

    /** The releases once one of them was told. */
    public static List<ModelRelease> with(List<ModelRelease> releases, ModelRelease told) {
        List<ModelRelease> all = new ArrayList<>(releases);
        all.removeIf(each -> each.getVersion().equals(told.getVersion()));
        all.add(told);
        return all;
    }

    /** Whether two releases hold the same models. */
    public static boolean isSame(ModelRelease one, ModelRelease other) {
        return Objects.equals(one.getContent(), other.getContent());
    }

    /** Puts a release in a state from a time on, and tells it. */
    public ModelRelease tell(ModelRelease release, ReleaseState state, Instant validFrom, Instant now) {
        ModelRelease told = ModelRelease.newBuilder(release)
                .setState(state.name())
                .setValidFrom(state == ReleaseState.ROLLED_BACK ? release.getValidFrom() : validFrom)
                .setEmittedAt(Instant.ofEpochMilli(now.toEpochMilli()))
                .build();
        try (RecordSender sender = new RecordSender(kafka)) {
            sender.send(Topics.MODELS, told.getName() + "|" + told.getVersion(), told, now)
                    .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .join();
        }
        return told;
    }

    /**
     * A release that {@code train} wrote: its description, the model lies beside it.
     *
     * @throws IOException where a file cannot be read
     * @throws IllegalArgumentException where the files are not what they say: another hash, no release
     */
    public static ModelRelease read(Path description) throws IOException {
        try {
            JsonNode about = JSON.readTree(Files.readAllBytes(description));
            byte[] content = Files.readAllBytes(
                    description.resolveSibling(about.path("file").asString("")));
            String hash = ModelArchive.sha256(ByteBuffer.wrap(content));
            if (!hash.equals(about.path("sha256").asString(""))) {
                throw new IllegalArgumentException("the model beside " + description + " has another hash: " + hash);
            }
            Ensemble ensemble = EnsembleContent.read(content);
            Map<String, Double> metrics = new TreeMap<>();
            about.path("metrics")
                    .properties()
                    .forEach(each -> metrics.put(each.getKey(), each.getValue().asDouble()));
            return ModelRelease.newBuilder()
                    .setName(Ensemble.NAME)
                    .setVersion(ensemble.version())
                    .setState(about.path("state").asString(ReleaseState.CANDIDATE.name()))
                    .setValidFrom(Instant.parse(about.path("valid_from").asString("")))
                    .setTrainedFrom(Instant.parse(about.path("trained_from").asString("")))
                    .setTrainedTo(Instant.parse(about.path("trained_to").asString("")))
                    .setMatches(about.path("matches").asInt(0))
                    .setMetrics(metrics)
                    .setContent(ByteBuffer.wrap(content))
                    .setContentSha256(hash)
                    .setSeed(about.path("seed").isNumber() ? about.path("seed").asLong() : null)
                    .setRecipe(about.path("recipe").asString(""))
                    .setCatalogueVersion(
                            about.path("catalogue_version").isNumber()
                                    ? about.path("catalogue_version").asInt()
                                    : null)
                    .setFeatures(texts(about.path("features")))
                    .setSpreads(spreads(description, about))
                    .setEmittedAt(Instant.EPOCH)
                    .build();
        } catch (JacksonException | DateTimeException e) {
            throw new IllegalArgumentException(description + " describes no release: " + e.getMessage(), e);
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(each -> texts.add(each.asString("")));
        }
        return texts;
    }

    /** What lies beside a release of how its inputs were spread; nothing where nothing does. */
    private static List<FeatureSpread> spreads(Path description, JsonNode about) throws IOException {
        String file = about.path("spreads_file").asString("");
        List<FeatureSpread> spreads = new ArrayList<>();
        if (!file.isEmpty()) {
            JSON.readTree(Files.readAllBytes(description.resolveSibling(file)))
                    .properties()
                    .forEach(each -> spreads.add(new FeatureSpread(
                            each.getKey(),
                            floats(each.getValue().path("edges")),
                            floats(each.getValue().path("shares")))));
        }
        return spreads;
    }

    private static List<Float> floats(JsonNode list) {
        List<Float> floats = new ArrayList<>();
        list.forEach(each -> floats.add((float) each.asDouble()));
        return floats;
    }
}
