package io.touchline.platform.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Clocks and running numbers. */
class SequenceAndTimeTest {

    private static final Instant NOW = Instant.parse("2026-03-21T15:00:00Z");

    private final OrderCheck order = new OrderCheck();

    private Optional<FindingKind> kind(long sequence, boolean gapless) {
        return order.seen("sportradar", "m1", sequence, gapless, NOW).map(Finding::kind);
    }

    @Test
    void numbersThatRunOrRepeat_areNoFault() {
        assertThat(kind(7, true)).isEmpty();
        assertThat(kind(8, true)).isEmpty();
        assertThat(kind(8, true)).isEmpty();
        assertThat(order.seen("sportradar", "m2", 1, true, NOW)).isEmpty();
    }

    @Test
    void aGap_isToldWithHowManyAreMissing_whereTheVendorLeavesNoneOut() {
        kind(7, true);
        assertThat(order.seen("sportradar", "m1", 11, true, NOW))
                .hasValueSatisfying(
                        found -> assertThat(found.detail()).isEqualTo("number 11 of m1 after 7: 3 missing"));
        assertThat(kind(20, false)).isEmpty();
    }

    @Test
    void aStepBack_isTold_andDoesNotMoveTheCount() {
        kind(7, true);
        assertThat(kind(5, true)).contains(FindingKind.SEQUENCE_BACKWARDS);
        assertThat(kind(8, true)).isEmpty();
    }

    @Test
    void afterARestart_anyNumberIsTheFirst() {
        kind(7, true);
        order.restarted("sportradar", "m1");
        assertThat(kind(1, true)).isEmpty();
    }

    @Test
    void aVendorsClock_mayLagATransportsTime_andNoMore() {
        assertThat(TimeCheck.USUAL.seen("espn", NOW.minusSeconds(30), NOW)).isEmpty();
        assertThat(TimeCheck.USUAL.seen("espn", NOW.minusSeconds(31), NOW).map(Finding::kind))
                .contains(FindingKind.CLOCK_DRIFTS);
        assertThat(TimeCheck.USUAL.seen("espn", NOW.plusSeconds(5), NOW)).isEmpty();
        assertThat(TimeCheck.USUAL.seen("espn", NOW.plusSeconds(65), NOW)).hasValueSatisfying(found -> {
            assertThat(found.kind()).isEqualTo(FindingKind.FROM_THE_FUTURE);
            assertThat(found.detail())
                    .isEqualTo(
                            "its clock said 2026-03-21T15:01:05Z when ours said 2026-03-21T15:00:00Z, 65 s ahead of ours");
        });
    }
}
