package io.touchline.platform.sportradar;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.platform.sportradar.UofProducer.Rules;
import io.touchline.platform.sportradar.UofProducer.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UofProducerTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration WINDOW = Duration.ofHours(3);
    private static final Rules RULES =
            new Rules(Duration.ofSeconds(20), Duration.ZERO, Duration.ofSeconds(30), Duration.ofMinutes(60));

    private final UofProducer producer = new UofProducer("1", "/v1/liveodds", WINDOW);

    private static Instant at(long second) {
        return NOON.plusSeconds(second);
    }

    private boolean alive(long second, boolean subscribed) {
        return producer.alive(at(second), subscribed, at(second), RULES);
    }

    private void up() {
        alive(0, false);
        producer.recovering(7, at(0), RULES);
        alive(10, true);
        assertThat(producer.isCompletedBy(7, at(11))).isTrue();
    }

    @Test
    void aRecovery_waitsForTheFirstAlive_andBringsEverything() {
        assertThat(producer.isRecoveryDue(at(0), RULES)).isFalse();
        alive(1, false);
        assertThat(producer.isRecoveryDue(at(1), RULES)).isTrue();
        assertThat(producer.after(at(1), RULES)).isNull();
    }

    @Test
    void up_byTheSnapshotOfItsOwnRequestAlone() {
        alive(0, false);
        producer.recovering(7, at(0), RULES);
        assertThat(producer.isCompletedBy(6, at(1))).isFalse();
        assertThat(producer.state()).isEqualTo(State.RECOVERING);
        assertThat(producer.isCompletedBy(7, at(1))).isTrue();
        assertThat(producer.state()).isEqualTo(State.UP);
        assertThat(producer.isCompletedBy(7, at(2))).isFalse();
    }

    @Test
    void silence_takesItDown_andTheRecoveryGoesBackToTheLastGoodAlive() {
        up();
        assertThat(alive(20, true)).isFalse();
        assertThat(producer.fallsSilent(at(40), RULES)).isFalse();
        assertThat(producer.fallsSilent(at(41), RULES)).isTrue();
        assertThat(producer.isRecoveryDue(at(45), RULES)).isFalse();
        alive(50, true);
        assertThat(producer.isRecoveryDue(at(50), RULES)).isTrue();
        assertThat(producer.after(at(50), RULES)).isEqualTo(at(10));
    }

    @Test
    void aGapBetweenTwoAlives_andNobodyListening_areLosses() {
        up();
        assertThat(alive(40, true)).isTrue();
        assertThat(producer.state()).isEqualTo(State.DOWN);
        producer.recovering(8, at(41), RULES);
        producer.isCompletedBy(8, at(42));
        assertThat(alive(50, false)).isTrue();
    }

    @Test
    void notSubscribedRightAfterTheRequest_isNoReasonToAskAgain() {
        alive(0, false);
        producer.recovering(7, at(1), RULES);
        alive(10, false);
        assertThat(producer.state()).isEqualTo(State.RECOVERING);
        alive(20, false);
        alive(30, false);
        alive(40, false);
        assertThat(producer.isRecoveryDue(at(40), RULES)).isTrue();
    }

    @Test
    void tooFarBack_isEverything() {
        up();
        producer.cut();
        assertThat(producer.after(at(0).plus(WINDOW).minusSeconds(30), RULES)).isEqualTo(at(0));
        assertThat(producer.after(at(0).plus(WINDOW), RULES)).isNull();
    }

    @Test
    void aRecoveryThatBringsNothing_isAskedForAgain() {
        alive(0, false);
        producer.recovering(7, at(0), RULES);
        for (int second = 10; second <= 310; second += 10) {
            alive(second, true);
        }
        assertThat(producer.isRecoveryDue(at(299), RULES)).isFalse();
        producer.progress(7, at(299));
        assertThat(producer.isRecoveryDue(at(310), RULES)).isFalse();
        assertThat(producer.isRecoveryDue(at(600), RULES)).isTrue();
    }

    @Test
    void recoveries_areCountedAlongWithTheVendor() {
        UofRecoveryLimits limits = new UofRecoveryLimits();
        assertThat(limits.take(null, at(0))).isZero();
        assertThat(limits.take(Duration.ofDays(2), at(60))).isZero();
        assertThat(limits.take(null, at(120))).isEqualTo(Duration.ofSeconds(1680));
        for (int i = 0; i < 20; i++) {
            assertThat(limits.take(Duration.ofMinutes(5), at(i))).isZero();
        }
        assertThat(limits.take(Duration.ofMinutes(5), at(30))).isEqualTo(Duration.ofSeconds(570));
        for (int i = 0; i < 4; i++) {
            assertThat(limits.take(Duration.ofMinutes(45), at(i))).isZero();
        }
        assertThat(limits.take(Duration.ofMinutes(45), at(30))).isEqualTo(Duration.ofSeconds(570));
    }
}
