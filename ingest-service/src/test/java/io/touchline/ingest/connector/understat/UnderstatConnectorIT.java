package io.touchline.ingest.connector.understat;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.ingest.normalise.ScoreNormaliser;
import io.touchline.platform.identity.FixtureBook;
import io.touchline.platform.identity.FixtureLinks;
import io.touchline.platform.identity.FixtureMatcher;
import io.touchline.platform.identity.TeamDirectory;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.time.ScaledClock;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Intake;
import io.touchline.platform.vendor.Intakes;
import io.touchline.platform.vendor.Known;
import io.touchline.platform.vendor.Normalised;
import io.touchline.platform.vendor.Normaliser;
import io.touchline.platform.vendor.Outlet;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Recorder;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.SourceHealth;
import io.touchline.platform.vendor.VendorEvent;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.platform.vendor.VendorEvent.ShotSeen;
import io.touchline.schema.MatchEvent;
import io.touchline.schema.Rejection;
import io.touchline.schema.Shot;
import io.touchline.simulator.DemoLeague;
import io.touchline.simulator.league.League;
import io.touchline.simulator.league.Match;
import io.touchline.simulator.league.MatchEvent.Kind;
import io.touchline.simulator.league.MatchView;
import io.touchline.simulator.vendor.Fault;
import io.touchline.simulator.vendor.Vendors;
import io.touchline.testkit.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The connector against the vendor's server: cookies and all, every shot of two rounds once, through what can go wrong on the way. */
class UnderstatConnectorIT {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final double SPEED = 600;
    private static final Duration TWO_ROUNDS = Duration.ofDays(12);
    private static final int LAST_SEASON = 2025;

    private final Map<String, List<ShotSeen>> shots = new ConcurrentHashMap<>();
    private final Map<String, MatchSeen> told = new ConcurrentHashMap<>();
    private final List<Rejection> rejections = new CopyOnWriteArrayList<>();
    private final List<Shot> published = new CopyOnWriteArrayList<>();

    private final class Published implements Outlet {

        @Override
        public void accept(Normalised event) {
            if (event.value() instanceof Shot shot) {
                published.add(shot);
            }
        }

        @Override
        public void flush() {}
    }

    private final class Kept implements Normaliser {

        private final Normaliser real;

        Kept(Normaliser real) {
            this.real = real;
        }

        @Override
        public boolean reads(VendorEvent event) {
            return real.reads(event);
        }

        @Override
        public void take(SourceDescriptor source, @Nullable Known known, VendorEvent event, Payload payload) {
            if (event instanceof ShotSeen shot) {
                shots.computeIfAbsent(shot.fixture().vendorId(), unused -> new CopyOnWriteArrayList<>())
                        .add(shot);
            } else if (event instanceof MatchSeen seen && seen.incidentsTold()) {
                told.put(seen.fixture().vendorId(), seen);
            }
            real.take(source, known, event, payload);
        }

        @Override
        public void flush() {}
    }

    @Test
    void everyShotOfTheLastRounds_once_throughCutsGarbageAndLimits() throws Exception {
        ScaledClock clock = new ScaledClock(START, SPEED);
        Rejections rejected = new Rejections(clock, rejections::add);
        try (DemoLeague demo = DemoLeague.start(clock, 5, SPEED)) {
            TeamDirectory teams = TeamDirectory.shippedWith(demo.aliasFile());
            Normaliser real = new ScoreNormaliser(
                    clock, new Published(), rejected, teams, (source, known, seen, payload) -> {}, true);
            Intake intake = new Intakes(
                            new FixtureMatcher(teams, new FixtureBook(), new FixtureLinks()),
                            new Kept(real),
                            rejected,
                            Recorder.NONE)
                    .of(new UnderstatVendor());
            everyShotOfTheLastRounds(clock, demo, intake);
        }
    }

    private void everyShotOfTheLastRounds(ScaledClock clock, DemoLeague demo, Intake intake) {
        League league = demo.league();
        Vendors vendors = demo.vendors();
        try (UnderstatConnector connector = new UnderstatConnector(
                new UnderstatProperties(
                        true,
                        vendors.understat(),
                        List.of(League.COMPETITION),
                        LAST_SEASON,
                        Duration.ofMinutes(2),
                        TWO_ROUNDS,
                        7,
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(15)),
                ConnectorContext.of("ingest", clock, new SimpleMeterRegistry()),
                intake)) {
            vendors.faults().setNext("understat", Fault.CUT, 1);
            connector.start();
            for (Fault fault : List.of(Fault.GARBAGE, Fault.RATE_LIMIT, Fault.HALF, Fault.CHANGED_FIELD)) {
                Await.until(
                        "up before " + fault, () -> connector.health().report().state(), SourceHealth.State.UP::equals);
                long before = vendors.understatAnswers();
                vendors.faults().setNext("understat", fault, 1);
                Await.until("answers after " + fault, vendors::understatAnswers, seen -> seen > before + 1);
            }
            List<Match> rounds = league.matchesBetween(START.minus(TWO_ROUNDS).plus(Duration.ofHours(1)), START);
            assertThat(rounds).hasSizeGreaterThanOrEqualTo(10);
            for (Match match : rounds) {
                MatchSeen seen = Await.until(
                        "the match " + match.eventId(), () -> told.get(match.eventId()), end -> end != null);
                MatchView end = league.viewAt(match, START);
                assertThat(seen.status()).isEqualTo("FINISHED");
                assertThat(seen.goals().home()).isEqualTo(end.goals(true));
                assertThat(seen.goals().away()).isEqualTo(end.goals(false));
                assertThat(seen.incidents())
                        .extracting(MatchEvent::getType)
                        .filteredOn(type -> type.endsWith("_CARD"))
                        .hasSize(cards(end));
                assertThat(shots.get(match.eventId()))
                        .hasSize(end.shots(true)
                                + end.shots(false)
                                + end.count(true, Kind.OWN_GOAL)
                                + end.count(false, Kind.OWN_GOAL))
                        .extracting(shot -> shot.shot().getShotId())
                        .doesNotHaveDuplicates();
            }
            assertThat(published)
                    .hasSize(shots.values().stream().mapToInt(List::size).sum())
                    .allSatisfy(shot -> assertThat(shot.getFixtureId()).startsWith("soccer:sim.1"));
            assertThat(rejections)
                    .extracting(Rejection::getReason)
                    .isSubsetOf(RejectReason.HTML_INSTEAD_OF_DATA.name(), RejectReason.UNKNOWN_MESSAGE.name());
        }
    }

    private static int cards(MatchView end) {
        int cards = 0;
        for (boolean home : new boolean[] {true, false}) {
            cards += end.count(home, Kind.YELLOW_CARD) + end.count(home, Kind.RED_CARD);
        }
        return cards;
    }
}
