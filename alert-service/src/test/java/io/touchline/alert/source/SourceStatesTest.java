package io.touchline.alert.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.schema.SourceState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

public class SourceStatesTest {

    private static final Instant START = Instant.parse("2026-03-21T15:00:00Z");

    private Instant now = START;
    private final SourceStates states = new SourceStates(() -> now, Duration.ofSeconds(60));

    /** A source's state as its service tells it. */
    public static SourceState state(String source, String state, Instant at) {
        return SourceState.newBuilder()
                .setSource(source)
                .setStage("odds")
                .setState(state)
                .setStalenessMillis(90_000)
                .setEmittedAt(at)
                .build();
    }

    private void tell(String state) {
        states.tell(state("betfair", state, now));
    }

    @Test
    void aSourceNobodyToldOf_isTrusted() {
        assertThat(states.downSince("football-data")).isNull();
        assertThat(states.down()).isEmpty();
    }

    @Test
    void downIsSinceItsFirstWord_andEndsWithTheNextGoodOne() {
        tell("UP");
        now = now.plusSeconds(10);
        tell("DOWN");
        now = now.plusSeconds(10);
        tell("DOWN");
        assertThat(states.downSince("betfair")).isEqualTo(START.plusSeconds(10));
        assertThat(states.down()).containsExactly("betfair");
        now = now.plusSeconds(10);
        tell("FAILING");
        assertThat(states.downSince("betfair")).isNull();
        tell("OFF");
        assertThat(states.downSince("betfair")).isEqualTo(now);
    }

    @Test
    void aServiceThatFellSilent_takesItsSourcesWithIt() {
        tell("UP");
        now = START.plusSeconds(60);
        assertThat(states.downSince("betfair")).isNull();
        now = START.plusSeconds(61);
        assertThat(states.downSince("betfair")).isEqualTo(START.plusSeconds(60));
        tell("UP");
        assertThat(states.down()).isEmpty();
    }

    @Test
    void anOlderState_changesNothing() {
        tell("DOWN");
        states.tell(state("betfair", "UP", START.minusSeconds(1)));
        assertThat(states.downSince("betfair")).isEqualTo(START);
    }
}
