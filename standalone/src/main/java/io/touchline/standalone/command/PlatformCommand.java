package io.touchline.standalone.command;

import io.touchline.standalone.embedded.PlatformAddresses;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Kafka, registry, Postgres and Redis alone, for services that run as processes of their own. */
@Command(
        name = "platform",
        mixinStandardHelpOptions = true,
        description =
                "Starts Kafka, schema registry, PostgreSQL and Redis alone, prints the settings that reach them, and runs until Ctrl-C.")
final class PlatformCommand extends Verb {

    @Mixin
    private final PlatformOptions platformOptions = new PlatformOptions();

    @Override
    public Integer call() throws InterruptedException {
        Output output = output();
        try (LocalTouchline local = LocalTouchline.start(common(), platformOptions, -1, output)) {
            Map<String, String> settings = settings(local.addresses());
            if (common().json()) {
                output.json(settings);
            } else {
                settings.forEach((name, value) -> output.line(name + "=" + value));
            }
            local.awaitEnd();
        }
        return ExitCodes.DONE;
    }

    /** Environment variables with which a service of this machine reaches the platform. */
    static Map<String, String> settings(PlatformAddresses addresses) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("TOUCHLINE_KAFKA_BOOTSTRAP", addresses.bootstrap());
        settings.put("TOUCHLINE_KAFKA_REGISTRYURL", addresses.registryUrl());
        settings.put("TOUCHLINE_POSTGRES_URL", addresses.postgresUrl());
        settings.put("TOUCHLINE_POSTGRES_USER", addresses.postgresUser());
        settings.put("TOUCHLINE_POSTGRES_PASSWORD", addresses.postgresPassword());
        settings.put("TOUCHLINE_REDIS_URL", addresses.redisUrl());
        return settings;
    }
}
