package io.touchline.standalone.command;

import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Namespace;
import io.touchline.prediction.watch.ModelOrders;
import io.touchline.schema.ModelRelease;
import io.touchline.schema.serde.HttpSchemaRegistry;
import io.touchline.standalone.embedded.AddressFile;
import io.touchline.standalone.embedded.PlatformAddresses;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the verbs about the releases of models share: they speak to a running Touchline. */
abstract class ModelVerb extends Verb {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static Instant now() {
        return InstantSource.system().instant();
    }

    ModelOrders orders() {
        PlatformAddresses addresses = AddressFile.of(common().home())
                .find()
                .orElseThrow(() -> CommandFailure.failed(
                        "nothing runs on " + common().home() + "; start it with touchline up or touchline demo"));
        KafkaSettings kafka = new KafkaSettings(
                addresses.bootstrap(),
                new HttpSchemaRegistry(URI.create(addresses.registryUrl()), PATIENCE),
                Namespace.LIVE);
        return new ModelOrders(kafka, new Rejections(InstantSource.system(), rejection -> {}));
    }

    static ModelRelease find(List<ModelRelease> releases, String version) {
        return releases.stream()
                .filter(release -> release.getVersion().equals(version))
                .findFirst()
                .orElseThrow(() -> CommandFailure.badUsage("there is no release " + version));
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
        shown.put("metrics", release.getMetrics());
        return shown;
    }

    void told(ModelRelease release, boolean inForce) {
        if (common().json()) {
            output().json(shown(release, inForce));
        } else {
            output().values(shown(release, inForce));
        }
    }
}
