package io.touchline.bench;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a recording without runner changes is told; a measurement itself takes seconds and is nobody's test. */
class ParseBenchmarkTest {

    @TempDir
    private Path folder;

    @Test
    void aRecordingWithoutChanges_cannotBeMeasured() throws Exception {
        Path file = Files.writeString(folder.resolve("a.jsonl"), "{\"op\":\"ocm\",\"oc\":[]}\n\n");
        assertThatThrownBy(() -> ParseBenchmark.run(file)).hasMessageContaining("no runner changes");
    }

    @Test
    void aBrokenLine_isTold() throws Exception {
        Path file = Files.writeString(folder.resolve("a.jsonl"), "{\"op\":\"mcm\",\"mc\":[{\"id\":\"1.1\"\n");
        assertThatThrownBy(() -> ParseBenchmark.run(file)).hasMessageContaining("broken line");
    }
}
