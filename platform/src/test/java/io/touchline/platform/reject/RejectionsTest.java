package io.touchline.platform.reject;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.schema.Rejection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RejectionsTest {

    private static final Instant NOW = Instant.parse("2022-08-06T14:00:00Z");

    private final List<Rejection> rejected = new ArrayList<>();
    private final Rejections rejections = new Rejections(InstantSource.fixed(NOW), rejected::add);

    @Test
    void keepsReasonPlaceBytesAndCandidates() {
        rejections.reject(
                "football-data",
                RejectReason.UNKNOWN_TEAM,
                "no team is called Arsenol",
                "E0_2223.csv:7",
                new byte[] {65, 66},
                List.of("arsenal"),
                NOW.minusSeconds(5));
        Rejection only = rejected.getFirst();
        assertThat(only.getReason()).isEqualTo("UNKNOWN_TEAM");
        assertThat(only.getLocation()).isEqualTo("E0_2223.csv:7");
        assertThat(only.getRaw().array()).containsExactly(65, 66);
        assertThat(only.getCandidates()).containsExactly("arsenal");
        assertThat(only.getObservedAt()).isEqualTo(NOW.minusSeconds(5));
        assertThat(only.getReceivedAt()).isEqualTo(NOW);
    }

    @Test
    void cutsLongBytes_andKeepsNoBytesAsEmpty() {
        rejections.reject("x", RejectReason.UNREADABLE_PAYLOAD, "too long", "y", new byte[Rejections.RAW_LIMIT + 9]);
        rejections.reject("x", RejectReason.UNREADABLE_PAYLOAD, "nothing came", "y", null);
        assertThat(rejected.get(0).getRaw().remaining()).isEqualTo(Rejections.RAW_LIMIT);
        assertThat(rejected.get(1).getRaw().remaining()).isZero();
        assertThat(rejected.get(1).getObservedAt()).isNull();
    }
}
