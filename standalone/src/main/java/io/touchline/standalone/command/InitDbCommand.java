package io.touchline.standalone.command;

import io.touchline.platform.store.Database;
import io.touchline.standalone.embedded.AddressFile;
import io.touchline.standalone.embedded.EmbeddedPart;
import io.touchline.standalone.embedded.EmbeddedPlatform;
import io.touchline.standalone.embedded.PlatformAddresses;
import io.touchline.standalone.service.Stage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings every service's schema to its newest version; the services do it by themselves too. */
@Command(
        name = "init-db",
        mixinStandardHelpOptions = true,
        description = "Makes or migrates the schemas of all services in PostgreSQL (the embedded one, or another).")
final class InitDbCommand extends Verb {

    @Mixin
    private final PlatformOptions platformOptions = new PlatformOptions();

    @Option(
            names = "--postgres-url",
            paramLabel = "URL",
            description = "jdbc:postgresql://host:port/database of another server")
    private @Nullable String url;

    @Option(names = "--postgres-user", paramLabel = "NAME", description = "its user (default: postgres)")
    private @Nullable String user;

    @Option(names = "--postgres-password", paramLabel = "SECRET", description = "its password")
    private @Nullable String password;

    @Override
    public Integer call() {
        if (url != null) {
            return migrate(url, user == null ? "postgres" : user, password == null ? "" : password);
        }
        Optional<PlatformAddresses> running = AddressFile.of(common().home()).find();
        if (running.isPresent()) {
            return migrate(running.get());
        }
        Output output = output();
        try (EmbeddedPlatform platform = EmbeddedPlatform.start(
                platformOptions.settings(common()).with(Set.of(EmbeddedPart.POSTGRES)), output::progress)) {
            return migrate(platform.addresses());
        }
    }

    private int migrate(PlatformAddresses addresses) {
        return migrate(addresses.postgresUrl(), addresses.postgresUser(), addresses.postgresPassword());
    }

    private int migrate(String jdbc, String as, String secret) {
        Map<String, Object> schemas = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            try (Database database = new Database(jdbc, as, secret, stage.word())) {
                database.migrate();
                schemas.put(stage.word(), "migrated");
            }
        }
        Output output = output();
        if (common().json()) {
            output.json(Map.of("url", jdbc, "schemas", schemas));
        } else {
            output.values(schemas);
        }
        return ExitCodes.DONE;
    }
}
