package io.touchline.ingest.connector.clubelo;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.ingest.connector.Told;
import io.touchline.platform.time.ScaledClock;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.SourceHealth;
import io.touchline.platform.vendor.VendorEvent.RatingSeen;
import io.touchline.simulator.DemoLeague;
import io.touchline.simulator.vendor.Fault;
import io.touchline.testkit.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The connector against the vendor's server over a real socket. */
class ClubEloConnectorIT {

    private static final double SPEED = 600;

    private final ScaledClock clock = new ScaledClock(Instant.parse("2026-11-21T10:00:00Z"), SPEED);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Told told = new Told();

    @Test
    void everyClubsRating_throughCutsAndGarbage() throws Exception {
        try (DemoLeague demo = DemoLeague.start(clock, 5, SPEED);
                ClubEloConnector connector = new ClubEloConnector(
                        new ClubEloProperties(
                                true, demo.vendors().clubElo(), Duration.ofMinutes(1), 6, Duration.ofSeconds(15)),
                        ConnectorContext.of("ingest", clock, meters),
                        told.intake(new ClubEloVendor(), clock))) {
            connector.start();
            Await.until("the first table", told::size, size -> size == 20);
            Await.until(
                    "an unchanged table",
                    () -> meters.find("ingest.payloads")
                                    .tag("result", "unchanged")
                                    .counter()
                            != null);
            for (Fault fault : List.of(Fault.CUT, Fault.HALF, Fault.GARBAGE, Fault.SERVER_ERROR, Fault.RATE_LIMIT)) {
                demo.faults().setNext("clubelo", fault, 1);
                long answers = demo.vendors().clubEloAnswers();
                Await.until(
                        "answers after " + fault, () -> demo.vendors().clubEloAnswers(), seen -> seen > answers + 1);
            }
            demo.faults().setNext("clubelo", Fault.CHANGED_FIELD, 1);
            Await.until("the changed table", told::reasons, reasons -> reasons.contains("UNKNOWN_HEADER"));
            Await.until(
                    "the source to be up", () -> connector.health().report().state(), SourceHealth.State.UP::equals);
        }
        assertThat(told.events(RatingSeen.class))
                .allMatch(rating -> rating.country().equals("SIM"));
        assertThat(told.events(RatingSeen.class).stream()
                        .map(rating -> rating.team().name())
                        .distinct())
                .hasSize(20);
        assertThat(told.reasons()).containsExactlyInAnyOrder("HTML_INSTEAD_OF_DATA", "UNKNOWN_HEADER");
    }
}
