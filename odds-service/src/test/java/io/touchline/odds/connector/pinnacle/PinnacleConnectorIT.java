package io.touchline.odds.connector.pinnacle;

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
import io.touchline.platform.vendor.Secret;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.SourceHealth;
import io.touchline.platform.vendor.VendorEvent;
import io.touchline.platform.vendor.VendorEvent.OddsSeen;
import io.touchline.schema.Rejection;
import io.touchline.simulator.DemoLeague;
import io.touchline.simulator.vendor.Fault;
import io.touchline.testkit.Await;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The connector against the vendor's server over a real socket. */
class PinnacleConnectorIT {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final double SPEED = 120;
    private static final String WRONG = "a-secret-that-must-show-nowhere";

    private final ScaledClock clock = new ScaledClock(START, SPEED);
    private final List<VendorEvent> events = new CopyOnWriteArrayList<>();
    private final List<Rejection> rejections = new CopyOnWriteArrayList<>();
    private final List<String> locations = new CopyOnWriteArrayList<>();

    private PinnacleConnector connector(DemoLeague demo, @Nullable String password) {
        String right = demo.properties().get("odds.connectors.pinnacle.password");
        PinnacleProperties properties = new PinnacleProperties(
                demo.properties().get("odds.connectors.pinnacle.user"),
                password == null ? right : password,
                URI.create(demo.properties().get("odds.connectors.pinnacle.base-url")),
                List.of("29"),
                List.of(),
                Duration.ofSeconds(30),
                Duration.ofMinutes(10),
                Duration.ofSeconds(20),
                Duration.ofSeconds(15));
        return new PinnacleConnector(
                properties,
                new Secret(password == null ? right : password),
                ConnectorContext.of("odds", clock, new SimpleMeterRegistry()),
                new Intake(
                        new PinnacleVendor(),
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
                return true;
            }

            @Override
            public void take(SourceDescriptor source, @Nullable Known known, VendorEvent event, Payload payload) {
                events.add(event);
                locations.add(payload.location());
            }

            @Override
            public void flush() {}
        };
    }

    @Test
    void pricesAsTheyChange_throughCutsAndGarbage() throws Exception {
        try (DemoLeague demo = DemoLeague.start(clock, 5, SPEED);
                PinnacleConnector connector = connector(demo, null)) {
            connector.start();
            Await.until("the first prices", events::size, size -> size >= 10);
            for (Fault fault : List.of(
                    Fault.CUT, Fault.HALF, Fault.GARBAGE, Fault.SERVER_ERROR, Fault.RATE_LIMIT, Fault.DUPLICATE)) {
                demo.faults().setNext("pinnacle", fault, 1);
                long answers = demo.vendors().pinnacleAnswers();
                Await.until(
                        "answers after " + fault, () -> demo.vendors().pinnacleAnswers(), seen -> seen > answers + 4);
                int seen = events.size();
                Await.until("prices after " + fault, events::size, size -> size > seen);
            }
            Await.until(
                    "the source to be up", () -> connector.health().report().state(), SourceHealth.State.UP::equals);
        }
        assertThat(events).hasOnlyElementsOfType(OddsSeen.class);
        assertThat(events)
                .extracting(event -> ((OddsSeen) event).fixture().competition())
                .containsOnly("sim.1");
        assertThat(locations)
                .anyMatch(location -> location.contains("since="))
                .anyMatch(location -> !location.contains("since="));
        assertThat(rejections)
                .extracting(rejection -> rejection.getReason().toString())
                .contains("HTML_INSTEAD_OF_DATA")
                .isSubsetOf("HTML_INSTEAD_OF_DATA", "UNKNOWN_FIXTURE", "OUT_OF_ORDER");
    }

    @Test
    void aWrongPassword_stopsTheSource_andShowsNowhere() throws Exception {
        try (DemoLeague demo = DemoLeague.start(clock, 5, SPEED);
                PinnacleConnector connector = connector(demo, WRONG)) {
            connector.start();
            Await.until(
                    "the source to be down",
                    () -> connector.health().report().state(),
                    SourceHealth.State.DOWN::equals);
            assertThat(connector.health().report().toString()).doesNotContain(WRONG);
        }
        assertThat(events).isEmpty();
        assertThat(new PinnacleProperties(
                                "user",
                                WRONG,
                                URI.create("http://x"),
                                List.of(),
                                List.of(),
                                Duration.ZERO,
                                Duration.ZERO,
                                Duration.ZERO,
                                Duration.ZERO)
                        .toString())
                .doesNotContain(WRONG)
                .doesNotContain("user");
    }
}
