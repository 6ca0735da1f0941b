package io.touchline.platform.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    @Test
    void neverMoreThanAllowedInAnyPeriod() throws InterruptedException {
        HandClock clock = new HandClock();
        RateLimit limit = new RateLimit(clock, clock, 3, Duration.ofSeconds(60));
        Instant start = clock.instant();
        limit.await();
        clock.advance(Duration.ofSeconds(10));
        limit.await();
        limit.await();
        assertThat(clock.pauses).isEmpty();
        limit.await();
        assertThat(clock.instant()).isEqualTo(start.plusSeconds(60));
        limit.await();
        assertThat(clock.instant()).isEqualTo(start.plusSeconds(70));
        assertThat(clock.pauses).containsExactly(Duration.ofSeconds(50), Duration.ofSeconds(10));
    }
}
