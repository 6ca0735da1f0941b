package io.touchline.standalone.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every verb understands. */
final class CommonOptions {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "folder that keeps everything between starts (default: var in Touchline's own folder)")
    private @Nullable Path home;

    @Option(names = "--json", description = "print one JSON object to stdout")
    private boolean json;

    boolean json() {
        return json;
    }

    /** The folder that keeps everything between starts, absolute. */
    Path home() {
        Path chosen = home == null ? root().resolve("var") : home;
        return chosen.toAbsolutePath().normalize();
    }

    /** Touchline's own folder, told by the launcher; the working folder where there is no launcher. */
    static Path root() {
        return Path.of(System.getProperty("touchline.root", ""));
    }

    /** The schema registry's archive, put there by the build. */
    static Path registryArchive() {
        return root().resolve("standalone/target/registry/apicurio-registry.tar.gz")
                .toAbsolutePath();
    }
}
