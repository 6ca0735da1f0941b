package io.touchline.ingest.connector.footballdataorg;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.touchline.platform.identity.Resolution;
import io.touchline.platform.reject.RejectReason;
import io.touchline.platform.reject.Rejections;
import io.touchline.platform.time.ScaledClock;
import io.touchline.platform.vendor.ConnectorContext;
import io.touchline.platform.vendor.Intake;
import io.touchline.platform.vendor.Intakes;
import io.touchline.platform.vendor.Known;
import io.touchline.platform.vendor.Normaliser;
import io.touchline.platform.vendor.Payload;
import io.touchline.platform.vendor.Recorder;
import io.touchline.platform.vendor.SourceDescriptor;
import io.touchline.platform.vendor.SourceHealth;
import io.touchline.platform.vendor.VendorEvent;
import io.touchline.platform.vendor.VendorEvent.MatchSeen;
import io.touchline.schema.Rejection;
import io.touchline.simulator.league.League;
import io.touchline.simulator.league.LeaguePlan;
import io.touchline.simulator.league.Match;
import io.touchline.simulator.league.MatchView;
import io.touchline.simulator.vendor.Fault;
import io.touchline.simulator.vendor.Vendors;
import io.touchline.testkit.Await;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The connector against the vendor's server: key, quota, and a round of matches as it truly was. */
class FootballDataOrgConnectorIT {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final double SPEED = 600;

    private final Map<String, MatchSeen> finished = new ConcurrentHashMap<>();
    private final List<Rejection> rejections = new CopyOnWriteArrayList<>();

    private final class Kept implements Normaliser {

        @Override
        public boolean reads(VendorEvent event) {
            return event instanceof MatchSeen;
        }

        @Override
        public void take(SourceDescriptor source, @Nullable Known known, VendorEvent event, Payload payload) {
            if (event instanceof MatchSeen seen && seen.status().equals("FINISHED")) {
                finished.put(seen.fixture().home().name() + seen.fixture().kickoffAt(), seen);
            }
        }

        @Override
        public void flush() {}
    }

    private FootballDataOrgConnector connector(ScaledClock clock, URI url, String key, SimpleMeterRegistry meters) {
        Rejections rejected = new Rejections(clock, rejections::add);
        Intake intake = new Intakes(
                        ref -> new Resolution.Unmatched(RejectReason.UNKNOWN_FIXTURE, "nobody asked", List.of()),
                        new Kept(),
                        rejected,
                        Recorder.NONE)
                .of(new FootballDataOrgVendor());
        return new FootballDataOrgConnector(
                new FootballDataOrgProperties(
                        key,
                        url,
                        List.of(League.COMPETITION),
                        Duration.ofSeconds(60),
                        Duration.ofDays(1),
                        null,
                        10,
                        Duration.ofSeconds(15)),
                ConnectorContext.of("ingest", clock, meters),
                intake,
                rejected);
    }

    @Test
    void aRoundAsItWas_throughCutsAndLimits_withTheQuotaShown() {
        ScaledClock clock = new ScaledClock(START, SPEED);
        League league = League.of(clock.instant(), 5, LeaguePlan.demo());
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try (Vendors vendors = new Vendors(clock, league, "unused", 1);
                FootballDataOrgConnector connector =
                        connector(clock, vendors.footballDataOrg(), Vendors.FOOTBALL_DATA_ORG_KEY, meters)) {
            connector.start();
            for (Fault fault : List.of(Fault.CUT, Fault.GARBAGE, Fault.RATE_LIMIT)) {
                long before = vendors.footballDataOrgAnswers();
                vendors.faults().setNext("football-data-org", fault, 1);
                Await.until("answers after " + fault, vendors::footballDataOrgAnswers, seen -> seen > before + 1);
                Await.until(
                        "up after " + fault, () -> connector.health().report().state(), SourceHealth.State.UP::equals);
            }
            List<Match> round = league.matchesBetween(START, START.plus(Duration.ofHours(2)));
            assertThat(round).isNotEmpty();
            for (Match match : round) {
                String key = match.home().name() + match.kickoffAt();
                MatchSeen seen = Await.until("the end of " + key, () -> finished.get(key), end -> end != null);
                MatchView end = league.viewAt(match, match.kickoffAt().plus(Duration.ofHours(3)));
                assertThat(seen.regular().home()).isEqualTo(end.goals(true));
                assertThat(seen.regular().away()).isEqualTo(end.goals(false));
                assertThat(seen.incidents().stream()
                                .filter(each -> each.getType().equals("GOAL")))
                        .hasSize(end.goals(true) + end.goals(false));
            }
            assertThat(connector.health().report().quotaLeft()).isBetween(0L, 9L);
            assertThat(meters.get("ingest.payloads")
                            .tag("reason", "RateLimited")
                            .counter()
                            .count())
                    .isEqualTo(1);
            assertThat(rejections)
                    .extracting(Rejection::getReason)
                    .containsOnlyOnce(RejectReason.HTML_INSTEAD_OF_DATA.name());
        }
    }

    @Test
    void aWrongKey_isToldWithoutTheKey() {
        ScaledClock clock = new ScaledClock(START, SPEED);
        String marked = "marked-secret-4711";
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try (Vendors vendors = new Vendors(clock, League.of(START, 5, LeaguePlan.demo()), "unused", 1);
                FootballDataOrgConnector connector = connector(clock, vendors.footballDataOrg(), marked, meters)) {
            connector.start();
            SourceHealth.Report report = Await.until(
                    "shut out", () -> connector.health().report(), each -> each.state() == SourceHealth.State.DOWN);
            assertThat(report.problem()).contains("403").doesNotContain(marked);
            assertThat(rejections.toString()).doesNotContain(marked);
            assertThat(meters.getMetersAsString()).doesNotContain(marked);
        }
    }
}
