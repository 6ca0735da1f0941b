package io.touchline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {

    @TempDir
    Path folder;

    @Test
    void nestedNamesBecomeFlatOnes() throws Exception {
        Path file = Files.writeString(folder.resolve("touchline.yml"), """
                odds:
                  quote:
                    max-age: 90s
                alert.edge.minimum: 0.042
                """);
        assertThat(ConfigFile.read(file)).isEqualTo(Map.of("odds.quote.max-age", "90s", "alert.edge.minimum", "0.042"));
    }

    @Test
    void brokenYaml_isOneLine() throws Exception {
        Path file = Files.writeString(folder.resolve("broken.yml"), "odds: [1, 2\nother: }");
        assertThatThrownBy(() -> ConfigFile.read(file))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("cannot read " + file + ": ")
                .satisfies(failure -> assertThat(failure.getMessage()).hasLineCount(1));
    }
}
