package io.touchline.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.platform.quality.Findings;
import io.touchline.platform.vendor.Connector;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.SourceHealth;
import io.touchline.schema.QualityFinding;
import io.touchline.schema.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Who is told how sources do, and when. */
class SourceHealthSenderTest {

    private static final Duration STALENESS = Duration.ofSeconds(90);

    private Instant now = Instant.parse("2026-03-21T12:00:00Z");
    private final InstantSource clock = () -> now;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<SourceState> sent = new ArrayList<>();
    private final List<QualityFinding> found = new ArrayList<>();
    private final Sources sources = new Sources("odds", clock, List.of());
    private final SourceHealthSender sender =
            new SourceHealthSender(sources, clock, sent::add, new Findings("odds", clock, meters, found::add));
    private final SourceHealth health = new SourceHealth("betfair", clock);

    private void register() {
        sources.register("betfair", health, STALENESS);
    }

    @Test
    void everyChangeIsTold_atOnce_andTheSameEveryTenSeconds() {
        register();
        sender.look();
        sender.look();
        assertThat(sent).extracting(SourceState::getState).containsExactly("OFF");
        health.heard();
        health.sequence(42);
        health.quotaLeft(17);
        sender.look();
        assertThat(sent).hasSize(2);
        SourceState up = sent.getLast();
        assertThat(up.getState()).isEqualTo("UP");
        assertThat(up.getStage()).isEqualTo("odds");
        assertThat(up.getSequence()).isEqualTo(42);
        assertThat(up.getQuotaLeft()).isEqualTo(17);
        assertThat(up.getStalenessMillis()).isEqualTo(90_000);
        now = now.plusSeconds(9);
        health.heard();
        sender.look();
        assertThat(sent).hasSize(2);
        now = now.plusSeconds(1);
        sender.look();
        assertThat(sent).hasSize(3);
        assertThat(sent.getLast().getLastGoodAt()).isEqualTo(now.minusSeconds(1));
    }

    @Test
    void stalenessAndDrift_areFindings() {
        register();
        health.heard();
        health.vendorTime(now.minusSeconds(45));
        sender.look();
        assertThat(found).extracting(QualityFinding::getKind).containsExactly("CLOCK_DRIFTS");
        now = now.plus(STALENESS).plusSeconds(1);
        sender.look();
        now = now.plus(STALENESS).plusSeconds(1);
        sender.look();
        assertThat(found).extracting(QualityFinding::getKind).containsExactly("CLOCK_DRIFTS", "SOURCE_STALE");
    }

    @Test
    void aConnector_mayBeSilentForTwoOfItsPauses_atLeast() {
        ConnectorContext context = new ConnectorContext("ingest", clock, time -> {}, new Random(1), meters);
        sources.register(new Connector("slow", context, Duration.ofDays(2)) {
            @Override
            protected void fetch() {
                health().sequence(7);
            }
        });
        sender.look();
        assertThat(sent.getLast().getStalenessMillis())
                .isEqualTo(Duration.ofDays(4).toMillis());
        assertThat(sources.find("slow")).isPresent();
        assertThat(sources.find("other")).isEmpty();
    }
}
