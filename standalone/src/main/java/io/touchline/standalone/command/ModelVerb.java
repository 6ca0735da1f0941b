package io.touchline.standalone.command;

import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Namespace;
import io.touchline.prediction.watch.ModelOrders;
import io.touchline.schema.ModelRelease;
import io.touchline.schema.serde.HttpSchemaRegistry;
import io.touchline.standalone.embedded.AddressFile;
import io.touchline.standalone.embedded.PlatformAddresses;
import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the verbs about the releases of models share: they speak to a running Touchline, by its own clock. */
abstract class ModelVerb extends Verb {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** {@code demo} keeps its own state here. */
    private static final String DEMO = "demo";

    /** A running Touchline. */
    record Running(Path home, ModelOrders orders) {

        /** Its clock, which a demo runs ahead; this machine's where no gateway tells. */
        Instant now() throws InterruptedException {
            return AddressFile.of(home).findGateway().isPresent()
                    ? GatewayClient.clock(home)
                    : InstantSource.system().instant();
        }
    }

    Running running() {
        Path home = Stream.of(common().home(), common().home().resolve(DEMO))
                .filter(each -> AddressFile.of(each).find().isPresent())
                .findFirst()
                .orElseThrow(() -> CommandFailure.failed(
                        "nothing runs on " + common().home() + "; start it with touchline up or touchline demo"));
        PlatformAddresses addresses = AddressFile.of(home).find().orElseThrow();
        KafkaSettings kafka = new KafkaSettings(
                addresses.bootstrap(),
                new HttpSchemaRegistry(URI.create(addresses.registryUrl()), PATIENCE),
                Namespace.LIVE);
        return new Running(home, new ModelOrders(kafka, new Rejections(InstantSource.system(), rejection -> {})));
    }

    static Optional<ModelRelease> find(List<ModelRelease> releases, String version) {
        return releases.stream()
                .filter(release -> release.getVersion().equals(version))
                .findFirst();
    }

    static ModelRelease get(List<ModelRelease> releases, String version) {
        return find(releases, version)
                .orElseThrow(() -> CommandFailure.badUsage(
                        "there is no release " + version + "; touchline models lists those there are"));
    }

    static boolean isInForce(List<ModelRelease> releases, ModelRelease release, Instant now) {
        return ModelOrders.inForce(releases, now)
                .filter(each -> each.getVersion().equals(release.getVersion()))
                .isPresent();
    }

    /** A release that train wrote. One that is there already under its version must be the same. */
    static ModelRelease read(Path file, List<ModelRelease> releases) {
        try {
            ModelRelease release = ModelOrders.read(file);
            Optional<ModelRelease> held = find(releases, release.getVersion());
            if (held.filter(each -> !ModelOrders.isSame(each, release)).isPresent()) {
                throw CommandFailure.badUsage("there is another release " + release.getVersion()
                        + " already; train until another day, a version stands for one content");
            }
            return release;
        } catch (NoSuchFileException e) {
            throw CommandFailure.badUsage("there is no file " + e.getFile());
        } catch (IOException e) {
            throw CommandFailure.badUsage("cannot read " + file + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badUsage(String.valueOf(e.getMessage()));
        }
    }

    static Map<String, Object> shown(ModelRelease release, boolean inForce) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", release.getName());
        shown.put("version", release.getVersion());
        shown.put("state", release.getState());
        shown.put("in_force", inForce);
        shown.put("valid_from", release.getValidFrom().toString());
        shown.put("trained_from", release.getTrainedFrom().toString());
        shown.put("trained_to", release.getTrainedTo().toString());
        shown.put("matches", release.getMatches());
        shown.put("recipe", release.getRecipe());
        shown.put("seed", release.getSeed());
        shown.put("sha256", release.getContentSha256());
        shown.put("catalogue_version", release.getCatalogueVersion());
        shown.put("features", release.getFeatures());
        shown.put("metrics", release.getMetrics());
        return shown;
    }

    /** Says what a release is now, and what is in force. */
    void told(ModelRelease release, List<ModelRelease> releases, Instant now) {
        String inForce =
                ModelOrders.inForce(releases, now).map(ModelRelease::getVersion).orElse("");
        Map<String, Object> shown = shown(release, inForce.equals(release.getVersion()));
        if (common().json()) {
            shown.put("in_force_now", inForce.isEmpty() ? null : inForce);
            output().json(shown);
        } else {
            output().line("%s is %s; in force: %s"
                    .formatted(
                            release.getVersion(),
                            release.getState(),
                            inForce.isEmpty() ? "what needs no training" : inForce));
        }
    }
}
