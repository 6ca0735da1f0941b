package io.touchline.ingest.connector.sportradar;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.platform.identity.Resolution;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Intakes;
import io.touchline.platform.vendor.Known;
import io.touchline.platform.vendor.Normaliser;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Recorder;
import io.touchline.platform.vendor.Secret;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.SourceHealth;
import io.touchline.platform.vendor.VendorEvent;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.schema.Rejection;
import io.touchline.simulator.league.League;
import io.touchline.simulator.league.LeaguePlan;
import io.touchline.simulator.league.Match;
import io.touchline.simulator.league.MatchEvent;
import io.touchline.simulator.league.MatchView;
import io.touchline.simulator.vendor.Fault;
import io.touchline.simulator.vendor.Vendors;
import io.touchline.testkit.Await;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The connector against the simulated API. The league's clock moves when the test says so. */
class SportradarSoccerConnectorIT {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final InstantSource clock = now::get;
    private final Map<String, MatchSeen> seen = new ConcurrentHashMap<>();
    private final Map<String, MatchSeen> seenInDeltas = new ConcurrentHashMap<>();
    private final List<Rejection> rejections = new CopyOnWriteArrayList<>();

    private final class Kept implements Normaliser {

        @Override
        public boolean reads(VendorEvent event) {
            return event instanceof MatchSeen;
        }

        @Override
        public void take(SourceDescriptor source, @Nullable Known known, VendorEvent event, Payload payload) {
            if (event instanceof MatchSeen match) {
                seen.put(match.fixture().vendorId(), match);
                if (payload.location().contains("timelines_delta")) {
                    seenInDeltas.put(match.fixture().vendorId(), match);
                }
            }
        }

        @Override
        public void flush() {}
    }

    private SportradarSoccerConnector connector(Vendors vendors, String key) {
        SportradarSoccerProperties properties = new SportradarSoccerProperties(
                key,
                vendors.sportradarSoccer(),
                "trial",
                "en",
                Duration.ofMillis(20),
                Duration.ofSeconds(60),
                Duration.ofHours(3),
                Duration.ofMinutes(10),
                Duration.ZERO,
                Duration.ofSeconds(15));
        return new SportradarSoccerConnector(
                properties,
                new Secret(key),
                ConnectorContext.of("ingest", clock, new SimpleMeterRegistry()),
                new Intakes(
                                ref -> new Resolution.Unmatched(
                                        RejectReason.UNKNOWN_FIXTURE, "nobody is asked", List.of()),
                                new Kept(),
                                new Rejections(clock, rejections::add),
                                Recorder.NONE)
                        .of(new SportradarSoccerVendor()));
    }

    private static long goals(MatchSeen match) {
        return match.incidents().stream()
                .filter(each -> each.getType().equals("GOAL"))
                .count();
    }

    @Test
    void goalsComeWithTheDeltas_andTheEndIsAsItWas() {
        League league = League.of(START, 5, LeaguePlan.demo());
        Match match = league.matchesBetween(START, START.plus(Duration.ofHours(3))).stream()
                .filter(each -> league.script(each).events().stream()
                        .anyMatch(event -> event.kind().isGoal() && event.takenBackAt() == MatchEvent.STANDS))
                .findFirst()
                .orElseThrow();
        MatchEvent goal = league.script(match).events().stream()
                .filter(event -> event.kind().isGoal() && event.takenBackAt() == MatchEvent.STANDS)
                .findFirst()
                .orElseThrow();
        String id = "sr:sport_event:" + match.eventId();
        Instant scored = match.kickoffAt().plusSeconds(goal.elapsed());
        try (Vendors vendors = new Vendors(clock, league, "unused", 1);
                SportradarSoccerConnector connector = connector(vendors, Vendors.SPORTRADAR_SOCCER_KEY)) {
            connector.start();
            Await.until("the schedules", () -> seen.get(id), each -> each != null);
            now.set(scored.minusSeconds(2));
            Await.until("it runs", () -> seen.get(id).status(), "IN_PLAY"::equals);
            long before = goals(seen.get(id));
            now.set(scored.plusSeconds(2));
            MatchSeen told = Await.until(
                    "the goal in a delta",
                    () -> seenInDeltas.get(id),
                    each -> each != null && each.incidentsTold() && goals(each) > before);
            assertThat(told.goals().home() + told.goals().away()).isEqualTo((int) goals(told));

            vendors.faults().setNext("sportradar-soccer", Fault.GARBAGE, 1);
            Await.until(
                    "the rejection",
                    () -> rejections.stream()
                            .filter(each -> each.getReason().equals(RejectReason.HTML_INSTEAD_OF_DATA.name()))
                            .count(),
                    count -> count == 1);
            vendors.faults().setNext("sportradar-soccer", Fault.CUT, 1);
            Instant end = match.kickoffAt()
                    .plusSeconds(league.script(match).clock().duration())
                    .plusSeconds(60);
            now.set(end);
            MatchSeen last = Await.until(
                    "the end", () -> seen.get(id), each -> each.status().equals("FINISHED") && each.incidentsTold());
            MatchView view = league.viewAt(match, end);
            assertThat(last.regular().home()).isEqualTo(view.goals(true));
            assertThat(last.regular().away()).isEqualTo(view.goals(false));
            assertThat(goals(last)).isEqualTo(view.goals(true) + view.goals(false));
            Await.until("up again", () -> connector.health().report().state(), SourceHealth.State.UP::equals);
            assertThat(connector.health().report().quotaLeft()).isPositive();
        }
    }

    @Test
    void aWrongKey_isToldWithoutIt() {
        String marked = "marked-secret-4711";
        try (Vendors vendors = new Vendors(clock, League.of(START, 5, LeaguePlan.demo()), "unused", 1);
                SportradarSoccerConnector connector = connector(vendors, marked)) {
            connector.start();
            SourceHealth.Report report = Await.until(
                    "shut out", () -> connector.health().report(), each -> each.state() == SourceHealth.State.DOWN);
            assertThat(report.problem()).contains("403").doesNotContain(marked);
        }
    }
}
