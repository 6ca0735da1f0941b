package io.touchline.standalone.command;

import io.touchline.standalone.embedded.PlatformSettings;
import io.touchline.standalone.embedded.PortChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the embedded parts listen; without an option the usual port if it is free, else another. */
final class PlatformOptions {

    @Option(names = "--kafka-port", paramLabel = "PORT", description = "Kafka's port (default: 9092 if free)")
    private @Nullable Integer kafkaPort;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            description = "schema registry's port (default: 8081 if free)")
    private @Nullable Integer registryPort;

    @Option(names = "--postgres-port", paramLabel = "PORT", description = "PostgreSQL's port (default: 5432 if free)")
    private @Nullable Integer postgresPort;

    @Option(names = "--redis-port", paramLabel = "PORT", description = "Redis' port (default: 6379 if free)")
    private @Nullable Integer redisPort;

    PlatformSettings settings(CommonOptions common) {
        PlatformSettings usual = PlatformSettings.usual(common.home(), CommonOptions.registryArchive());
        return new PlatformSettings(
                usual.home(),
                usual.registryArchive(),
                choice(kafkaPort, usual.kafka()),
                choice(registryPort, usual.registry()),
                choice(postgresPort, usual.postgres()),
                choice(redisPort, usual.redis()),
                usual.parts(),
                usual.fresh(),
                usual.patience());
    }

    private static PortChoice choice(@Nullable Integer wanted, PortChoice usual) {
        try {
            return wanted == null ? usual : PortChoice.exactly(wanted);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badUsage(String.valueOf(e.getMessage()));
        }
    }
}
