package io.touchline.ingest.connector.openmeteo;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.domain.fixture.TeamId;
import io.touchline.ingest.connector.Told;
import io.touchline.ingest.connector.openmeteo.UpcomingFixtures.Upcoming;
import io.touchline.platform.time.ScaledClock;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.SourceHealth;
import io.touchline.platform.vendor.VendorEvent.WeatherSeen;
import io.touchline.simulator.DemoLeague;
import io.touchline.simulator.league.Club;
import io.touchline.simulator.league.League;
import io.touchline.simulator.vendor.Fault;
import io.touchline.testkit.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connector against the vendor's server over a real socket; one club's ground is in nobody's table. */
class OpenMeteoConnectorIT {

    private static final double SPEED = 240;

    private final ScaledClock clock = new ScaledClock(Instant.parse("2026-11-21T10:00:00Z"), SPEED);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Told told = new Told();

    private static Path grounds(DemoLeague demo, Path folder) throws Exception {
        List<String> lines = new ArrayList<>();
        List<Club> clubs = demo.league().clubs();
        for (int i = 1; i < clubs.size(); i++) {
            lines.add("soccer/SIM | " + TeamId.fromName(clubs.get(i).name()) + " | " + (40 + i) + ".5 | -" + i);
        }
        return Files.write(folder.resolve("grounds.txt"), lines);
    }

    private static UpcomingFixtures fixtures(DemoLeague demo) {
        return (from, to) -> demo.league().matchesBetween(from, to).stream()
                .map(match -> new Upcoming(
                        match.eventId(),
                        League.COMPETITION,
                        TeamId.fromName(match.home().name()).value(),
                        match.home().name(),
                        match.away().name(),
                        match.kickoffAt()))
                .toList();
    }

    private OpenMeteoConnector connector(DemoLeague demo, Path folder) throws Exception {
        AskedPlaces asked = new AskedPlaces();
        OpenMeteoProperties properties = new OpenMeteoProperties(
                true,
                null,
                demo.vendors().openMeteo(),
                grounds(demo, folder),
                Duration.ofMinutes(2),
                Duration.ofMinutes(3),
                Duration.ofDays(1),
                4,
                60,
                Duration.ofSeconds(15));
        return new OpenMeteoConnector(
                properties,
                ConnectorContext.of("ingest", clock, meters),
                fixtures(demo),
                Grounds.shippedWith(folder.resolve("grounds.txt")),
                asked,
                told.intake(new OpenMeteoVendor(asked), clock));
    }

    @Test
    void theWeatherAtKickoff_throughCutsAndGarbage(@TempDir Path folder) throws Exception {
        try (DemoLeague demo = DemoLeague.start(clock, 5, SPEED);
                OpenMeteoConnector connector = connector(demo, folder)) {
            connector.start();
            Await.until("the first forecasts", told::size, size -> size > 20);
            for (Fault fault : List.of(
                    Fault.CUT, Fault.HALF, Fault.GARBAGE, Fault.SERVER_ERROR, Fault.RATE_LIMIT, Fault.CHANGED_FIELD)) {
                demo.faults().setNext("open-meteo", fault, 1);
                long answers = demo.vendors().openMeteoAnswers();
                Await.until(
                        "answers after " + fault, () -> demo.vendors().openMeteoAnswers(), seen -> seen > answers + 4);
            }
            int before = told.size();
            Await.until("forecasts after all that", told::size, size -> size > before);
            Await.until(
                    "the source to be up", () -> connector.health().report().state(), SourceHealth.State.UP::equals);
            assertThat(told.events(WeatherSeen.class)).allSatisfy(seen -> {
                assertThat(seen.fixture().competition()).isEqualTo("sim.1");
                assertThat(seen.fixture().home().name())
                        .isNotEqualTo(demo.league().clubs().getFirst().name());
                assertThat(seen.temperatureC()).isBetween(-20.0, 40.0);
                assertThat(seen.precipitationMm()).isNotNull();
                assertThat(seen.windKmh()).isNotNull();
            });
        }
        Counter skipped =
                meters.find("ingest.payloads").tag("reason", "NoGround").counter();
        assertThat(skipped == null ? 0 : skipped.count()).isPositive();
        assertThat(told.reasons()).contains("HTML_INSTEAD_OF_DATA", "MISSING_FIELD");
    }
}
