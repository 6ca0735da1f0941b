package io.touchline.standalone.command;

import io.touchline.standalone.embedded.EmbeddedPlatform;
import io.touchline.standalone.service.Stage;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything on this machine, with the real connectors whose keys are set; runs until it is stopped. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts everything with the real connectors whose keys are set, and runs until Ctrl-C.")
final class UpCommand extends Verb {

    /** Which services run. */
    enum Mode {
        FULL(EnumSet.allOf(Stage.class)),
        API_ONLY(EnumSet.of(Stage.GATEWAY));

        private final Set<Stage> stages;

        Mode(Set<Stage> stages) {
            this.stages = stages;
        }

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    @Mixin
    private final PlatformOptions platformOptions = new PlatformOptions();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "the page's and the API's port (default: 8080)")
    private int port;

    @Option(names = "--config", paramLabel = "FILE", description = "YAML file of properties for the services")
    private @Nullable Path config;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "full",
            description = "full (all services) or api-only (the gateway on what is there)")
    private String mode = "full";

    @Override
    public Integer call() throws InterruptedException {
        Mode chosen = mode();
        Map<String, String> properties = config == null ? Map.of() : ConfigFile.read(config);
        Output output = output();
        try (LocalTouchline local = LocalTouchline.start(common(), platformOptions, port, output)) {
            local.startServices(local.liveSettings().with(properties), chosen.stages);
            if (common().json()) {
                output.json(describe(local));
            } else {
                output.line("Touchline runs on " + local.gatewayUrl() + " (Ctrl-C ends it)");
                output.line("kafka " + local.platform().addresses().bootstrap() + "  registry "
                        + local.platform().addresses().registryUrl());
            }
            local.awaitEnd();
        }
        return ExitCodes.DONE;
    }

    private Mode mode() {
        for (Mode candidate : Mode.values()) {
            if (candidate.toString().equals(mode)) {
                return candidate;
            }
        }
        throw CommandFailure.badUsage("unknown mode " + mode + "; there are full and api-only");
    }

    private static Map<String, Object> describe(LocalTouchline local) {
        EmbeddedPlatform platform = local.platform();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("url", local.gatewayUrl());
        map.put("kafka", platform.addresses().bootstrap());
        map.put("registry", platform.addresses().registryUrl());
        map.put("postgres", platform.addresses().postgresUrl());
        map.put("redis", platform.addresses().redisUrl());
        map.put("home", platform.home().toString());
        return map;
    }
}
