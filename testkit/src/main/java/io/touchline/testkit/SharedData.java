package io.touchline.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The folder of real historical files and recorded payloads, which is not part of the repository: environment variable {@code TOUCHLINE_DATA}, else {@code ../shared/data} beside it. */
public final class SharedData {

    private SharedData() {}

    /** A file or folder in it; where it is absent the test is skipped and says so. */
    public static Path path(String relative) {
        Path path = root().resolve(relative);
        if (!Files.exists(path)) {
            Assumptions.abort("skipped: " + path + " is not here; set TOUCHLINE_DATA to the folder of shared data");
        }
        return path;
    }

    private static Path root() {
        @Nullable String set = System.getenv("TOUCHLINE_DATA");
        if (set != null && !set.isBlank()) {
            return Path.of(set);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder.resolveSibling("shared").resolve("data");
    }
}
