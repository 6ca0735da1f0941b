package io.touchline.platform.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.vendor.CircuitBreaker.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private final HandClock clock = new HandClock();
    private final CircuitBreaker breaker = new CircuitBreaker(clock);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed();
        }
    }

    @Test
    void opensAtTheFifthFailureInARow() {
        fail(4);
        breaker.succeeded();
        fail(4);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
        breaker.failed();
        assertThat(breaker.state()).isEqualTo(State.OPEN);
        assertThat(breaker.untilAllowed()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void letsThroughAfterAMinute_closesAfterThreeSuccesses() {
        fail(5);
        clock.advance(Duration.ofSeconds(59));
        assertThat(breaker.untilAllowed()).isEqualTo(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(breaker.untilAllowed()).isZero();
        breaker.succeeded();
        breaker.succeeded();
        assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
        breaker.succeeded();
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void aFailureWhileHalfOpen_opensAgainForAMinute() {
        fail(5);
        clock.advance(Duration.ofSeconds(60));
        assertThat(breaker.untilAllowed()).isZero();
        breaker.succeeded();
        breaker.failed();
        assertThat(breaker.untilAllowed()).isEqualTo(Duration.ofSeconds(60));
    }
}
