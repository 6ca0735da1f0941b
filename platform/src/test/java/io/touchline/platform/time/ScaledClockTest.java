package io.touchline.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScaledClockTest {

    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    void runsFasterThanTheWall_andNeverBack() {
        ScaledClock clock = new ScaledClock(START, 1_000_000);
        long before = System.nanoTime();
        Instant first = clock.instant();
        Instant second = clock.instant();
        long passed = System.nanoTime() - before;
        assertThat(first).isAfterOrEqualTo(START);
        assertThat(second).isAfterOrEqualTo(first);
        assertThat(Duration.between(first, second)).isLessThanOrEqualTo(Duration.ofNanos(passed * 1_000_000));
    }

    @Test
    void tellsHowLongTheWallTakes() {
        assertThat(new ScaledClock(START, 60).wall(Duration.ofMinutes(2))).isEqualTo(Duration.ofSeconds(2));
        assertThat(new ScaledClock(START, 60).wall(Duration.ofMillis(1))).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void rejects_aSpeedOfZero() {
        assertThatThrownBy(() -> new ScaledClock(START, 0)).hasMessage("a clock's speed must be above 0 but was 0.0");
    }

    @Test
    void aHeldClock_showsItsFirstMoment_untilReleased() {
        ScaledClock clock = ScaledClock.held(START, 1_000_000);
        assertThat(clock.instant()).isEqualTo(START);
        clock.release();
        while (!clock.instant().isAfter(START)) {
            Thread.onSpinWait();
        }
    }
}
