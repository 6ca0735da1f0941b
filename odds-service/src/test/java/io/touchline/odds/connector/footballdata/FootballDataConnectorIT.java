package io.touchline.odds.connector.footballdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.platform.identity.Resolution;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.time.ScaledClock;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Intake;
import io.touchline.platform.vendor.IntakeCounts;
import io.touchline.platform.vendor.Known;
import io.touchline.platform.vendor.Normaliser;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Recorder;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.SourceHealth;
import io.touchline.platform.vendor.VendorEvent;
import io.touchline.platform.vendor.VendorEvent.OddsSeen;
import io.touchline.schema.Rejection;
import io.touchline.simulator.DemoLeague;
import io.touchline.simulator.vendor.Fault;
import io.touchline.testkit.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The connector against the vendor's server over a real socket. */
class FootballDataConnectorIT {

    private static final Instant START = Instant.parse("2026-11-21T10:05:00Z");
    private static final double SPEED = 240;

    private record Seen(OddsSeen odds, Payload payload) {}

    private final ScaledClock clock = new ScaledClock(START, SPEED);
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final List<Rejection> rejections = new CopyOnWriteArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private FootballDataConnector connector(DemoLeague demo) {
        FootballDataProperties properties = new FootballDataProperties(
                true,
                demo.vendors().footballData(),
                List.of("SIM", "NONE"),
                Duration.ofSeconds(60),
                Duration.ofSeconds(2),
                Duration.ofSeconds(15));
        return new FootballDataConnector(
                properties,
                ConnectorContext.of("odds", clock, meters),
                new Intake(
                        FootballDataVendor.ofFixtures(),
                        new Intake.Parts(
                                ref -> new Resolution.Unmatched(
                                        RejectReason.UNKNOWN_FIXTURE, "nobody is asked", List.of()),
                                collecting(),
                                new Rejections(clock, rejections::add),
                                Recorder.NONE,
                                IntakeCounts.NONE,
                                false)));
    }

    private Normaliser collecting() {
        return new Normaliser() {
            @Override
            public boolean reads(VendorEvent event) {
                return event instanceof OddsSeen;
            }

            @Override
            public void take(SourceDescriptor source, @Nullable Known known, VendorEvent event, Payload payload) {
                seen.add(new Seen((OddsSeen) event, payload));
            }

            @Override
            public void flush() {}
        };
    }

    private double counted(String result) {
        return meters.find("odds.payloads").tag("result", result).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @Test
    void pricesOfMatchesToCome_throughCutsAndGarbage() throws Exception {
        try (DemoLeague demo = DemoLeague.start(clock, 5, SPEED);
                FootballDataConnector connector = connector(demo)) {
            connector.start();
            Await.until("the first prices", seen::size, size -> size >= 10);
            Await.until("an unchanged file", () -> counted("unchanged"), count -> count > 0);
            for (Fault fault : List.of(
                    Fault.CUT, Fault.HALF, Fault.GARBAGE, Fault.SERVER_ERROR, Fault.RATE_LIMIT, Fault.CHANGED_FIELD)) {
                demo.faults().setNext("football-data", fault, 2);
                long answers = demo.vendors().footballDataAnswers();
                Await.until(
                        "answers after " + fault,
                        () -> demo.vendors().footballDataAnswers(),
                        count -> count > answers + 4);
            }
            int before = seen.size();
            Await.until("prices after all that", seen::size, size -> size > before);
            Await.until(
                    "the source to be up", () -> connector.health().report().state(), SourceHealth.State.UP::equals);
        }
        assertThat(seen).allSatisfy(each -> {
            assertThat(each.odds().fixture().competition()).isEqualTo("sim.1");
            assertThat(each.odds().fixture().source()).isEqualTo("football-data-fixtures");
            assertThat(each.odds().fixture().kickoffAt()).isAfter(each.payload().receivedAt());
            assertThat(each.odds().observedAt())
                    .isBeforeOrEqualTo(each.payload().observedAt());
        });
        assertThat(counted("skipped")).as("a division without a file").isPositive();
        assertThat(rejections)
                .extracting(rejection -> rejection.getReason().toString())
                .contains("HTML_INSTEAD_OF_DATA", "UNKNOWN_HEADER")
                .isSubsetOf("HTML_INSTEAD_OF_DATA", "UNKNOWN_HEADER", "UNKNOWN_FIXTURE", "DATE_OUTSIDE_SEASON");
    }
}
