package io.touchline.platform.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.vendor.SourceHealth.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When a source is down. */
class SourceHealthTest {

    private static final Duration STALENESS = Duration.ofSeconds(90);

    private final HandClock clock = new HandClock();
    private final SourceHealth health = new SourceHealth("betfair", clock);

    private void register() {
        health.limit(STALENESS);
        health.starting();
    }

    private State state() {
        return health.report().state();
    }

    @Test
    void aSourceThatNeverAnswers_isDownAfterItsStaleness() {
        register();
        clock.advance(STALENESS);
        assertThat(state()).isEqualTo(State.STARTING);
        clock.advance(Duration.ofMillis(1));
        assertThat(state()).isEqualTo(State.DOWN);
        assertThat(health.report().problem()).isEqualTo("nothing for more than 90 s");
    }

    @Test
    void whatIsHeard_keepsItUp_andSilenceBringsItDown() {
        register();
        clock.advance(Duration.ofSeconds(60));
        health.heard();
        clock.advance(STALENESS);
        assertThat(state()).isEqualTo(State.UP);
        clock.advance(Duration.ofSeconds(1));
        assertThat(state()).isEqualTo(State.DOWN);
        health.heard();
        assertThat(state()).isEqualTo(State.UP);
    }

    @Test
    void failuresAreNamed_whenTheyMakeItStale() {
        register();
        health.good(CircuitBreaker.State.CLOSED);
        health.bad(State.FAILING, "status 500", CircuitBreaker.State.CLOSED);
        assertThat(state()).isEqualTo(State.FAILING);
        clock.advance(STALENESS.plusSeconds(1));
        assertThat(health.report().problem()).isEqualTo("nothing for more than 90 s: status 500");
    }

    @Test
    void theVendorsOwnWord_bringsItDown_untilItSaysOtherwise() {
        register();
        health.heard();
        health.feed(false, "producer 1 is down");
        assertThat(state()).isEqualTo(State.DOWN);
        health.heard();
        assertThat(state()).isEqualTo(State.DOWN);
        assertThat(health.report().problem()).isEqualTo("producer 1 is down");
        health.feed(true, "");
        assertThat(state()).isEqualTo(State.UP);
    }

    @Test
    void aSourceSwitchedOff_isNotDown() {
        register();
        health.stopped();
        clock.advance(STALENESS.plusSeconds(1));
        assertThat(state()).isEqualTo(State.OFF);
    }
}
