package io.touchline.platform.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchline.schema.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamespaceTest {

    @Test
    void putsItsPrefixBeforeEveryName() {
        assertThat(new Namespace("replay-7f3a.").name(Topics.LIVE_ODDS)).isEqualTo("replay-7f3a.live_odds");
        assertThat(Namespace.LIVE.name("odds-history")).isEqualTo("odds-history");
        assertThat(Namespace.LIVE.isLive()).isTrue();
        assertThat(new Namespace("replay-7f3a.").isLive()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"replay", ".", "Replay.", "a b.", "-a."})
    void rejects_whatIsNoPrefix(String prefix) {
        assertThatThrownBy(() -> new Namespace(prefix))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + prefix + "\"");
    }
}
