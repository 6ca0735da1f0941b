package io.touchline.platform.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordJsonTest {

    @Test
    void everyText_canBeWrittenAsUtf8() {
        StringBuilder out = new StringBuilder();
        RecordJson.write(List.of("a\"\\\n", "\uD83D\uDE00", "half \uD83D", "\uDE00 half"), out);
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(out)).isTrue();
        assertThat(out).hasToString("[\"a\\\"\\\\\\u000a\",\"\uD83D\uDE00\",\"half \uFFFD\",\"\uFFFD half\"]");
    }
}
