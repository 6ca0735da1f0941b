package io.touchline.ingest.connector.mlb;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.ingest.connector.Told;
import io.touchline.platform.time.ScaledClock;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.SourceHealth;
import io.touchline.platform.vendor.VendorEvent.Goals;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.simulator.DemoLeague;
import io.touchline.simulator.vendor.Fault;
import io.touchline.testkit.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The connector against the vendor's server over a real socket, while a game runs. */
class MlbConnectorIT {

    private static final double SPEED = 240;

    private final ScaledClock clock = new ScaledClock(Instant.parse("2026-07-04T12:20:00Z"), SPEED);
    private final Told told = new Told();

    private void await(String what, Predicate<MatchSeen> fits) {
        int from = told.size();
        Await.until(
                what,
                () -> told.events(MatchSeen.class),
                seen -> seen.stream().skip(from).anyMatch(fits));
    }

    private static boolean runs(MatchSeen seen) {
        return seen.status().equals("IN_PLAY");
    }

    @Test
    void gamesFromTheFirstPitch_throughCutsAndGarbage() throws Exception {
        try (DemoLeague demo = DemoLeague.start(clock, 5, SPEED);
                MlbConnector connector = new MlbConnector(
                        new MlbProperties(
                                true,
                                demo.vendors().mlb(),
                                Duration.ofSeconds(20),
                                Duration.ofDays(1),
                                true,
                                60,
                                Duration.ofSeconds(15)),
                        ConnectorContext.of("ingest", clock, new SimpleMeterRegistry()),
                        told.intake(new MlbVendor(), clock))) {
            connector.start();
            await("a feed of a running game", seen -> runs(seen) && seen.sequence() != null);
            for (Fault fault : List.of(
                    Fault.CUT, Fault.HALF, Fault.GARBAGE, Fault.SERVER_ERROR, Fault.RATE_LIMIT, Fault.CHANGED_FIELD)) {
                demo.faults().setNext("mlb", fault, 1);
                long answers = demo.vendors().mlbAnswers();
                Await.until("answers after " + fault, () -> demo.vendors().mlbAnswers(), seen -> seen > answers + 2);
            }
            await(
                    "runs, each with its play",
                    seen -> runs(seen)
                            && seen.incidentsTold()
                            && seen.goals() != null
                            && seen.goals().home() + seen.goals().away() > 0
                            && !seen.incidents().isEmpty());
            Await.until(
                    "the source to be up", () -> connector.health().report().state(), SourceHealth.State.UP::equals);
        }
        assertThat(told.events(MatchSeen.class)).allSatisfy(seen -> {
            assertThat(seen.fixture().competition()).isEqualTo("mlb");
            assertThat(seen.goals() == null).isEqualTo(seen.status().equals("SCHEDULED"));
        });
        assertThat(told.events(MatchSeen.class))
                .filteredOn(seen -> seen.status().equals("FINISHED"))
                .isNotEmpty()
                .extracting(MatchSeen::regular)
                .allMatch(Goals.class::isInstance)
                .noneMatch(goals -> goals.home() == goals.away());
        assertThat(told.reasons()).contains("HTML_INSTEAD_OF_DATA");
    }
}
