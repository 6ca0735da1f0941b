package io.touchline.standalone.command;

import io.touchline.platform.reject.Rejections;
import io.touchline.platform.topic.KafkaSettings;
import io.touchline.platform.topic.Namespace;
import io.touchline.platform.topic.TopicView;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.Vendor;
import io.touchline.schema.SourceState;
import io.touchline.schema.Topics;
import io.touchline.schema.serde.HttpSchemaRegistry;
import io.touchline.standalone.embedded.AddressFile;
import io.touchline.standalone.embedded.PlatformAddresses;
import io.touchline.standalone.replay.VendorReplay;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Which sources there are, how each is switched on, and how it does where something runs. */
@Command(
        name = "sources",
        aliases = "scrapers",
        mixinStandardHelpOptions = true,
        description =
                "Lists the sources with their state, what they give, their limits and the setting that switches them on.")
final class SourcesCommand extends Verb {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final double MILLIS_A_SECOND = 1000.0;

    @Override
    public Integer call() throws InterruptedException {
        Optional<PlatformAddresses> running = AddressFile.of(common().home()).find();
        Map<String, SourceState> states = running.isPresent() ? states(running.get()) : Map.of();
        List<Map<String, Object>> sources = new ArrayList<>();
        for (Vendor vendor : VendorReplay.vendors().values()) {
            sources.add(
                    source(vendor.descriptor(), states.get(vendor.descriptor().name()), running.isPresent()));
        }
        Output output = output();
        if (common().json()) {
            output.json(Map.of("running", running.isPresent(), "sources", sources));
        } else {
            output.table(
                    List.of("source", "state", "age s", "gives", "rhythm", "limit", "switched on by"),
                    sources.stream().map(SourcesCommand::row).toList());
        }
        return ExitCodes.DONE;
    }

    private static Map<String, Object> source(
            SourceDescriptor descriptor, @Nullable SourceState state, boolean running) {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("name", descriptor.name());
        source.put("title", descriptor.title());
        source.put("state", state == null ? running ? "OFF" : "NOT_RUNNING" : state.getState());
        if (state != null) {
            Instant good = state.getLastGoodAt();
            source.put(
                    "age_s",
                    good == null
                            ? null
                            : Duration.between(good, state.getEmittedAt()).toMillis() / MILLIS_A_SECOND);
            source.put("told_at", state.getEmittedAt().toString());
            source.put("service", state.getStage());
            source.put("problem", state.getProblem());
            source.put("breaker", state.getBreaker());
            source.put("sequence", state.getSequence());
            source.put("quota_left", state.getQuotaLeft());
        }
        source.put("gives", descriptor.gives());
        source.put("sports", descriptor.sports());
        source.put("rhythm", descriptor.rhythm());
        source.put("limit", descriptor.limit());
        source.put(
                "staleness_s",
                state == null ? descriptor.staleness().toSeconds() : state.getStalenessMillis() / MILLIS_A_SECOND);
        source.put("trust", descriptor.trust());
        source.put("setting", descriptor.setting());
        source.put("terms", descriptor.terms());
        return source;
    }

    private static List<String> row(Map<String, Object> source) {
        Object age = source.get("age_s");
        return List.of(
                String.valueOf(source.get("name")),
                String.valueOf(source.get("state")),
                age == null ? "" : String.valueOf(age),
                String.valueOf(source.get("gives")),
                String.valueOf(source.get("rhythm")),
                String.valueOf(source.get("limit")),
                String.valueOf(source.get("setting")));
    }

    private static Map<String, SourceState> states(PlatformAddresses addresses) throws InterruptedException {
        KafkaSettings kafka = new KafkaSettings(
                addresses.bootstrap(),
                new HttpSchemaRegistry(URI.create(addresses.registryUrl()), PATIENCE),
                Namespace.LIVE);
        Map<String, SourceState> states = new ConcurrentHashMap<>();
        try (TopicView view = new TopicView(
                        "sources",
                        kafka,
                        List.of(Topics.SOURCE_HEALTH),
                        new Rejections(InstantSource.system(), rejection -> {}),
                        received -> {
                            if (received.value() instanceof SourceState state) {
                                states.put(state.getSource(), state);
                            }
                        })
                .start()) {
            view.awaitCaughtUp(PATIENCE);
        }
        return states;
    }
}
